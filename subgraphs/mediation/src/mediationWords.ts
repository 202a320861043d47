import { z } from 'zod';

/** The graph's codes by the words of the mediation systems, which have no codes (docs/agencies/mediation.md). */
type Words = Readonly<Record<string, string>>;

/**
 * Reads a word of `words` as its code. Any other word is drift: guessing what a new label means could show a refused
 * mediation as an open one.
 */
function codeOf(words: Words) {
  return z.string().transform((word, context): string => {
    const code = Object.hasOwn(words, word) ? words[word] : undefined;
    if (code !== undefined) return code;
    context.addIssue({ code: 'custom', message: 'a word that the contract does not have' });
    return z.NEVER;
  });
}

/** Codes of MediationStatus by the words for them. */
export const statusWords = {
  已登记: 'REGISTERED',
  征询意愿: 'CONSENT_PENDING',
  一方拒绝: 'PARTY_REFUSED',
  受理: 'ACCEPTED',
  调解中: 'MEDIATING',
  达成协议: 'AGREED',
  调解不成: 'FAILED',
  终止: 'TERMINATED',
  履行: 'PERFORMED',
  未履行: 'BREACHED',
  已申请司法确认: 'CONFIRMATION_FILED',
  已受理司法确认: 'CONFIRMATION_ACCEPTED',
  不予受理司法确认: 'NOT_ACCEPTED',
  撤回司法确认申请: 'WITHDRAWN',
  裁定有效: 'CONFIRMED',
  裁定驳回: 'REJECTED',
  申请执行: 'ENFORCEMENT',
  已办赋强公证: 'NOTARISED',
  归档: 'ARCHIVED',
} as const;

export const Status = codeOf(statusWords);

export const Event = codeOf({
  登记: 'REGISTER',
  征询对方: 'ASK_OTHER_SIDE',
  拒绝调解: 'REFUSE',
  无法联系: 'UNREACHABLE',
  同意调解: 'CONSENT',
  开始调解: 'START',
  延长期限: 'EXTEND',
  达成协议: 'REACH_AGREEMENT',
  调解不成: 'FAIL',
  撤回调解: 'WITHDRAW',
  疑似虚假调解: 'SUSPECT_SHAM',
  履行完毕: 'PERFORM',
  逾期未履行: 'BREACH',
  申请司法确认: 'FILE_CONFIRMATION',
  法院受理: 'ACCEPT_CONFIRMATION',
  法院不予受理: 'NOT_ACCEPT_CONFIRMATION',
  撤回确认申请: 'WITHDRAW_CONFIRMATION',
  裁定有效: 'CONFIRM',
  裁定驳回: 'REJECT',
  申请执行: 'APPLY_ENFORCEMENT',
  办理赋强公证: 'NOTARISE',
  归档: 'ARCHIVE',
  封存: 'SEAL',
  解除封存: 'UNSEAL',
});

export const OrganKind = codeOf({
  '村(居)委会': 'VILLAGE',
  乡镇街道: 'TOWNSHIP',
  企事业单位: 'ENTERPRISE',
  行业性专业性: 'SECTOR',
  法院特邀: 'COURT_INVITED',
  律师调解: 'LAWYER',
  商事: 'COMMERCIAL',
  行政调解: 'ADMINISTRATIVE',
  劳动争议调解: 'LABOUR',
});

export const Source = codeOf({
  当事人申请: 'PARTY',
  调委会主动: 'PROACTIVE',
  委派: 'COURT_DELEGATED',
  委托: 'COURT_ENTRUSTED',
  公安移送: 'POLICE',
  信访移送: 'PETITION',
  检察院: 'PROCURATORATE',
  '12348热线': 'HOTLINE_12348',
  法律援助: 'LEGAL_AID',
  其他: 'OTHER',
});

