import { cast, type SyntheticMediationCase, type WorldSlice } from '@tongban/synthetic';

const { zhang, contractor } = cast.persons;
const { townshipCommittee, court } = cast.bodies;

/** What nobody outside the mediation body may ever read. */
export const STATEMENT = '对方私下表示最多可让步至十五万元-CANARY-7f3a';

const at = (day: string, time = '09:00:00') => `2026-${day}T${time}+08:00`;

/** Zhang and the contractor: agreed in writing, not yet due. Override what a test is about. */
export function sampleCase(
  key: string,
  overrides: Partial<Omit<SyntheticMediationCase, 'details'>> & {
    details?: Partial<SyntheticMediationCase['details']>;
  } = {},
): SyntheticMediationCase {
  const { details, ...shared } = overrides;
  const agreementNo = `（2026）测山人调字第${key}号`;
  return {
    service: 'MEDIATION',
    key,
    region: '480101',
    caseNo: `（2026）测山登人调字第${key}号`,
    aliases: [agreementNo],
    agency: townshipCommittee.id,
    status: 'AGREED',
    openedAt: at('09-01'),
    closedAt: null,
    parties: [
      {
        person: zhang.credential,
        organization: null,
        role: 'APPLICANT',
        side: 'A',
        agentPractitionerNo: cast.practitioners.li.practitionerNo,
        agent: null,
      },
      {
        person: contractor.credential,
        organization: null,
        role: 'RESPONDENT',
        side: 'B',
        agentPractitionerNo: null,
        agent: null,
      },
    ],
    handlers: [
      {
        role: 'MEDIATOR',
        practitionerNo: 'M48010100001',
        name: '孟测和',
        organization: townshipCommittee.id,
        from: at('09-03'),
        to: null,
      },
    ],
    events: [
      step(null, 'REGISTERED', 'REGISTER', at('09-01')),
      step('REGISTERED', 'CONSENT_PENDING', 'ASK_OTHER_SIDE', at('09-01', '10:00:00')),
      step('CONSENT_PENDING', 'ACCEPTED', 'CONSENT', at('09-02')),
      step('ACCEPTED', 'MEDIATING', 'START', at('09-03')),
      step('MEDIATING', 'AGREED', 'REACH_AGREEMENT', at('09-20')),
    ],
    documents: [
      {
        kind: '人民调解协议书',
        number: agreementNo,
        title: '人民调解协议书',
        issuedAt: at('09-20'),
        issuer: townshipCommittee.id,
        secrecy: [],
      },
    ],
    pauses: [],
    extensions: [],
    secrecy: [],
    ...shared,
    details: {
      organKind: 'TOWNSHIP',
      source: 'PARTY',
      disputeType: 'DAMAGE',
      isPublic: false,
      consents: [
        { party: zhang.credential, at: at('09-01'), agreed: true },
        { party: contractor.credential, at: at('09-02'), agreed: true },
      ],
      acceptedAt: at('09-02'),
      sessions: [
        {
          at: at('09-10', '14:30:00'),
          place: '测山镇调解室',
          mode: 'ON_SITE',
          statements: STATEMENT,
          undisputedFacts: '双方对受伤时间和地点无争议',
        },
      ],
      disclosures: [],
      agreement: {
        agreementNo,
        form: 'WRITTEN',
        effectiveAt: at('09-20'),
        obligations: [
          {
            debtor: contractor.credential,
            creditor: zhang.credential,
            what: '支付第一期赔偿款',
            amount: 6_200_000,
            dueDate: '2026-10-20',
            performedAt: at('10-18'),
          },
          {
            debtor: contractor.credential,
            creditor: zhang.credential,
            what: '支付第二期赔偿款',
            amount: 6_200_005,
            dueDate: '2026-11-20',
            performedAt: null,
          },
        ],
      },
      confirmation: null,
      followUps: [{ at: at('10-25'), performed: true, satisfaction: 5 }],
      ...details,
    },
  };
}

/** The court of the cast. */
export const courtId = court.id;

/** A slice with the whole cast and these cases. */
export function sliceOf(cases: readonly SyntheticMediationCase[]): WorldSlice {
  return {
    persons: Object.values(cast.persons).flat(),
    bodies: Object.values(cast.bodies),
    practitioners: Object.values(cast.practitioners),
    cases,
    threads: [],
    links: [],
  };
}

function step(
  from: string | null,
  to: string,
  event: string,
  when: string,
): SyntheticMediationCase['events'][number] {
  return {
    from,
    to,
    event,
    at: when,
    actorRole: 'MEDIATOR',
    documentNo: null,
    reasonCode: null,
    service: null,
  };
}
