import type { ActorRole, NeighbourService } from '../vocabulary.ts';
import type { GuardName } from './guards.ts';
import type { MediationStatus } from './mediationStatus.ts';

/** One row of the lifecycle: from where, by what, to where, who does it, and what must hold. */
export interface Transition {
  readonly from: MediationStatus;
  readonly event: string;
  readonly to: MediationStatus;
  readonly by: ActorRole;
  readonly guards: readonly GuardName[];
  /** Kind of document that goes into the file with the step; absent where there is none. */
  readonly document?: string;
  /** The neighbour whose step it is; absent for the mediation's own. */
  readonly service?: NeighbourService;
}

/** An agreement that was made stays one, whatever a court or a notary then did with it: it is performed or not. */
const agreementStands = [
  '达成协议',
  '不予受理司法确认',
  '撤回司法确认申请',
  '裁定有效',
  '裁定驳回',
  '已办赋强公证',
] as const satisfies readonly MediationStatus[];

/** Where nothing more is to be done but to close the file. */
const ended = [
  ...agreementStands,
  '一方拒绝',
  '调解不成',
  '终止',
  '履行',
  '未履行',
  '申请执行',
] as const satisfies readonly MediationStatus[];

/**
 * The lifecycle of 调解 as data: what is not here is refused. A mediation that failed or was refused is never taken up
 * again (a new one is registered), an agreement is confirmed by the court before it can be enforced, and confirmation
 * and enforceable notarisation exclude each other, for they would be two titles for one debt.
 */
export const transitions: readonly Transition[] = [
  { from: '已登记', event: '征询对方', to: '征询意愿', by: '登记员', guards: [], document: '受理登记表' },
  {
    from: '征询意愿',
    event: '拒绝调解',
    to: '一方拒绝',
    by: '被申请人',
    guards: ['toldOfOtherWays'],
  },
  { from: '征询意愿', event: '无法联系', to: '一方拒绝', by: '登记员', guards: ['toldOfOtherWays'] },
  { from: '征询意愿', event: '同意调解', to: '受理', by: '双方当事人', guards: ['bothSidesAgreed'] },
  {
    from: '受理',
    event: '开始调解',
    to: '调解中',
    by: '调解组织负责人',
    guards: ['mediatorsRegistered', 'mediatorsAccepted', 'rightsInformed'],
    document: '权利义务告知书',
  },
  { from: '调解中', event: '延长期限', to: '调解中', by: '双方当事人', guards: ['bothSidesAsk'] },
  {
    from: '调解中',
    event: '达成协议',
    to: '达成协议',
    by: '双方当事人',
    guards: ['nobodyRefuses', 'agreementTimely', 'obligationsBetweenParties'],
  },
  {
    from: '调解中',
    event: '调解不成',
    to: '调解不成',
    by: '调解员',
    guards: ['toldOfOtherWays'],
    document: '终止调解通知书',
  },
  {
    from: '调解中',
    event: '撤回调解',
    to: '终止',
    by: '申请人',
    guards: ['toldOfOtherWays'],
    document: '终止调解通知书',
  },
  {
    from: '调解中',
    event: '疑似虚假调解',
    to: '终止',
    by: '调解员',
    guards: ['toldOfOtherWays'],
    document: '终止调解通知书',
  },

  ...agreementStands.map((from) => ({
    from,
    event: '履行完毕',
    to: '履行' as const,
    by: '双方当事人' as const,
    guards: ['allPerformed'] as const,
    document: '履行凭证',
  })),
  ...agreementStands.map((from) => ({
    from,
    event: '逾期未履行',
    to: '未履行' as const,
    by: '调解员' as const,
    guards: ['somethingOverdue'] as const,
  })),
  // Late performance, for the mediator goes on urging it (art. 31).
  {
    from: '未履行',
    event: '履行完毕',
    to: '履行',
    by: '双方当事人',
    guards: ['allPerformed'],
    document: '履行凭证',
  },

  {
    from: '达成协议',
    event: '申请司法确认',
    to: '已申请司法确认',
    by: '双方当事人',
    guards: ['bothSidesApply', 'within30Days'],
    document: '司法确认有关材料',
    service: '司法确认',
  },
  {
    from: '已申请司法确认',
    event: '法院受理',
    to: '已受理司法确认',
    by: '法院',
    guards: [],
    service: '司法确认',
  },
  {
    from: '已申请司法确认',
    event: '法院不予受理',
    to: '不予受理司法确认',
    by: '法院',
    guards: [],
    document: '不予受理裁定书',
    service: '司法确认',
  },
  {
    from: '已申请司法确认',
    event: '撤回确认申请',
    to: '撤回司法确认申请',
    by: '双方当事人',
    guards: [],
    service: '司法确认',
  },
  {
    from: '已受理司法确认',
    event: '裁定有效',
    to: '裁定有效',
    by: '法院',
    guards: [],
    document: '民事裁定书',
    service: '司法确认',
  },
  {
    from: '已受理司法确认',
    event: '裁定驳回',
    to: '裁定驳回',
    by: '法院',
    guards: [],
    document: '民事裁定书',
    service: '司法确认',
  },
  {
    from: '未履行',
    event: '申请执行',
    to: '申请执行',
    by: '申请人',
    guards: ['confirmedByCourt', 'withinTwoYears'],
    document: '执行申请书',
    service: '执行',
  },
  { from: '达成协议', event: '办理赋强公证', to: '已办赋强公证', by: '公证员', guards: ['hasMoneyDebt'] },

  ...ended.map((from) => ({
    from,
    event: '归档',
    to: '归档' as const,
    by: '登记员' as const,
    guards: [] as const,
    document: '卷宗情况说明',
  })),
];

/** The events that are possible from `from`, in the order of the table, each once. */
export function eventsFrom(from: MediationStatus): string[] {
  return [...new Set(transitions.filter((row) => row.from === from).map(({ event }) => event))];
}