export const DisputeType = codeOf({
  婚姻家庭: 'MARRIAGE_FAMILY',
  邻里: 'NEIGHBOUR',
  房屋宅基地: 'HOUSE_LAND',
  合同: 'CONTRACT',
  生产经营: 'BUSINESS',
  损害赔偿: 'DAMAGE',
  山林土地: 'FOREST_LAND',
  征地拆迁: 'EXPROPRIATION',
  劳动: 'LABOUR',
  道路交通: 'TRAFFIC',
  医疗: 'MEDICAL',
  物业: 'PROPERTY_MGMT',
  消费: 'CONSUMER',
  环境: 'ENVIRONMENT',
  村务: 'VILLAGE_AFFAIRS',
  互联网: 'ONLINE',
  其他: 'OTHER',
});

/** Codes of IdentityDocumentType by the words for them. */
export const documentTypes = {
  居民身份证: 'RIC',
  港澳台居民居住证: 'HMT_RP',
  外国人永久居留身份证: 'FPR_2023',
  '外国人永久居留证(旧)': 'FPR_OLD',
  港澳居民来往内地通行证: 'HM_PASS',
  台湾居民来往大陆通行证: 'TW_PASS',
  护照: 'PASSPORT',
  '军官证/士兵证': 'MILITARY',
  无证件: 'NONE',
} as const;

export const DocumentType = codeOf(documentTypes);

export const PartyRole = codeOf({
  申请人: 'APPLICANT',
  被申请人: 'RESPONDENT',
  受援人: 'RECIPIENT',
  对方当事人: 'OPPOSING_PARTY',
  犯罪嫌疑人: 'SUSPECT',
  被害人: 'VICTIM',
  被鉴定人: 'SUBJECT',
  委托人: 'CLIENT',
  近亲属: 'KIN',
  债权人: 'CREDITOR',
  债务人: 'DEBTOR',
  保证人: 'GUARANTOR',
  遗嘱人: 'TESTATOR',
  利害关系人: 'INTERESTED_PERSON',
});

export const ActorRole = codeOf({
  申请人: 'APPLICANT',
  被申请人: 'RESPONDENT',
  双方当事人: 'PARTIES',
  受援人: 'RECIPIENT',
  债权人: 'CREDITOR',
  利害关系人: 'INTERESTED_PERSON',
  来电人: 'CALLER',
  呼叫中心: 'CALL_CENTRE',
  值班律师: 'DUTY_LAWYER',
  承办律师: 'ASSIGNED_LAWYER',
  登记员: 'INTAKE_CLERK',
  审查人: 'REVIEWER',
  调解组织负责人: 'HEAD',
  公证员: 'NOTARY',
  审批人: 'APPROVER',
  鉴定人: 'APPRAISER',
  调解员: 'MEDIATOR',
  委托人: 'CLIENT',
  法院: 'COURT',
  办案机关: 'CASE_ORGAN',
  司法行政部门: 'BUREAU',
  系统: 'SYSTEM',
});

export const ConfirmationResult = codeOf({
  裁定有效: 'CONFIRMED',
  裁定驳回: 'REJECTED',
  不予受理: 'NOT_ACCEPTED',
  撤回申请: 'WITHDRAWN',
});

export const Side = z.enum(['甲方', '乙方', '中立']).transform((word) => sides[word]);
const sides = { 甲方: 'A', 乙方: 'B', 中立: 'NEUTRAL' } as const;

export const SessionMode = codeOf({ 现场: 'ON_SITE', 视频: 'VIDEO' });
export const AgreementForm = codeOf({ 书面: 'WRITTEN', 口头: 'ORAL' });
export const Clock = z.enum(['人民调解期限', '特邀调解期限']);

export const NeighbourService = z.enum(['司法确认', '执行']).transform((word) => neighbours[word]);
const neighbours = { 司法确认: 'JUDICIAL_CONFIRMATION', 执行: 'ENFORCEMENT' } as const;

export const SecrecyWord = z
  .enum(['商业秘密', '个人隐私', '未成年人', '封存', '遗嘱保密', '地址保密', '不公开调解'])
  .transform((word) => secrecyMarks[word]);
const secrecyMarks = {
  商业秘密: 'tradeSecret',
  个人隐私: 'privacy',
  未成年人: 'minor',
  封存: 'sealed',
  遗嘱保密: 'willSecret',
  地址保密: 'protectedAddress',
  不公开调解: 'mediationPrivate',
} as const;
