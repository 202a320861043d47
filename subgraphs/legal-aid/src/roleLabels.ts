/** Chinese names of the roles in legal aid cases (domain: 角色). A role without one is shown by its code. */
export const roleLabels: Readonly<Record<string, string>> = {
  APPLICANT: '申请人',
  RECIPIENT: '受援人',
  SUSPECT: '犯罪嫌疑人、被告人',
  VICTIM: '被害人',
  KIN: '近亲属',
  GUARDIAN: '法定代理人',
  INTERESTED_PERSON: '利害关系人',
  ASSIGNED_LAWYER: '承办人',
  DUTY_LAWYER: '值班律师',
  INTAKE_CLERK: '受理人',
  REVIEWER: '审查人',
  HEAD: '机构负责人',
};
