import type { Word } from '../wire/codeTables.ts';

export type CaseStatus = Word<'caseStatus'>;

/** One row of the lifecycle: what may happen where, and what comes of it. */
export interface Transition {
  readonly from: readonly CaseStatus[];
  readonly to: CaseStatus;
  /** Kind of the document that records the step, or null where none is drawn up. */
  readonly document: string | null;
  /** Whether the case ends with it: sets `closedTime`. */
  readonly closes: boolean;
  /** Article of 司法鉴定程序通则, or the local act where the rule is local. */
  readonly citation: string;
}

const UNDER_WAY = [
  'ACCEPTED',
  'ASSIGNED',
  'EXAMINING',
  'MATERIAL_PENDING',
  'SUSPENDED',
  'INTERNAL_REVIEW',
] as const;

/**
 * The lifecycle of an appraisal case, whole. A supplementary appraisal (通则 30) and a re-appraisal (通则 31) are new
 * cases that name the first; nothing leads back into an issued one.
 */
export const lifecycle = {
  REVIEW: step(['COMMISSIONED'], 'ACCEPTANCE_REVIEW', '受理审查表', '通则第十四条'),
  REFUSE: end(['ACCEPTANCE_REVIEW'], 'NOT_ACCEPTED', '不予受理告知书', '通则第十五条、第十七条'),
  SIGN_COMMISSION: step(['ACCEPTANCE_REVIEW'], 'ACCEPTED', '司法鉴定委托书', '通则第十六条'),
  ASSIGN_APPRAISERS: step(['ACCEPTED'], 'ASSIGNED', '鉴定人承诺书', '通则第十八条、第十九条'),
  START_EXAMINATION: step(['ASSIGNED'], 'EXAMINING', null, '通则第二十三条'),
  REQUEST_MATERIAL: step(['EXAMINING'], 'MATERIAL_PENDING', '补充材料函', '通则第二十八条'),
  RECEIVE_MATERIAL: step(['MATERIAL_PENDING'], 'EXAMINING', '材料接收清单', '通则第二十八条'),
  SUSPEND: step(['EXAMINING'], 'SUSPENDED', '中止鉴定告知书', '北京市司法鉴定管理条例第二十四条'),
  RESUME: step(['SUSPENDED'], 'EXAMINING', '恢复鉴定告知书', '北京市司法鉴定管理条例第二十四条'),
  EXTEND: step(['EXAMINING'], 'EXAMINING', '延长时限告知书', '通则第二十八条'),
  SUBMIT_DRAFT: step(['EXAMINING'], 'INTERNAL_REVIEW', null, '通则第三十五条'),
  ISSUE: end(['INTERNAL_REVIEW'], 'ISSUED', '司法鉴定意见书', '通则第三十六条至第三十八条'),
  TERMINATE: end(UNDER_WAY, 'TERMINATED', '终止鉴定告知书', '通则第二十九条'),
  CORRECT: step(['ISSUED'], 'CORRECTED', '补正书', '通则第四十一条'),
  COURT_NOTICE: step(['ISSUED'], 'TESTIMONY_DUE', '出庭作证通知书', '通则第四十三条'),
  TESTIFY: step(['TESTIMONY_DUE'], 'TESTIFIED', null, '通则第四十三条'),
  REFUSE_TO_TESTIFY: step(['TESTIMONY_DUE'], 'REFUSED_TO_TESTIFY', null, '民事诉讼法第八十一条'),
} as const satisfies Record<string, Transition>;

export type LifecycleEvent = keyof typeof lifecycle;

const EVERY_STATUS = [
  'COMMISSIONED',
  'ACCEPTANCE_REVIEW',
  'NOT_ACCEPTED',
  ...UNDER_WAY,
  'ISSUED',
  'CORRECTED',
  'TESTIMONY_DUE',
  'TESTIFIED',
  'REFUSED_TO_TESTIFY',
  'TERMINATED',
] as const;

/**
 * What may be put on record without a step: the event, and the statuses that allow it. Fee help comes before the
 * opinion; sealing (刑事诉讼法 art. 286) and its end at any time.
 */
export const recordings = {
  REDUCE_FEE: ['ACCEPTANCE_REVIEW', ...UNDER_WAY],
  REPORT_FOREIGN_ELEMENT: ['COMMISSIONED', 'ACCEPTANCE_REVIEW', ...UNDER_WAY, 'ISSUED'],
  HAND_OVER_MATERIAL: EVERY_STATUS,
  RECUSE_APPRAISER: ['ACCEPTANCE_REVIEW', ...UNDER_WAY],
  SEAL: EVERY_STATUS,
  UNSEAL: EVERY_STATUS,
} as const satisfies Record<string, readonly CaseStatus[]>;

export type RecordingEvent = keyof typeof recordings;

export function isLifecycleEvent(event: string): event is LifecycleEvent {
  return Object.hasOwn(lifecycle, event);
}

/** Every event that the status allows, lifecycle steps first. */
export function eventsFrom(status: string): string[] {
  const allows = (from: readonly string[]) => from.includes(status);
  return [
    ...Object.entries(lifecycle).flatMap(([event, { from }]) => (allows(from) ? [event] : [])),
    ...Object.entries(recordings).flatMap(([event, from]) => (allows(from) ? [event] : [])),
  ];
}

function step(
  from: readonly CaseStatus[],
  to: CaseStatus,
  document: string | null,
  citation: string,
): Transition {
  return { from, to, document, citation, closes: false };
}

function end(
  from: readonly CaseStatus[],
  to: CaseStatus,
  document: string | null,
  citation: string,
): Transition {
  return { from, to, document, citation, closes: true };
}
