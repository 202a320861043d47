import type { MediationStatus } from '../lifecycle/mediationStatus.ts';
import type {
  ActorRole,
  Clock,
  ConfirmationResult,
  DisputeType,
  DocumentType,
  NeighbourService,
  OrganKind,
  PartyRole,
  SecrecyMark,
  Source,
} from '../vocabulary.ts';

/** The register's words for the codes of the synthetic world. Only the import knows codes. */
export const statusWords: Readonly<Record<string, MediationStatus>> = {
  REGISTERED: '已登记',
  CONSENT_PENDING: '征询意愿',
  PARTY_REFUSED: '一方拒绝',
  ACCEPTED: '受理',
  MEDIATING: '调解中',
  AGREED: '达成协议',
  FAILED: '调解不成',
  TERMINATED: '终止',
  PERFORMED: '履行',
  BREACHED: '未履行',
  CONFIRMATION_FILED: '已申请司法确认',
  CONFIRMATION_ACCEPTED: '已受理司法确认',
  NOT_ACCEPTED: '不予受理司法确认',
  WITHDRAWN: '撤回司法确认申请',
  CONFIRMED: '裁定有效',
  REJECTED: '裁定驳回',
  ENFORCEMENT: '申请执行',
  NOTARISED: '已办赋强公证',
  ARCHIVED: '归档',
};

export const organKindWords: Readonly<Record<string, OrganKind>> = {
  VILLAGE: '村(居)委会',
  TOWNSHIP: '乡镇街道',
  ENTERPRISE: '企事业单位',
  SECTOR: '行业性专业性',
  COURT_INVITED: '法院特邀',
  LAWYER: '律师调解',
  COMMERCIAL: '商事',
  ADMINISTRATIVE: '行政调解',
  LABOUR: '劳动争议调解',
};

export const sourceWords: Readonly<Record<string, Source>> = {
  PARTY: '当事人申请',
  PROACTIVE: '调委会主动',
  COURT_DELEGATED: '委派',
  COURT_ENTRUSTED: '委托',
  POLICE: '公安移送',
  PETITION: '信访移送',
  PROCURATORATE: '检察院',
  HOTLINE_12348: '12348热线',
  LEGAL_AID: '法律援助',
  OTHER: '其他',
};

export const disputeTypeWords: Readonly<Record<string, DisputeType>> = {
  MARRIAGE_FAMILY: '婚姻家庭',
  NEIGHBOUR: '邻里',
  HOUSE_LAND: '房屋宅基地',
  CONTRACT: '合同',
  BUSINESS: '生产经营',
  DAMAGE: '损害赔偿',
  FOREST_LAND: '山林土地',
  EXPROPRIATION: '征地拆迁',
  LABOUR: '劳动',
  TRAFFIC: '道路交通',
  MEDICAL: '医疗',
  PROPERTY_MGMT: '物业',
  CONSUMER: '消费',
  ENVIRONMENT: '环境',
  VILLAGE_AFFAIRS: '村务',
  ONLINE: '互联网',
  OTHER: '其他',
};

export const documentTypeWords: Readonly<Record<string, DocumentType>> = {
  RIC: '居民身份证',
  HMT_RP: '港澳台居民居住证',
  FPR_2023: '外国人永久居留身份证',
  FPR_OLD: '外国人永久居留证(旧)',
  HM_PASS: '港澳居民来往内地通行证',
  TW_PASS: '台湾居民来往大陆通行证',
  PASSPORT: '护照',
  MILITARY: '军官证/士兵证',
  NONE: '无证件',
};

export const partyRoleWords: Readonly<Record<string, PartyRole>> = {
  APPLICANT: '申请人',
  RESPONDENT: '被申请人',
  OPPOSING_PARTY: '对方当事人',
  RECIPIENT: '受援人',
  SUSPECT: '犯罪嫌疑人',
  VICTIM: '被害人',
  SUBJECT: '被鉴定人',
  CLIENT: '委托人',
  KIN: '近亲属',
  CREDITOR: '债权人',
  DEBTOR: '债务人',
  GUARANTOR: '保证人',
  TESTATOR: '遗嘱人',
  INTERESTED_PERSON: '利害关系人',
};

export const secrecyWords: Readonly<Record<string, SecrecyMark>> = {
  tradeSecret: '商业秘密',
  privacy: '个人隐私',
  minor: '未成年人',
  sealed: '封存',
  willSecret: '遗嘱保密',
  protectedAddress: '地址保密',
  mediationPrivate: '不公开调解',
};

export const resultWords: Readonly<Record<string, ConfirmationResult>> = {
  CONFIRMED: '裁定有效',
  REJECTED: '裁定驳回',
  NOT_ACCEPTED: '不予受理',
  WITHDRAWN: '撤回申请',
};

export const actorRoleWords: Readonly<Record<string, ActorRole>> = {
  APPLICANT: '申请人',
  RESPONDENT: '被申请人',
  PARTIES: '双方当事人',
  RECIPIENT: '受援人',
  CREDITOR: '债权人',
  INTERESTED_PERSON: '利害关系人',
  CALLER: '来电人',
  CALL_CENTRE: '呼叫中心',
  DUTY_LAWYER: '值班律师',
  ASSIGNED_LAWYER: '承办律师',
  INTAKE_CLERK: '登记员',
  REVIEWER: '审查人',
  HEAD: '调解组织负责人',
  NOTARY: '公证员',
  APPROVER: '审批人',
  APPRAISER: '鉴定人',
  MEDIATOR: '调解员',
  CLIENT: '委托人',
  COURT: '法院',
  CASE_ORGAN: '办案机关',
  BUREAU: '司法行政部门',
  SYSTEM: '系统',
};

export const serviceWords: Readonly<Record<string, NeighbourService>> = {
  JUDICIAL_CONFIRMATION: '司法确认',
  ENFORCEMENT: '执行',
};

export const clockWords: Readonly<Record<string, Clock>> = {
  'D-30': '人民调解期限',
  'D-31': '特邀调解期限',
};

/**
 * The word for `code`.
 * @throws {Error} naming the list and the code: the world has learnt something that the register has not.
 */
export function wordFor<Word extends string>(
  list: string,
  words: Readonly<Record<string, Word>>,
  code: string,
): Word {
  const word = words[code];
  if (word === undefined) throw new Error(`mediation register: no word for ${list} ${code}`);
  return word;
}
