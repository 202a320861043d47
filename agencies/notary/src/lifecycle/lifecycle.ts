import type { NotaryStatus } from '../wire/notaryWords.ts';
import { createWordTable } from '../wire/wordTable.ts';

/** What can happen to a notary matter, as the requests and the history name it. */
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
export type NotaryEvent = (typeof eventWords.codes)[number];
/** Every event but the first, which makes the case, and those that leave it where it stands. */
export type TransitionEvent = Exclude<NotaryEvent, 'SUBMIT' | 'SEAL' | 'UNSEAL'>;

export interface Transition {
  readonly from: readonly NotaryStatus[];
  readonly to: NotaryStatus;
  /** Article that speaks of the step, where one does. */
  readonly citation: string | null;
}

const unfinished = ['ACCEPTED', 'UNDER_EXAMINATION', 'PAUSED', 'PENDING_APPROVAL'] as const;

/** The lifecycle as a table: nothing else decides which step may follow which. */
export const lifecycle: Readonly<Record<TransitionEvent, Transition>> = {
  ACCEPT: { from: ['SUBMITTED'], to: 'ACCEPTED', citation: '公证法第27条' },
  NOT_ACCEPT: { from: ['SUBMITTED'], to: 'NOT_ACCEPTED', citation: null },
  EXAMINE: { from: ['ACCEPTED'], to: 'UNDER_EXAMINATION', citation: '公证法第28条' },
  REQUEST_MATERIAL: { from: ['UNDER_EXAMINATION'], to: 'PAUSED', citation: '公证法第30条' },
  VERIFY_FACTS: { from: ['UNDER_EXAMINATION'], to: 'PAUSED', citation: '公证法第30条' },
  FORCE_MAJEURE: { from: ['UNDER_EXAMINATION'], to: 'PAUSED', citation: '公证法第30条' },
  RESUME: { from: ['PAUSED'], to: 'UNDER_EXAMINATION', citation: null },
  SUBMIT_DRAFT: { from: ['UNDER_EXAMINATION'], to: 'PENDING_APPROVAL', citation: null },
  APPROVE: { from: ['PENDING_APPROVAL'], to: 'ISSUED', citation: '公证法第30条、第32条' },
  RETURN_DRAFT: { from: ['PENDING_APPROVAL'], to: 'UNDER_EXAMINATION', citation: null },
  REFUSE: { from: ['UNDER_EXAMINATION', 'PENDING_APPROVAL'], to: 'REFUSED', citation: '公证法第31条' },
  TERMINATE: { from: unfinished, to: 'TERMINATED', citation: '公证程序规则' },
  REQUEST_REEXAMINATION: { from: ['ISSUED'], to: 'IN_REEXAMINATION', citation: '公证法第39条' },
  UPHOLD: { from: ['IN_REEXAMINATION'], to: 'UPHELD', citation: '公证法第39条' },
  CORRECT: { from: ['IN_REEXAMINATION'], to: 'CORRECTED', citation: '公证法第39条' },
  REVOKE_PARTLY: { from: ['IN_REEXAMINATION'], to: 'PARTLY_REVOKED', citation: '公证法第39条' },
  REVOKE: { from: ['IN_REEXAMINATION'], to: 'REVOKED', citation: '公证法第39条' },
  REQUEST_ENFORCEMENT: { from: ['ISSUED'], to: 'ENFORCEMENT_REQUESTED', citation: '公证法第37条' },
  ISSUE_ENFORCEMENT: {
    from: ['ENFORCEMENT_REQUESTED'],
    to: 'ENFORCEMENT_ISSUED',
    citation: '公证法第37条',
  },
  REFUSE_ENFORCEMENT: {
    from: ['ENFORCEMENT_REQUESTED'],
    to: 'ENFORCEMENT_REFUSED',
    citation: '最高人民法院关于公证债权文书执行若干问题的规定第8条',
  },
  ARCHIVE: { from: ['ISSUED', 'REFUSED', 'TERMINATED'], to: 'ARCHIVED', citation: null },
};

/** The events that may follow from `status`, in the table's order. */
export function allowedEvents(status: NotaryStatus): TransitionEvent[] {
  return eventWords.codes.filter(isTransition).filter((event) => lifecycle[event].from.includes(status));
}

export function isTransition(event: NotaryEvent): event is TransitionEvent {
  return Object.hasOwn(lifecycle, event);
}
