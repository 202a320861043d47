/** Chinese names of the roles in appraisal cases. A role without one is shown by its code. */
export const roleLabels: Readonly<Record<string, string>> = {
  CLIENT: '委托人',
  SUBJECT: '被鉴定人',
  APPLICANT: '申请鉴定人',
  OPPOSING_PARTY: '对方当事人',
  RESPONDENT: '被申请人',
  SUSPECT: '犯罪嫌疑人、被告人',
  VICTIM: '被害人',
  KIN: '近亲属',
  GUARDIAN: '法定代理人',
  INTERESTED_PERSON: '利害关系人',
  APPRAISER: '司法鉴定人',
  RECUSED_APPRAISER: '回避的司法鉴定人',
  REVIEWER: '复核人',
  HEAD: '机构负责人',
};
