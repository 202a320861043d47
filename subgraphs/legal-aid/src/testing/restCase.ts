import type { RestCase } from '../legalAidRest.ts';

/** Who is who in the samples; all numbers are test-safe. */
export const people = {
  zhang: 'RIC:480101198503121013',
  contractor: 'RIC:480101197904152158',
  lawyer: '14801201210000001',
  agency: '12480101TEAT000741',
  organ: '11480101TEAT000151',
} as const;

/** A case in progress as the agency sends it, SC-1 in the first weeks, with what a test wants different. */
export function restCase(changes: Partial<RestCase> = {}): RestCase {
  const key = changes.key ?? 'S1';
  const event = (from: string | null, to: string, name: string, at: string) => ({
    service: null,
    from,
    to,
    event: name,
    at,
    actorRole: 'INTAKE_CLERK',
    documentNo: null,
  });
  return {
    key,
    region: '480101',
    caseNo: `（2026）测援申字第${key}号`,
    otherNumbers: [`（2026）测援给字第${key}号`],
    agencyCode: people.agency,
    form: 'CIVIL_NON_LITIGATION',
    ground: 'INJURY',
    status: 'IN_PROGRESS',
    openedAt: '2026-03-02T09:00:00+08:00',
    closedAt: null,
    parties: [
      {
        role: 'RECIPIENT',
        side: 'A',
        person: { documentType: 'RIC', documentNumber: '480101198503121013' },
        organizationCode: null,
        lawyerNo: people.lawyer,
        agent: null,
      },
    ],
    handlers: [
      {
        role: 'ASSIGNED_LAWYER',
        practitionerNo: people.lawyer,
        name: '李测试',
        organizationCode: '31480101TEAT00023R',
        from: '2026-03-09T10:00:00+08:00',
        to: null,
      },
    ],
    statusHistory: [
      { ...event(null, 'REPLIED', 'REPLY', '2026-03-01T20:00:00+08:00'), service: 'CONSULTATION' },
      event(null, 'SUBMITTED', 'SUBMIT', '2026-03-02T09:00:00+08:00'),
      event('SUBMITTED', 'SUPPLEMENT_REQUIRED', 'REQUIRE_SUPPLEMENT', '2026-03-03T09:00:00+08:00'),
      event('SUPPLEMENT_REQUIRED', 'UNDER_REVIEW', 'SUPPLY', '2026-03-05T09:00:00+08:00'),
      event('UNDER_REVIEW', 'GRANTED', 'GRANT', '2026-03-06T10:00:00+08:00'),
      event('GRANTED', 'PENDING_ASSIGNMENT', 'OPEN_CASE', '2026-03-06T10:00:00+08:00'),
      event('PENDING_ASSIGNMENT', 'ASSIGNED', 'ASSIGN', '2026-03-09T10:00:00+08:00'),
      event('ASSIGNED', 'AGREED', 'SIGN_AGREEMENT', '2026-03-11T10:00:00+08:00'),
      event('AGREED', 'IN_PROGRESS', 'START', '2026-03-12T10:00:00+08:00'),
    ],
    documents: [
      {
        kind: '给予法律援助决定书',
        number: `（2026）测援给字第${key}号`,
        title: '给予法律援助决定书',
        issuedAt: '2026-03-06T10:00:00+08:00',
        issuerCode: people.agency,
        secrecyMarks: [],
      },
    ],
    clockStops: [{ ruleId: 'D-01', from: '2026-03-03T09:00:00+08:00', to: '2026-03-05T09:00:00+08:00' }],
    extensions: [],
    secrecyMarks: [],
    consultation: {
      consultNo: 'ZX-1',
      channel: 'HOTLINE',
      askedAt: '2026-03-01T19:50:00+08:00',
      topic: '提供劳务受害',
      answeredAt: '2026-03-01T20:00:00+08:00',
      toldOfRight: true,
      satisfaction: 5,
    },
    application: {
      applicationNo: `（2026）测援申字第${key}号`,
      receivedAt: '2026-03-02T09:00:00+08:00',
      receiptNo: '收1',
      jurisdictionGround: 'EVENT_PLACE',
      matterStage: '未起诉',
      urgent: null,
      caseFacts: '从脚手架跌落受伤（测试）',
      opposingParties: [
        { person: { documentType: 'RIC', documentNumber: '480101197904152158' }, organizationCode: null },
      ],
      supplement: {
        issuedAt: '2026-03-03T09:00:00+08:00',
        items: ['诊断证明'],
        answeredAt: '2026-03-05T09:00:00+08:00',
      },
      redirectedTo: null,
    },
    notice: null,
    hardshipCheck: {
      mode: 'EXEMPT_FROM_CHECK',
      exemptGround: 'RELIEF_RECIPIENT',
      standard: null,
      householdIncomeFen: 120_000,
      sourceAgency: '民政',
      result: 'NOT_REQUIRED',
    },
    decisions: [
      {
        decisionNo: `（2026）测援给字第${key}号`,
        kind: 'GRANT',
        decidedAt: '2026-03-06T10:00:00+08:00',
        reasonCode: null,
        servedAt: '2026-03-06T15:00:00+08:00',
      },
    ],
    assignments: [
      {
        assignmentNo: '（2026）测援指字第1号',
        assignedAt: '2026-03-09T10:00:00+08:00',
        firmCode: '31480101TEAT00023R',
        practitionerName: '李测试',
        mode: 'ASSIGN',
        conflictDeclaration: 'CLEAN',
        yearsOfPractice: 14,
        juvenileExperience: null,
        firmRepliedAt: null,
        agreementSignedAt: '2026-03-11T10:00:00+08:00',
      },
    ],
    replacements: [],
    objection: null,
    subsidies: [{ standard: null, amountFen: 150_000, paidAt: '2026-05-01T10:00:00+08:00', payee: '李测试' }],
    dutyLawyerSession: null,
    progressReports: [{ at: '2026-03-20T10:00:00+08:00', text: '已提交调解申请' }],
    outcome: null,
    recoveredFen: 18_600_000,
    qualityReviews: [{ method: 'FILE_INSPECTION', grade: '优秀', reviewer: '审查人', reviewedAt: null }],
    ...changes,
  };
}
