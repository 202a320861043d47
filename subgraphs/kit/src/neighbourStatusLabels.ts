import type { ServiceKind } from './serviceKind.ts';

/** Chinese labels of the steps that neighbouring services add to a case's history. */
export const neighbourStatusLabels: Partial<Record<ServiceKind, Readonly<Record<string, string>>>> = {
  CONSULTATION: {
    NEW: '新建',
    DISPATCHED: '派单',
    ACCEPTED: '签收',
    RETURNED: '退单',
    PROCESSING: '办理',
    REPLIED: '答复',
    VISITED: '回访',
    CLOSED: '办结',
    REOPENED: '重办',
  },
  JUDICIAL_CONFIRMATION: {
    CONFIRMATION_FILED: '已申请司法确认',
    CONFIRMATION_ACCEPTED: '已受理司法确认',
    CONFIRMATION_NOT_ACCEPTED: '不予受理司法确认',
    CONFIRMATION_WITHDRAWN: '撤回司法确认申请',
    NOT_ACCEPTED: '不予受理',
    WITHDRAWN: '撤回申请',
    CONFIRMED: '裁定有效',
    REJECTED: '裁定驳回',
  },
  ENFORCEMENT: {
    ENFORCEMENT: '申请执行',
    ENFORCEMENT_REQUESTED: '申请执行证书',
    ENFORCEMENT_ISSUED: '已出具执行证书',
    ENFORCEMENT_REFUSED: '不予出具执行证书',
    FILED: '已申请执行',
    ACCEPTED: '执行立案',
    CLOSED: '执行结案',
  },
};
