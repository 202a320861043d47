import type { CaseStage } from '@tongban/kit';
import type { NotaryStatus } from './wire/notaryWords.ts';

/**
 * Every status of a notary matter, with the stage that services share and the Chinese label. While a certificate is
 * re-examined or made ready for enforcement the office works on it again.
 */
export const notaryStatuses = {
  SUBMITTED: { stage: 'OPEN', label: '已申请' },
  ACCEPTED: { stage: 'IN_PROGRESS', label: '已受理' },
  NOT_ACCEPTED: { stage: 'REFUSED', label: '不予受理' },
  UNDER_EXAMINATION: { stage: 'IN_PROGRESS', label: '审查核实' },
  PAUSED: { stage: 'PAUSED', label: '暂停计时' },
  PENDING_APPROVAL: { stage: 'IN_PROGRESS', label: '待审批' },
  ISSUED: { stage: 'DECIDED', label: '已出证' },
  REFUSED: { stage: 'REFUSED', label: '不予办理' },
  TERMINATED: { stage: 'TERMINATED', label: '终止' },
  IN_REEXAMINATION: { stage: 'IN_PROGRESS', label: '复查中' },
  UPHELD: { stage: 'DECIDED', label: '复查维持' },
  CORRECTED: { stage: 'DECIDED', label: '已更正、补正' },
  PARTLY_REVOKED: { stage: 'DECIDED', label: '部分撤销' },
  REVOKED: { stage: 'DECIDED', label: '已撤销' },
  ENFORCEMENT_REQUESTED: { stage: 'IN_PROGRESS', label: '已申请执行证书' },
  ENFORCEMENT_ISSUED: { stage: 'DECIDED', label: '已出具执行证书' },
  ENFORCEMENT_REFUSED: { stage: 'DECIDED', label: '不予出具执行证书' },
  ARCHIVED: { stage: 'CLOSED', label: '归档' },
} as const satisfies Readonly<Record<NotaryStatus, { readonly stage: CaseStage; readonly label: string }>>;
