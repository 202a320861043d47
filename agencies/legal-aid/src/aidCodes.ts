/**
 * The closed code lists of the legal aid system, as its answers carry them. Articles are those of 法律援助法 (2021).
 * A new code is a new release: readers may refuse what they do not know.
 */

/** 法律援助形式, art. 22. */
export const aidForms = [
  'CONSULTATION',
  'DRAFTING',
  'CRIMINAL_DEFENCE',
  'CRIMINAL_REPRESENTATION',
  'CIVIL_LITIGATION',
  'CIVIL_NON_LITIGATION',
  'ADMINISTRATIVE_LITIGATION',
  'ADMINISTRATIVE_NON_LITIGATION',
  'STATE_COMPENSATION_LITIGATION',
  'STATE_COMPENSATION_NON_LITIGATION',
  'DUTY_LAWYER',
  'LABOUR_MEDIATION_ARBITRATION',
  'OTHER',
] as const;

/** 通知辩护、通知代理 grounds: art. 25 ¶1 (1)-(7), art. 25 ¶2, art. 28. */
export const noticeGrounds = [
  'MINOR',
  'SENSORY_DISABILITY',
  'LIMITED_COGNITION',
  'LIFE_OR_DEATH',
  'DEATH_REVIEW',
  'ABSENTIA',
  'OTHER_MANDATORY',
  'DISCRETIONARY',
  'COMPULSORY_MEDICAL',
] as const;

/** 不受经济困难条件限制, art. 32: no hardship condition applies at all. */
export const notLimitedGrounds = [
  'HERO_KIN',
  'RIGHTEOUS_COURAGE',
  'RETRIAL_ACQUITTAL',
  'ABUSE_VICTIM',
  'OTHER_LAW',
] as const;

/** 免予核查, art. 42: the hardship condition applies but is not checked. */
export const exemptGrounds = [
  'NO_FIXED_INCOME',
  'RELIEF_RECIPIENT',
  'MIGRANT_WAGE_OR_INJURY',
  'OTHER_LAW',
] as const;

/** 援助事由: arts 24, 25, 28, 29, 31, 32 and 33. */
export const aidGrounds = [
  'SUSPECT_OR_DEFENDANT',
  ...noticeGrounds,
  'VICTIM_SIDE',
  'STATE_COMPENSATION',
  'SOCIAL_SECURITY',
  'PENSION_FOR_DEATH',
  'MAINTENANCE',
  'LABOUR',
  'INCAPACITY',
  'INJURY',
  'ENVIRONMENT',
  'OTHER',
  'RETRIAL',
  'HERO_KIN',
  'RIGHTEOUS_COURAGE',
  'RETRIAL_ACQUITTAL',
  'ABUSE_VICTIM',
] as const;

/** 经济困难核查方式, arts 41, 42, 32 and 25. */
export const hardshipModes = [
  'DATA_SHARING',
  'INTEGRITY_PROMISE',
  'EXEMPT_FROM_CHECK',
  'NOT_LIMITED',
  'NOT_APPLICABLE',
] as const;

/** 核查结果. */
export const hardshipResults = ['MET', 'NOT_MET', 'NOT_REQUIRED', 'PENDING'] as const;

/** 紧急情形, art. 44. */
export const urgencyGrounds = ['LIMITATION_UNDER_7_DAYS', 'PRESERVATION_OR_ADVANCE', 'OTHER_LAW'] as const;

/** 管辖依据, art. 38. */
export const jurisdictionGrounds = ['CASE_ORGAN_PLACE', 'DISPUTE_BODY_PLACE', 'EVENT_PLACE'] as const;

/** 终止事由, art. 48. */
export const terminationGrounds = [
  'FRAUD',
  'CONCEALMENT',
  'ILLEGAL_USE',
  'NO_LONGER_ELIGIBLE',
  'CASE_ENDED',
  'OWN_LAWYER',
  'RECIPIENT_REQUEST',
  'OTHER',
] as const;

/** 决定种类. */
export const decisionKinds = ['GRANT', 'REFUSE', 'TERMINATE', 'PROVISIONAL'] as const;

/** 指派方式: 指派 / 安排本机构人员 / 政府采购 (art. 15). */
export const assignmentModes = ['ASSIGN', 'ARRANGE_STAFF', 'PURCHASE'] as const;

/** 利益冲突申报: clean, or declared and weighed. */
export const conflictDeclarations = ['CLEAN', 'WARNED'] as const;

/** 异议审查结果, art. 49. */
export const objectionResults = ['UPHELD', 'ORDERED_TO_CORRECT'] as const;

/** 渠道. */
export const channels = [
  'HOTLINE',
  'WEB',
  'WECHAT',
  'APP',
  'COUNTER',
  'STATION',
  'LETTER',
  'TRANSFER',
] as const;

/** 值班律师法律帮助, art. 30. */
export const dutyLawyerHelp = [
  'ADVICE',
  'PROCEDURE_CHOICE',
  'CHANGE_OF_COMPULSORY_MEASURE',
  'OPINION_ON_HANDLING',
  'WITNESS_PLEA_AFFIDAVIT',
] as const;

/** 质量监督方式, arts 57 and 59. */
export const qualityMethods = [
  'HEARING_ATTENDANCE',
  'FILE_INSPECTION',
  'OPINION_SURVEY',
  'RETURN_VISIT',
  'THIRD_PARTY',
] as const;

/** 保密标记. */
export const secrecyMarks = [
  'tradeSecret',
  'privacy',
  'minor',
  'sealed',
  'willSecret',
  'protectedAddress',
  'mediationPrivate',
] as const;

/** 证件种类. */
export const documentTypes = [
  'RIC',
  'HMT_RP',
  'FPR_2023',
  'FPR_OLD',
  'HM_PASS',
  'TW_PASS',
  'PASSPORT',
  'MILITARY',
  'NONE',
] as const;
