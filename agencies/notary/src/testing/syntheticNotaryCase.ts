import { cast, type SyntheticNotaryCase, type WorldSlice } from '@tongban/synthetic';

type Details = SyntheticNotaryCase['details'];

const { contractor, zhang } = cast.persons;
const office = cast.bodies.notaryOffice1.id;
const at = (day: string) => `2026-${day}:00+08:00`;

/** A notarised debt, issued, with a fee waived and a pause: a case that has nearly everything. */
export function syntheticNotaryCase(
  overrides: Partial<SyntheticNotaryCase> = {},
  details: Partial<Details> = {},
): SyntheticNotaryCase {
  return {
    service: 'NOTARY',
    key: 'GZ20260001',
    region: '480101',
    caseNo: '（2026）测城中内经证字第00012号',
    aliases: ['（2026）测城中执字第3号'],
    agency: office,
    status: 'ISSUED',
    openedAt: at('06-01T09:05'),
    closedAt: at('06-25T16:00'),
    parties: [
      {
        person: zhang.credential,
        organization: null,
        role: 'CREDITOR',
        side: 'A',
        agentPractitionerNo: '14801201210000001',
        agent: null,
      },
      {
        person: contractor.credential,
        organization: null,
        role: 'DEBTOR',
        side: 'B',
        agentPractitionerNo: null,
        agent: null,
      },
    ],
    handlers: [
      {
        role: 'NOTARY',
        practitionerNo: '248010001',
        name: '严测公',
        organization: office,
        from: at('06-02T10:00'),
        to: null,
      },
    ],
    events: [
      event(null, 'SUBMITTED', 'SUBMIT', '06-01T09:05', 'APPLICANT'),
      event('SUBMITTED', 'ACCEPTED', 'ACCEPT', '06-02T10:00', 'NOTARY'),
      event('ACCEPTED', 'UNDER_EXAMINATION', 'EXAMINE', '06-03T10:00', 'NOTARY'),
      event('UNDER_EXAMINATION', 'PAUSED', 'VERIFY_FACTS', '06-05T10:00', 'NOTARY'),
      event('PAUSED', 'UNDER_EXAMINATION', 'RESUME', '06-12T10:00', 'NOTARY'),
      event('UNDER_EXAMINATION', 'PENDING_APPROVAL', 'SUBMIT_DRAFT', '06-24T10:00', 'NOTARY'),
      event('PENDING_APPROVAL', 'ISSUED', 'APPROVE', '06-25T16:00', 'HEAD'),
    ],
    documents: [
      {
        kind: '公证书',
        number: '（2026）测城中内经证字第00012号',
        title: '具有强制执行效力的债权文书公证书',
        issuedAt: at('06-25T16:00'),
        issuer: office,
        secrecy: [],
      },
    ],
    pauses: [{ ruleId: 'D-10', reason: '核实协议签署情况', from: at('06-05T10:00'), to: at('06-12T10:00') }],
    extensions: [],
    secrecy: [],
    details: {
      matter: 'ENFORCEABLE_DEBT',
      purpose: '赋予调解协议强制执行效力',
      placeOfUse: '测试省',
      venueGround: 'PLACE_OF_ACT',
      handlingMode: 'COUNTER',
      applicationNo: 'SQ2026-0001',
      acceptedAt: at('06-02T10:00'),
      fee: 50_000,
      feeReduction: {
        form: 'WAIVED',
        standardFee: 50_000,
        reducedBy: 50_000,
        basis: 'LEGAL_AID',
        basisDocumentNo: '（2026）测援字第00001号',
        basisConfirmed: true,
        approvedAt: at('06-03T11:00'),
        approvedBy: '公证处主任',
        localRule: null,
        settledBy: null,
      },
      refuseGround: null,
      verifications: [{ at: at('06-10T15:00'), what: '协议签署情况', result: '属实' }],
      certificate: {
        certificateNo: '（2026）测城中内经证字第00012号',
        issuedAt: at('06-25T16:00'),
        kind: '债权文书公证书',
        status: 'VALID',
        language: '中文',
        copies: 4,
        enforceability: {
          creditor: zhang.credential,
          debtor: contractor.credential,
          obligation: '分三期支付赔偿款',
          amount: 18_600_000,
          dueDates: ['2026-07-31', '2026-09-30', '2026-12-31'],
          consentClause: true,
        },
        legalisation: null,
      },
      enforcementCertificate: null,
      reExamination: null,
      evidence: null,
      will: null,
      ...details,
    },
    ...overrides,
  };
}

/** A slice with the cast's people and bodies and these cases. */
export function sliceOf(cases: readonly SyntheticNotaryCase[]): WorldSlice {
  return {
    persons: [zhang, contractor, cast.persons.wang],
    bodies: Object.values(cast.bodies),
    practitioners: ['248010001', '248010002'].map((practitionerNo, index) => ({
      practitionerNo,
      kind: 'NOTARY',
      name: ['严测公', '𠮷测㐀'][index] ?? '',
      organization: office,
      region: '480101',
      firstPracticeYear: 2010,
      state: 'VALID',
      credential: null,
    })),
    cases,
    threads: [],
    links: [],
  };
}

function event(from: string | null, to: string, name: string, day: string, actorRole: string) {
  return {
    from,
    to,
    event: name,
    at: at(day),
    actorRole,
    documentNo: null,
    reasonCode: null,
    service: null,
  };
}
