import type { AidStatus } from './aidStatus.ts';
import type { GuardName } from './guards.ts';

/** One row of the lifecycle: from where, by what, to where, and what must hold. */
export interface Transition {
  readonly from: AidStatus;
  /** The row applies only where the status before `from` was this one: a review goes back to where it began. */
  readonly cameFrom?: AidStatus;
  readonly event: string;
  readonly to: AidStatus;
  readonly guards: readonly GuardName[];
  /** Kind of document that the step issues, numbered by the agency; absent where it issues none. */
  readonly document?: string;
}

const assignmentGuards = [
  'decisionOrNotice',
  'lawyerMayAct',
  'threeYearsForGraveCases',
  'juvenileExperience',
  'noConflict',
] as const satisfies readonly GuardName[];

const withdrawable = [
  'DRAFT',
  'SUBMITTED',
  'FORWARDED',
  'SUPPLEMENT_REQUIRED',
  'UNDER_REVIEW',
  'PROVISIONAL',
] as const;
const terminable = ['ASSIGNED', 'AGREED', 'IN_PROGRESS'] as const;

/**
 * The lifecycle of 法律援助 as data: what is not here is refused. A new instance (一审, 二审, 执行) is a new case, so
 * nothing leads back from CONCLUDED; a lawyer is never assigned without a decision or a notice; a subsidy is never
 * paid before the file was reviewed.
 */
