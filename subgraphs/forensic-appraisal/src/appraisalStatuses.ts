import type { CaseStage } from '@tongban/kit';
import type { WireWord } from './wireCodes.ts';

/** Every status of the agency's lifecycle, with the stage that services share and the Chinese label. */
export const appraisalStatuses: Readonly<
  Record<WireWord<'caseStatus'>, { readonly stage: CaseStage; readonly label: string }>
> = {
  COMMISSIONED: { stage: 'OPEN', label: '已收委托' },
  ACCEPTANCE_REVIEW: { stage: 'OPEN', label: '受理审查' },
  NOT_ACCEPTED: { stage: 'REFUSED', label: '不予受理' },
  ACCEPTED: { stage: 'IN_PROGRESS', label: '已受理' },
  ASSIGNED: { stage: 'IN_PROGRESS', label: '已指定鉴定人' },
  EXAMINING: { stage: 'IN_PROGRESS', label: '鉴定中' },
  MATERIAL_PENDING: { stage: 'PAUSED', label: '补充材料' },
  SUSPENDED: { stage: 'PAUSED', label: '中止' },
  INTERNAL_REVIEW: { stage: 'IN_PROGRESS', label: '复核' },
  ISSUED: { stage: 'DECIDED', label: '已出具' },
  CORRECTED: { stage: 'DECIDED', label: '补正' },
  TESTIMONY_DUE: { stage: 'DECIDED', label: '待出庭' },
  TESTIFIED: { stage: 'CLOSED', label: '已出庭' },
  REFUSED_TO_TESTIFY: { stage: 'CLOSED', label: '拒绝出庭' },
  TERMINATED: { stage: 'TERMINATED', label: '终止' },
};
