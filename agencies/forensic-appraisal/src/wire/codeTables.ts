/**
 * The system's dictionary: the numbers that travel for each word. Numbers are never reused; a client that meets an
 * unknown one must not guess. Published in `docs/agencies/forensic-appraisal.md`.
 */
export const codeTables = {
  /** 案件状态 */
  caseStatus: {
    COMMISSIONED: 10,
    ACCEPTANCE_REVIEW: 20,
    NOT_ACCEPTED: 21,
    ACCEPTED: 30,
    ASSIGNED: 40,
    EXAMINING: 50,
    MATERIAL_PENDING: 51,
    SUSPENDED: 52,
    INTERNAL_REVIEW: 60,
    ISSUED: 70,
    CORRECTED: 71,
    TESTIMONY_DUE: 72,
    TESTIFIED: 73,
    REFUSED_TO_TESTIFY: 74,
    TERMINATED: 90,
  },
  /** 鉴定类别: 1xx 法医类, 2xx 物证类, 3xx 声像资料, 4xx 环境损害 */
  category: {
    CLINICAL: 101,
    PATHOLOGY: 102,
    PSYCHIATRIC: 103,
    PHYSICAL_EVIDENCE: 104,
    TOXICOLOGY: 105,
    DOCUMENT: 201,
    TRACE: 202,
    MICRO: 203,
    AUDIO: 301,
    IMAGE: 302,
    ELECTRONIC_DATA: 303,
    POLLUTANT: 401,
    WATER: 402,
    AIR: 403,
    SOIL: 404,
    MARINE: 405,
    ECOSYSTEM: 406,
    OTHER: 499,
  },
  /** 鉴定事项: the first digit is that of the category */
  matter: {
    INJURY_DEGREE: 1001,
    DISABILITY_GRADE: 1002,
    LOSS_OF_WORK_PERIODS: 1003,
    FOLLOW_UP_TREATMENT: 1004,
    MEDICAL_CAUSATION: 1005,
    LIVING_AGE: 1006,
    CARE_DEPENDENCY: 1007,
    CAUSE_OF_DEATH: 1101,
    CRIMINAL_RESPONSIBILITY: 1201,
    CIVIL_CAPACITY: 1202,
    PARENTAGE: 1301,
    TOXIC_SUBSTANCE: 1401,
    HANDWRITING: 2001,
    SEAL_IMPRINT: 2002,
    DOCUMENT_FORMATION: 2003,
    TRACE_COMPARISON: 2101,
    MICRO_SUBSTANCE: 2201,
    RECORDING_AUTHENTICITY: 3001,
    IMAGE_AUTHENTICITY: 3101,
    ELECTRONIC_DATA_RECOVERY: 3201,
    POLLUTANT_PROPERTY: 4001,
    DAMAGE_CAUSATION: 4002,
    DAMAGE_EXTENT: 4003,
    OTHER: 9999,
  },
  /** 委托人类型 */
  clientKind: { CASE_ORGAN: 1, ARBITRATION: 2, MEDIATION_BODY: 3, PARTY: 4 },
  /** 不予受理情形: the items of 通则 art. 15 */
  notAcceptGround: {
    OUT_OF_SCOPE: 1,
    MATERIAL_BAD: 2,
    PURPOSE_UNLAWFUL: 3,
    AGAINST_RULES: 4,
    BEYOND_ABILITY: 5,
    PARALLEL_COMMISSION: 6,
    OTHER: 7,
  },
  /** 终止情形: the items of 通则 art. 29 */
  terminateGround: {
    NOT_ACCEPTABLE: 1,
    MATERIAL_CONSUMED: 2,
    OBSTRUCTED: 3,
    WITHDRAWN_OR_UNPAID: 4,
    FORCE_MAJEURE: 5,
    OTHER: 6,
  },
  /** 中止情形: the items of 北京市司法鉴定管理条例 art. 24 */
  suspendGround: {
    UNSTABLE_CONDITION: 1,
    SUBJECT_UNAVAILABLE: 2,
    AWAITING_SPECIAL_TEST: 3,
    WITNESS_ABSENT: 4,
    MATERIAL_SUPPLEMENT: 5,
    AGREED: 6,
  },
  /** 重新鉴定情形: the items of 通则 art. 31 */
  reappraisalGround: {
    UNQUALIFIED: 1,
    BEYOND_SCOPE: 2,
    RECUSAL_BREACHED: 3,
    CASE_ORGAN_REQUIRES: 4,
    OTHER_LAW: 5,
  },
  /** 证件类型 */
  idType: {
    RIC: 1,
    HMT_RP: 2,
    FPR_2023: 3,
    FPR_OLD: 4,
    HM_PASS: 5,
    TW_PASS: 6,
    PASSPORT: 7,
    MILITARY: 8,
    NONE: 9,
  },
  /** 立场 */
  side: { A: 1, B: 2, NEUTRAL: 3 },
  /** 减免方式 */
  feeForm: { DEFERRED: 1, REDUCED: 2, WAIVED: 3 },
  /** 减免依据 */
  feeBasis: { LEGAL_AID: 1, OWN_HARDSHIP_RULE: 2, LOCAL_RULE: 3 },
  /** 执业状态 */
  licenceState: { VALID: 1, SUSPENDED: 2, REVOKED: 3, EXPIRED: 4 },
} as const satisfies Record<string, Record<string, number>>;

export type CodeTable = keyof typeof codeTables;
export type Word<Table extends CodeTable> = Extract<keyof (typeof codeTables)[Table], string>;

/**
 * The number for a word.
 * @throws {RangeError} when the dictionary does not have it: the data, not the caller, is at fault.
 */
export function toNumber(table: CodeTable, word: string): number {
  const number = (codeTables[table] as Readonly<Record<string, number>>)[word];
  if (number === undefined) throw new RangeError(`${table} has no code for ${word}`);
  return number;
}

/** The word for a number, or null when the dictionary does not have it. */
export function toWord<Table extends CodeTable>(table: Table, number: number): Word<Table> | null {
  for (const [word, code] of Object.entries(codeTables[table])) {
    if (code === number) return word as Word<Table>;
  }
  return null;
}