export const transitions: readonly Transition[] = [
  // The application (arts 38-49).
  { from: 'DRAFT', event: 'SUBMIT', to: 'SUBMITTED', guards: [] },
  { from: 'FORWARDED', event: 'RECEIVE', to: 'SUBMITTED', guards: [] },
  { from: 'SUBMITTED', event: 'REDIRECT', to: 'REDIRECTED', guards: ['jurisdictionElsewhere'] },
  {
    from: 'SUBMITTED',
    event: 'REQUIRE_SUPPLEMENT',
    to: 'SUPPLEMENT_REQUIRED',
    guards: ['supplementAskedOnce'],
    document: '补充材料/说明通知书',
  },
  { from: 'SUPPLEMENT_REQUIRED', event: 'SUPPLY', to: 'UNDER_REVIEW', guards: [] },
  { from: 'SUPPLEMENT_REQUIRED', event: 'LAPSE', to: 'DEEMED_WITHDRAWN', guards: [] },
  { from: 'SUBMITTED', event: 'ACCEPT', to: 'UNDER_REVIEW', guards: [], document: '申请材料接收凭证' },
  {
    from: 'UNDER_REVIEW',
    event: 'GRANT',
    to: 'GRANTED',
    guards: ['hardshipSettled', 'exemptionFits'],
    document: '给予法律援助决定书',
  },
  {
    from: 'UNDER_REVIEW',
    event: 'REFUSE',
    to: 'REFUSED',
    guards: ['remedyTold'],
    document: '不予法律援助决定书',
  },
  {
    from: 'SUBMITTED',
    event: 'PROVIDE_FIRST',
    to: 'PROVISIONAL',
    guards: ['urgent'],
    document: '先行提供法律援助通知书',
  },
  {
    from: 'UNDER_REVIEW',
    event: 'PROVIDE_FIRST',
    to: 'PROVISIONAL',
    guards: ['urgent'],
    document: '先行提供法律援助通知书',
  },
  {
    from: 'PROVISIONAL',
    event: 'GRANT',
    to: 'GRANTED',
    guards: ['hardshipSettled', 'exemptionFits'],
    document: '给予法律援助决定书',
  },
  {
    from: 'PROVISIONAL',
    event: 'REFUSE',
    to: 'REFUSED',
    guards: ['remedyTold'],
    document: '不予法律援助决定书',
  },
  { from: 'REFUSED', event: 'OBJECT', to: 'OBJECTION', guards: ['objectionToSupervisor'] },
  {
    from: 'OBJECTION',
    cameFrom: 'REFUSED',
    event: 'UPHOLD',
    to: 'REFUSED_FINAL',
    guards: [],
    document: '异议审查决定书',
  },
  {
    from: 'OBJECTION',
    cameFrom: 'REFUSED',
    event: 'ORDER_CORRECTION',
    to: 'GRANTED',
    guards: [],
    document: '异议审查决定书',
  },
  ...withdrawable.map((from) => ({ from, event: 'WITHDRAW', to: 'WITHDRAWN' as const, guards: [] })),

  // The case.
  { from: 'GRANTED', event: 'OPEN_CASE', to: 'PENDING_ASSIGNMENT', guards: [] },
  {
    from: 'PENDING_ASSIGNMENT',
    event: 'ASSIGN',
    to: 'ASSIGNED',
    guards: assignmentGuards,
    document: '指派通知书',
  },
  {
    from: 'ASSIGNED',
    event: 'SIGN_AGREEMENT',
    to: 'AGREED',
    guards: [],
    document: '委托代理/辩护协议',
  },
  { from: 'AGREED', event: 'START', to: 'IN_PROGRESS', guards: [] },
  { from: 'IN_PROGRESS', event: 'REQUEST_REPLACEMENT', to: 'REPLACEMENT_REVIEW', guards: [] },
  {
    from: 'REPLACEMENT_REVIEW',
    event: 'APPROVE_REPLACEMENT',
    to: 'IN_PROGRESS',
    guards: [...assignmentGuards, 'anotherLawyer'],
    document: '更换法律援助人员通知书',
  },
  { from: 'REPLACEMENT_REVIEW', event: 'REJECT_REPLACEMENT', to: 'IN_PROGRESS', guards: [] },
  { from: 'IN_PROGRESS', event: 'CONCLUDE', to: 'CONCLUDED', guards: [], document: '结案报告表' },
  { from: 'CONCLUDED', event: 'SUBMIT_FILE', to: 'FILE_SUBMITTED', guards: [] },
  { from: 'FILE_SUBMITTED', event: 'RETURN_FILE', to: 'FILE_RETURNED', guards: [] },
  { from: 'FILE_RETURNED', event: 'SUBMIT_FILE', to: 'FILE_SUBMITTED', guards: [] },
  { from: 'FILE_SUBMITTED', event: 'REVIEW_FILE', to: 'FILE_REVIEWED', guards: [] },
  { from: 'FILE_REVIEWED', event: 'PAY_SUBSIDY', to: 'SUBSIDY_PAID', guards: ['paidOnce'] },
  { from: 'SUBSIDY_PAID', event: 'ARCHIVE', to: 'ARCHIVED', guards: [] },

  // Termination (art. 48) and the objection to it (art. 49).
  ...terminable.map((from) => ({
    from,
    event: 'OPEN_TERMINATION_REVIEW',
    to: 'TERMINATION_REVIEW' as const,
    guards: [],
  })),
  {
    from: 'TERMINATION_REVIEW',
    event: 'TERMINATE',
    to: 'TERMINATED',
    guards: ['remedyTold'],
    document: '终止法律援助决定书',
  },
  ...terminable.map((cameFrom) => ({
    from: 'TERMINATION_REVIEW' as const,
    cameFrom,
    event: 'REJECT_TERMINATION',
    to: cameFrom,
    guards: [],
  })),
  { from: 'TERMINATED', event: 'OBJECT', to: 'OBJECTION', guards: ['objectionToSupervisor', 'objectedOnce'] },
  {
    from: 'OBJECTION',
    cameFrom: 'TERMINATED',
    event: 'UPHOLD',
    to: 'TERMINATED',
    guards: [],
    document: '异议审查决定书',
  },
  {
    from: 'OBJECTION',
    cameFrom: 'TERMINATED',
    event: 'ORDER_CORRECTION',
    to: 'IN_PROGRESS',
    guards: [],
    document: '异议审查决定书',
  },
];
