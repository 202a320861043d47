import { createWordTable } from './wordTable.ts';

/** The words of docs/agencies/notary.md. A word that is in none of these closed lists is drift. */

/** Where a notary matter stands (公证法 ch. 4, 公证程序规则). */
export const statusWords = createWordTable({
  SUBMITTED: '已申请',
  ACCEPTED: '已受理',
  NOT_ACCEPTED: '不予受理',
  UNDER_EXAMINATION: '审查核实',
  PAUSED: '暂停计时',
  PENDING_APPROVAL: '待审批',
  ISSUED: '已出证',
  REFUSED: '不予办理',
  TERMINATED: '终止',
  IN_REEXAMINATION: '复查中',
  UPHELD: '维持',
  CORRECTED: '更正补正',
  PARTLY_REVOKED: '部分撤销',
  REVOKED: '撤销',
  ENFORCEMENT_REQUESTED: '申请执行证书',
  ENFORCEMENT_ISSUED: '已出具执行证书',
  ENFORCEMENT_REFUSED: '不予出具执行证书',
  ARCHIVED: '归档',
});
export type NotaryStatus = (typeof statusWords.codes)[number];

/** 公证事项, 公证法 art. 11 and, for enforceable debts, art. 37: pinyin initials on the wire. */
export const matterWords = createWordTable({
  CONTRACT: 'HT',
  INHERITANCE: 'JC',
  POA: 'WT',
  DECLARATION: 'SM',
  GIFT: 'ZY',
  WILL: 'YZ',
  PROPERTY_DIVISION: 'CCFG',
  TENDER_AUCTION: 'ZTBPM',
  MARRIAGE: 'HYZK',
  KINSHIP: 'QSGX',
  ADOPTION: 'SY',
  BIRTH: 'CS',
  SURVIVAL: 'SC',
  DEATH: 'SW',
  IDENTITY: 'SF',
  EXPERIENCE: 'JL',
  EDUCATION: 'XL',
  DEGREE: 'XW',
  POST: 'ZW',
  TITLE: 'ZC',
  CRIMINAL_RECORD: 'WFJL',
  ARTICLES: 'GSZC',
  EVIDENCE: 'BQZJ',
  SIGNATURE_COPY: 'QMFB',
  ENFORCEABLE_DEBT: 'QZZX',
  OTHER: 'QT',
});
export type NotaryMatter = (typeof matterWords.codes)[number];

/** 管辖依据, 公证法 art. 25. */
export const venueWords = createWordTable({
  DOMICILE: '住所地',
  HABITUAL_RESIDENCE: '经常居住地',
  PLACE_OF_ACT: '行为地',
  PLACE_OF_FACT: '事实发生地',
  REAL_ESTATE: '不动产所在地',
});
export type VenueGround = (typeof venueWords.codes)[number];

export const handlingModeWords = createWordTable({
  COUNTER: '窗口',
  ONLINE: '网上',
  CIRCUIT: '巡回',
  ON_SITE: '蹲点',
  HOME_VISIT: '上门',
});
export type HandlingMode = (typeof handlingModeWords.codes)[number];

/** 不予办理公证的情形, 公证法 art. 31 (1)-(9). */
export const refuseGroundWords = createWordTable({
  NO_GUARDIAN: '无民事行为能力或限制民事行为能力人没有监护人代理',
  NO_INTEREST: '与申请公证的事项没有利害关系',
  TECHNICAL_APPRAISAL: '属专业技术鉴定评估事项',
  DISPUTE: '当事人之间有争议',
  FALSE: '虚构隐瞒事实或提供虚假证明材料',
  INSUFFICIENT: '证明材料不充分或拒绝补充',
  UNTRUE_OR_UNLAWFUL: '事项不真实不合法',
  CONTRARY_TO_MORALS: '违背社会公德',
  FEE_REFUSED: '拒绝支付公证费',
});
export type RefuseGround = (typeof refuseGroundWords.codes)[number];

/** 终止公证的情形, 公证程序规则. */
export const terminateGroundWords = createWordTable({
  NOT_DONE_IN_SIX_MONTHS: '因当事人原因六个月内不能办结',
  WITHDRAWN: '当事人撤回申请',
  PARTY_DIED_OR_ENDED: '当事人死亡或终止',
  OBSTRUCTED: '当事人阻挠妨碍',
  OTHER: '其他',
});
export type TerminateGround = (typeof terminateGroundWords.codes)[number];

export const certificateStatusWords = createWordTable({
  VALID: '有效',
  CORRECTED: '补正',
  PARTLY_REVOKED: '部分撤销',
  REVOKED: '撤销',
});
export type CertificateStatus = (typeof certificateStatusWords.codes)[number];

/** 证书系列, as the number of a certificate names it. */
export const seriesWords = createWordTable({
  DOMESTIC_CIVIL: '内民',
  DOMESTIC_ECONOMIC: '内经',
  FOREIGN_CIVIL: '外民',
  FOREIGN_ECONOMIC: '外经',
  HONG_KONG_MACAO: '港澳',
  TAIWAN: '台',
});
export type CertificateSeries = (typeof seriesWords.codes)[number];

/** 用于域外的认证. */
export const legalisationWords = createWordTable({ CONSULAR: '领事认证', APOSTILLE: '附加证明书' });
export type LegalisationKind = (typeof legalisationWords.codes)[number];

export const reExaminationWords = createWordTable({
  UPHELD: '维持',
  CORRECTED: '更正补正',
  PARTLY_REVOKED: '部分撤销',
  REVOKED: '撤销',
});
export type ReExaminationResult = (typeof reExaminationWords.codes)[number];

/** 司法辅助事务, 公证参与调解、取证、送达、保全、执行. */
export const auxiliaryWords = createWordTable({
  MEDIATION: '调解',
  EVIDENCE: '取证',
  SERVICE: '送达',
  PRESERVATION: '保全',
  ENFORCEMENT: '执行',
});
export type AuxiliaryKind = (typeof auxiliaryWords.codes)[number];

/** 提存、保管 (公证法 art. 12). */
export const holdingKindWords = createWordTable({ DEPOSIT: '提存', CUSTODY: '保管' });
export type HoldingKind = (typeof holdingKindWords.codes)[number];
export const holdingStateWords = createWordTable({ HELD: '在管', DELIVERED: '已领取', RETURNED: '已取回' });
export type HoldingState = (typeof holdingStateWords.codes)[number];

/** What can happen to a notary matter. An open list: a code without a word travels as the code itself. */
export const eventWords = createWordTable({
  SUBMIT: '申请',
  ACCEPT: '受理',
  NOT_ACCEPT: '不予受理',
  EXAMINE: '审查',
  REQUEST_MATERIAL: '要求补充材料',
  VERIFY_FACTS: '核实事实',
  FORCE_MAJEURE: '不可抗力',
  RESUME: '恢复办理',
  SUBMIT_DRAFT: '提交拟稿',
  APPROVE: '批准出证',
  RETURN_DRAFT: '退回',
  REFUSE: '不予办理',
  TERMINATE: '终止',
  REQUEST_REEXAMINATION: '申请复查',
  UPHOLD: '决定维持',
  CORRECT: '决定更正补正',
  REVOKE_PARTLY: '决定部分撤销',
  REVOKE: '决定撤销',
  REQUEST_ENFORCEMENT: '申请执行证书',
  ISSUE_ENFORCEMENT: '出具执行证书',
  REFUSE_ENFORCEMENT: '不予出具执行证书',
  ARCHIVE: '归档',
  SEAL: '封存',
  UNSEAL: '解除封存',
});
