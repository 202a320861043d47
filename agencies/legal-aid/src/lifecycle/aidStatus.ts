/** A status of the application or of the case that follows it. */
export interface AidStatusInfo {
  /** Chinese name, as the counter prints it. */
  readonly name: string;
  /** Whether reaching it ends the work on the case: sets `closedAt`. Leaving it (an objection) clears `closedAt`. */
  readonly closes: boolean;
}

/**
 * Every status a record can have. The first block is the application's life, the second the case's; a notice from a
 * case-handling organ starts in the second.
 */
export const aidStatuses = {
  DRAFT: { name: '草稿', closes: false },
  SUBMITTED: { name: '已提交', closes: false },
  FORWARDED: { name: '转交', closes: false },
  REDIRECTED: { name: '告知/移送其他机构', closes: true },
  SUPPLEMENT_REQUIRED: { name: '待补正', closes: false },
  DEEMED_WITHDRAWN: { name: '视为撤回', closes: true },
  UNDER_REVIEW: { name: '审查中', closes: false },
  GRANTED: { name: '给予', closes: false },
  REFUSED: { name: '不予', closes: true },
  PROVISIONAL: { name: '先行提供', closes: false },
  OBJECTION: { name: '异议审查', closes: false },
  REFUSED_FINAL: { name: '维持不予', closes: true },
  WITHDRAWN: { name: '撤回', closes: true },

  PENDING_ASSIGNMENT: { name: '待指派', closes: false },
  ASSIGNED: { name: '已指派', closes: false },
  AGREED: { name: '已签委托代理协议', closes: false },
  IN_PROGRESS: { name: '承办中', closes: false },
  REPLACEMENT_REVIEW: { name: '更换审查', closes: false },
  TERMINATION_REVIEW: { name: '终止审查', closes: false },
  TERMINATED: { name: '终止', closes: true },
  CONCLUDED: { name: '办结', closes: true },
  FILE_SUBMITTED: { name: '已提交案卷', closes: true },
  FILE_RETURNED: { name: '案卷退补', closes: true },
  FILE_REVIEWED: { name: '案卷审核通过', closes: true },
  SUBSIDY_PAID: { name: '补贴已发', closes: true },
  ARCHIVED: { name: '归档', closes: true },
} as const satisfies Record<string, AidStatusInfo>;

export type AidStatus = keyof typeof aidStatuses;

/** The codes alone, in the order of the table. */
export const aidStatusCodes = Object.keys(aidStatuses) as [AidStatus, ...AidStatus[]];
