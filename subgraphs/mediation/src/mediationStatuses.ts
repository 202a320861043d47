import type { CaseStage } from '@tongban/kit';

/** Every status of a mediation (domain: 调解), with the stage that all services share and its Chinese name. */
export const mediationStatuses = {
  REGISTERED: { stage: 'OPEN', label: '已登记' },
  CONSENT_PENDING: { stage: 'WAITING_ON_PARTY', label: '征询意愿' },
  PARTY_REFUSED: { stage: 'REFUSED', label: '一方拒绝' },
  ACCEPTED: { stage: 'IN_PROGRESS', label: '受理' },
  MEDIATING: { stage: 'IN_PROGRESS', label: '调解中' },
  AGREED: { stage: 'DECIDED', label: '达成协议' },
  FAILED: { stage: 'TERMINATED', label: '调解不成' },
  TERMINATED: { stage: 'TERMINATED', label: '终止' },
  PERFORMED: { stage: 'CLOSED', label: '履行' },
  BREACHED: { stage: 'DECIDED', label: '未履行' },
  CONFIRMATION_FILED: { stage: 'DECIDED', label: '已申请司法确认' },
  CONFIRMATION_ACCEPTED: { stage: 'DECIDED', label: '已受理司法确认' },
  NOT_ACCEPTED: { stage: 'DECIDED', label: '不予受理司法确认' },
  WITHDRAWN: { stage: 'DECIDED', label: '撤回司法确认申请' },
  CONFIRMED: { stage: 'DECIDED', label: '裁定有效' },
  REJECTED: { stage: 'DECIDED', label: '裁定驳回' },
  ENFORCEMENT: { stage: 'DECIDED', label: '申请执行' },
  NOTARISED: { stage: 'DECIDED', label: '已办赋强公证' },
  ARCHIVED: { stage: 'CLOSED', label: '归档' },
} as const satisfies Record<string, { readonly stage: CaseStage; readonly label: string }>;

/** Chinese names of the roles of parties and mediators. */
export const roleLabels: Readonly<Record<string, string>> = {
  APPLICANT: '申请人',
  RESPONDENT: '被申请人',
  RECIPIENT: '受援人',
  OPPOSING_PARTY: '对方当事人',
  SUSPECT: '犯罪嫌疑人',
  VICTIM: '被害人',
  SUBJECT: '被鉴定人',
  CLIENT: '委托人',
  KIN: '近亲属',
  CREDITOR: '债权人',
  DEBTOR: '债务人',
  GUARANTOR: '保证人',
  TESTATOR: '遗嘱人',
  INTERESTED_PERSON: '利害关系人',
  MEDIATOR: '调解员',
  INTAKE_CLERK: '登记员',
};
