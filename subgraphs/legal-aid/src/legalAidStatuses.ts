import type { CaseStage } from '@tongban/kit';

/** Every status of the agency's lifecycle, with the stage that services share and the Chinese label. */
export const legalAidStatuses = {
  DRAFT: { stage: 'WAITING_ON_PARTY', label: '草稿' },
  SUBMITTED: { stage: 'OPEN', label: '已提交' },
  FORWARDED: { stage: 'OPEN', label: '转交' },
  REDIRECTED: { stage: 'CLOSED', label: '告知/移送其他机构' },
  SUPPLEMENT_REQUIRED: { stage: 'WAITING_ON_PARTY', label: '待补正' },
  DEEMED_WITHDRAWN: { stage: 'WITHDRAWN', label: '视为撤回' },
  UNDER_REVIEW: { stage: 'OPEN', label: '审查中' },
  GRANTED: { stage: 'IN_PROGRESS', label: '给予' },
  REFUSED: { stage: 'REFUSED', label: '不予' },
  PROVISIONAL: { stage: 'IN_PROGRESS', label: '先行提供' },
  OBJECTION: { stage: 'OPEN', label: '异议审查' },
  REFUSED_FINAL: { stage: 'REFUSED', label: '维持不予' },
  WITHDRAWN: { stage: 'WITHDRAWN', label: '撤回' },
  PENDING_ASSIGNMENT: { stage: 'IN_PROGRESS', label: '待指派' },
  ASSIGNED: { stage: 'IN_PROGRESS', label: '已指派' },
  AGREED: { stage: 'IN_PROGRESS', label: '已签委托代理协议' },
  IN_PROGRESS: { stage: 'IN_PROGRESS', label: '承办中' },
  REPLACEMENT_REVIEW: { stage: 'PAUSED', label: '更换审查' },
  TERMINATION_REVIEW: { stage: 'PAUSED', label: '终止审查' },
  TERMINATED: { stage: 'TERMINATED', label: '终止' },
  CONCLUDED: { stage: 'DECIDED', label: '办结' },
  FILE_SUBMITTED: { stage: 'DECIDED', label: '已提交案卷' },
  FILE_RETURNED: { stage: 'DECIDED', label: '案卷退补' },
  FILE_REVIEWED: { stage: 'DECIDED', label: '案卷审核通过' },
  SUBSIDY_PAID: { stage: 'DECIDED', label: '补贴已发' },
  ARCHIVED: { stage: 'CLOSED', label: '归档' },
} as const satisfies Readonly<Record<string, { readonly stage: CaseStage; readonly label: string }>>;

export type LegalAidStatus = keyof typeof legalAidStatuses;

/** The codes alone. */
export const legalAidStatusCodes = Object.keys(legalAidStatuses) as [LegalAidStatus, ...LegalAidStatus[]];
