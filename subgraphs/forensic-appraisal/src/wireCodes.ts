/**
 * The agency's dictionary, number by number (docs/agencies/forensic-appraisal.md): the words are the graph's. A number that is
 * not here is drift, never guessed.
 */
export const wireCodes = {
  caseStatus: {
    10: 'COMMISSIONED',
    20: 'ACCEPTANCE_REVIEW',
    21: 'NOT_ACCEPTED',
    30: 'ACCEPTED',
    40: 'ASSIGNED',
    50: 'EXAMINING',
    51: 'MATERIAL_PENDING',
    52: 'SUSPENDED',
    60: 'INTERNAL_REVIEW',
    70: 'ISSUED',
    71: 'CORRECTED',
    72: 'TESTIMONY_DUE',
    73: 'TESTIFIED',
    74: 'REFUSED_TO_TESTIFY',
    90: 'TERMINATED',
  },
  category: {
    101: 'CLINICAL',
    102: 'PATHOLOGY',
    103: 'PSYCHIATRIC',
    104: 'PHYSICAL_EVIDENCE',
    105: 'TOXICOLOGY',
    201: 'DOCUMENT',
    202: 'TRACE',
    203: 'MICRO',
    301: 'AUDIO',
    302: 'IMAGE',
    303: 'ELECTRONIC_DATA',
    401: 'POLLUTANT',
    402: 'WATER',
    403: 'AIR',
    404: 'SOIL',
    405: 'MARINE',
    406: 'ECOSYSTEM',
    499: 'OTHER',
  },
  matter: {
    1001: 'INJURY_DEGREE',
    1002: 'DISABILITY_GRADE',
    1003: 'LOSS_OF_WORK_PERIODS',
    1004: 'FOLLOW_UP_TREATMENT',
    1005: 'MEDICAL_CAUSATION',
    1006: 'LIVING_AGE',
    1007: 'CARE_DEPENDENCY',
    1101: 'CAUSE_OF_DEATH',
    1201: 'CRIMINAL_RESPONSIBILITY',
    1202: 'CIVIL_CAPACITY',
    1301: 'PARENTAGE',
    1401: 'TOXIC_SUBSTANCE',
    2001: 'HANDWRITING',
    2002: 'SEAL_IMPRINT',
    2003: 'DOCUMENT_FORMATION',
    2101: 'TRACE_COMPARISON',
    2201: 'MICRO_SUBSTANCE',
    3001: 'RECORDING_AUTHENTICITY',
    3101: 'IMAGE_AUTHENTICITY',
    3201: 'ELECTRONIC_DATA_RECOVERY',
    4001: 'POLLUTANT_PROPERTY',
    4002: 'DAMAGE_CAUSATION',
    4003: 'DAMAGE_EXTENT',
    9999: 'OTHER',
  },
  clientKind: { 1: 'CASE_ORGAN', 2: 'ARBITRATION', 3: 'MEDIATION_BODY', 4: 'PARTY' },
  notAcceptGround: {
    1: 'OUT_OF_SCOPE',
    2: 'MATERIAL_BAD',
    3: 'PURPOSE_UNLAWFUL',
    4: 'AGAINST_RULES',
    5: 'BEYOND_ABILITY',
    6: 'PARALLEL_COMMISSION',
    7: 'OTHER',
  },
  terminateGround: {
    1: 'NOT_ACCEPTABLE',
    2: 'MATERIAL_CONSUMED',
    3: 'OBSTRUCTED',
    4: 'WITHDRAWN_OR_UNPAID',
    5: 'FORCE_MAJEURE',
    6: 'OTHER',
  },
  suspendGround: {
    1: 'UNSTABLE_CONDITION',
    2: 'SUBJECT_UNAVAILABLE',
    3: 'AWAITING_SPECIAL_TEST',
    4: 'WITNESS_ABSENT',
    5: 'MATERIAL_SUPPLEMENT',
    6: 'AGREED',
  },
  reappraisalGround: {
    1: 'UNQUALIFIED',
    2: 'BEYOND_SCOPE',
    3: 'RECUSAL_BREACHED',
    4: 'CASE_ORGAN_REQUIRES',
    5: 'OTHER_LAW',
  },
  idType: {
    1: 'RIC',
    2: 'HMT_RP',
    3: 'FPR_2023',
    4: 'FPR_OLD',
    5: 'HM_PASS',
    6: 'TW_PASS',
    7: 'PASSPORT',
    8: 'MILITARY',
    9: 'NONE',
  },
  side: { 1: 'A', 2: 'B', 3: 'NEUTRAL' },
  feeForm: { 1: 'DEFERRED', 2: 'REDUCED', 3: 'WAIVED' },
  feeBasis: { 1: 'LEGAL_AID', 2: 'OWN_HARDSHIP_RULE', 3: 'LOCAL_RULE' },
  licenceState: { 1: 'VALID', 2: 'SUSPENDED', 3: 'REVOKED', 4: 'EXPIRED' },
} as const satisfies Readonly<Record<string, Readonly<Record<number, string>>>>;

export type WireTable = keyof typeof wireCodes;
/** The graph's words for one table of the dictionary. */
export type WireWord<Table extends WireTable> = Extract<
  (typeof wireCodes)[Table][keyof (typeof wireCodes)[Table]],
  string
>;

/** The word for a number of the agency; null where the dictionary does not have it. */
export function wordFor<Table extends WireTable>(table: Table, number: number): WireWord<Table> | null {
  const words: Readonly<Record<number, string>> = wireCodes[table];
  return (words[number] as WireWord<Table> | undefined) ?? null;
}

/** The agency's number for a word; null where the dictionary does not have it. */
export function numberFor(table: WireTable, word: string): number | null {
  const found = Object.entries(wireCodes[table]).find(([, candidate]) => candidate === word);
  return found === undefined ? null : Number(found[0]);
}
