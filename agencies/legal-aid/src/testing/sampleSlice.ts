import type { SyntheticLegalAidCase, SyntheticPerson, WorldSlice } from '@tongban/synthetic';

/** Codes of the bodies and people that the samples speak of; all test-safe numbers. */
export const sample = {
  agency: '12480101TEAT000741',
  bureau: '11480101TEAT000151',
  firm: '31480101TEAT00023R',
  otherFirm: '31480101TEAT0009XX',
  organ: '11480101TEAT0010XX',
  lawyer: '14801201210000001',
  colleague: '14801201910000002',
  outsider: '14801200510000003',
  zhang: 'RIC:480101198503121013',
  contractor: 'RIC:480101197904152158',
  minor: 'RIC:480102201006010137',
} as const;

/** One closed aid case as SC-1 has it, with what a test wants different. */
export function sampleCase(changes: Partial<SyntheticLegalAidCase> = {}): SyntheticLegalAidCase {
  const key = changes.key ?? 'S1';
  return {
    service: 'LEGAL_AID',
    key,
    region: '480101',
    caseNo: `（2026）测援字第${key}号`,
    aliases: [`（2026）测援决字第${key}号`],
    agency: sample.agency,
    status: 'IN_PROGRESS',
    openedAt: '2026-03-02T09:00:00+08:00',
    closedAt: null,
    parties: [
      {
        person: sample.zhang,
        organization: null,
        role: 'RECIPIENT',
        side: 'A',
        agentPractitionerNo: sample.lawyer,
        agent: null,
      },
    ],
    handlers: [
      {
        role: 'ASSIGNED_LAWYER',
        practitionerNo: sample.lawyer,
        name: '李测试',
        organization: sample.firm,
        from: '2026-03-06T10:00:00+08:00',
        to: null,
      },
    ],
    events: [
      step(null, 'REPLIED', 'REPLY', '2026-03-01T20:00:00+08:00', 'CONSULTATION'),
      step(null, 'SUBMITTED', 'SUBMIT', '2026-03-02T09:00:00+08:00'),
      step('SUBMITTED', 'UNDER_REVIEW', 'ACCEPT', '2026-03-02T10:00:00+08:00'),
      step('UNDER_REVIEW', 'GRANTED', 'GRANT', '2026-03-05T10:00:00+08:00'),
      step('GRANTED', 'PENDING_ASSIGNMENT', 'OPEN_CASE', '2026-03-05T10:00:00+08:00'),
      step('PENDING_ASSIGNMENT', 'ASSIGNED', 'ASSIGN', '2026-03-06T10:00:00+08:00'),
      step('ASSIGNED', 'AGREED', 'SIGN_AGREEMENT', '2026-03-09T10:00:00+08:00'),
      step('AGREED', 'IN_PROGRESS', 'START', '2026-03-10T10:00:00+08:00'),
    ],
    documents: [
      {
        kind: '给予法律援助决定书',
        number: `（2026）测援决字第${key}号`,
        title: '给予法律援助决定书',
        issuedAt: '2026-03-05T10:00:00+08:00',
        issuer: sample.agency,
        secrecy: [],
      },
    ],
    pauses: [],
    extensions: [],
    secrecy: [],
    details: {
      form: 'CIVIL_NON_LITIGATION',
      ground: 'INJURY',
      application: {
        applicationNo: `（2026）测援申字第${key}号`,
        receivedAt: '2026-03-02T09:00:00+08:00',
        receiptNo: null,
        jurisdictionGround: 'EVENT_PLACE',
        urgent: null,
        caseFacts: '从脚手架跌落受伤（测试）',
        supplement: null,
      },
      consultation: {
        consultNo: `ZX-${key}`,
        channel: 'HOTLINE',
        askedAt: '2026-03-01T19:50:00+08:00',
        answeredAt: '2026-03-01T20:00:00+08:00',
        topic: '提供劳务受害',
        toldOfRight: true,
        satisfaction: 5,
      },
      notice: null,
      hardshipCheck: {
        mode: 'EXEMPT_FROM_CHECK',
        exemptGround: 'RELIEF_RECIPIENT',
        sourceAgency: '民政',
        result: 'NOT_REQUIRED',
        householdIncome: null,
      },
      decision: {
        decisionNo: `（2026）测援决字第${key}号`,
        kind: 'GRANT',
        decidedAt: '2026-03-05T10:00:00+08:00',
        reasonCode: null,
        servedAt: null,
      },
      assignments: [
        {
          assignmentNo: `（2026）测援指字第${key}号`,
          assignedAt: '2026-03-06T10:00:00+08:00',
          firm: sample.firm,
          practitionerNo: sample.lawyer,
          mode: 'ASSIGN',
          conflictDeclaration: 'CLEAN',
          agreementSignedAt: '2026-03-09T10:00:00+08:00',
        },
      ],
      opposingParties: [sample.contractor],
      objection: null,
      subsidies: [],
      dutyLawyer: null,
      outcome: null,
      recovered: null,
      qualityGrade: null,
    },
    ...changes,
  };
}

/** A slice with the register, three persons and the cases given. */
export function sampleSlice(cases: readonly SyntheticLegalAidCase[]): WorldSlice {
  return {
    persons: [
      person(sample.zhang, '张测试', '1985-03-12'),
      person(sample.contractor, '包工头测试', '1979-04-15'),
      person(sample.minor, '陈测试', '2010-06-01'),
    ],
    bodies: [
      body(sample.agency, '测试县法律援助中心', 'LEGAL_AID_AGENCY'),
      body(sample.bureau, '测试县司法局', 'JUSTICE_BUREAU'),
      body(sample.firm, '测试律师事务所', 'LAW_FIRM'),
      body(sample.otherFirm, '另一测试律师事务所', 'LAW_FIRM'),
      body(sample.organ, '测试县公安局', 'CASE_ORGAN'),
    ],
    practitioners: [
      practitioner(sample.lawyer, '李测试', sample.firm, 2012),
      practitioner(sample.colleague, '王测试', sample.firm, 2025),
      practitioner(sample.outsider, '赵测试', sample.otherFirm, 2005),
    ],
    cases,
    threads: [],
    links: [],
  };
}

function step(
  from: string | null,
  to: string,
  event: string,
  at: string,
  service: 'CONSULTATION' | null = null,
): SyntheticLegalAidCase['events'][number] {
  return { from, to, event, at, actorRole: 'INTAKE_CLERK', documentNo: null, reasonCode: null, service };
}

function person(credential: string, name: string, birthDate: string): SyntheticPerson {
  return {
    credential,
    name,
    sex: 'MALE',
    birthDate,
    phone: '19900000001',
    address: '测试省测试市测试县',
    addressProtected: false,
    specialGroups: [],
    formerCredentials: [],
    guardian: null,
  };
}

function body(
  id: string,
  name: string,
  kind: WorldSlice['bodies'][number]['kind'],
): WorldSlice['bodies'][number] {
  const supervisor = kind === 'LEGAL_AID_AGENCY' ? sample.bureau : null;
  return {
    id,
    uscc: id,
    name,
    kind,
    region: '480101',
    licenceNo: null,
    licenceState: 'VALID',
    supervisor,
    scope: [],
  };
}

function practitioner(
  practitionerNo: string,
  name: string,
  organization: string,
  firstPracticeYear: number,
): WorldSlice['practitioners'][number] {
  return {
    practitionerNo,
    kind: 'LAWYER',
    name,
    organization,
    region: '480101',
    firstPracticeYear,
    state: 'VALID',
    credential: null,
  };
}
