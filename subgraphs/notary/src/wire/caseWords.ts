import { createWordTable } from './wordTable.ts';

export const sideWords = createWordTable({ A: '甲方', B: '乙方', NEUTRAL: '中立' });
export type Side = (typeof sideWords.codes)[number];

/** 证件类型. */
export const documentTypeWords = createWordTable({
  RIC: '居民身份证',
  HMT_RP: '港澳台居民居住证',
  FPR_2023: '外国人永久居留身份证',
  FPR_OLD: '外国人永久居留证',
  HM_PASS: '港澳居民来往内地通行证',
  TW_PASS: '台湾居民来往大陆通行证',
  PASSPORT: '护照',
  MILITARY: '军官证',
  NONE: '无证件',
});

/** 保密标记. A case with a word that is not here is treated as secret. */
export const secrecyWords = createWordTable({
  tradeSecret: '商业秘密',
  privacy: '个人隐私',
  minor: '未成年人',
  sealed: '封存',
  willSecret: '遗嘱保密',
  protectedAddress: '地址保密',
  mediationPrivate: '不公开调解',
});
export type SecrecyMark = (typeof secrecyWords.codes)[number];

export const feeFormWords = createWordTable({ DEFERRED: '缓收', REDUCED: '减收', WAIVED: '免收' });
export type FeeForm = (typeof feeFormWords.codes)[number];

export const feeBasisWords = createWordTable({
  LEGAL_AID: '法律援助决定',
  OWN_HARDSHIP_RULE: '本机构困难减免',
  LOCAL_RULE: '地方规定',
});
export type FeeBasis = (typeof feeBasisWords.codes)[number];

/** Who acts and who takes part. Open lists: a code without a word travels as the code itself. */
export const roleWords = createWordTable<string>({
  APPLICANT: '申请人',
  AGENT: '代理人',
  OPPOSING_PARTY: '对方当事人',
  RESPONDENT: '被申请人',
  RECIPIENT: '受援人',
  VICTIM: '被害人',
  CREDITOR: '债权人',
  DEBTOR: '债务人',
  GUARANTOR: '保证人',
  TESTATOR: '遗嘱人',
  HEIR: '继承人',
  KIN: '亲属',
  INTERESTED_PERSON: '利害关系人',
  DONOR: '赠与人',
  DONEE: '受赠人',
  SUBJECT: '关系人',
  CLIENT: '委托人',
  WITNESS: '见证人',
  NOTARY: '公证员',
  ASSISTANT: '公证员助理',
  APPROVER: '审批人',
  REVIEWER: '复查人',
  INTAKE_CLERK: '受理人员',
  HEAD: '公证机构负责人',
  COURT: '人民法院',
  SYSTEM: '系统',
});

/** Another service a step belongs to. */
export const neighbourWords = createWordTable({
  CONSULTATION: '法律咨询',
  JUDICIAL_CONFIRMATION: '司法确认',
  ENFORCEMENT: '法院执行',
});
export type NeighbourService = (typeof neighbourWords.codes)[number];
