import type { CaseFacts } from '@tongban/kit';
import type { AidCase, Appraisal, Mediation, NotaryMatter } from '../caseKinds.ts';

type Party = CaseFacts['parties'][number];
type Change<Part extends keyof CaseFacts> = Partial<Omit<CaseFacts, Part>> & {
  readonly [Key in Part]?: Partial<NonNullable<CaseFacts[Key]>>;
};

/** Tags of made-up persons, by a word: rules only compare them. */
export const tagFor = (word: string): string => `test:${word.padEnd(43, '0')}`;
export const zhang = tagFor('zhang');
export const bao = tagFor('bao');

/** A moment of 2026, `MM-DD` and an hour. */
export const at = (date: string, hour = 10): string =>
  `2026-${date}T${String(hour).padStart(2, '0')}:00:00+08:00`;

export function party(
  subject: string | null,
  role: string,
  side: Party['side'],
  change: Partial<Party> = {},
): Party {
  return { role, side, subject, organization: null, isForeign: false, lawyer: null, agent: null, ...change };
}

/** A body as a party. */
export function body(
  organization: string,
  role: string,
  side: Party['side'],
  change: Partial<Party> = {},
): Party {
  return party(null, role, side, { organization, ...change });
}

export function handler(
  role: string,
  practitionerNo: string,
  change: Partial<CaseFacts['handlers'][number]> = {},
): CaseFacts['handlers'][number] {
  return {
    role,
    practitionerNo,
    nameTag: tagFor(`name-${practitionerNo}`),
    organization: 'FIRM-1',
    from: at('03-10'),
    to: null,
    licenceState: 'VALID',
    firstPracticeYear: 2010,
    categories: null,
    ...change,
  };
}

export function step(to: string, when: string, from: string | null = null): CaseFacts['history'][number] {
  return { service: null, from, to, event: to, at: when, actorRole: 'HEAD', documentNo: null };
}

function base(service: CaseFacts['service'], id: string): CaseFacts {
  return {
    id,
    service,
    caseNo: `第${id}号`,
    aliases: [],
    agency: 'AGENCY-1',
    region: '480101',
    client: null,
    status: 'IN_PROGRESS',
    openedAt: at('03-04'),
    closedAt: null,
    marks: [],
    history: [],
    parties: [],
    handlers: [],
    documents: [],
    deadlines: [],
    pauses: [],
    extensions: [],
    feeReduction: null,
    legalAid: null,
    notary: null,
    appraisal: null,
    mediation: null,
  };
}

/** Aid for Zhang against Bao, granted on 9 March 2026, lawyer L1 of FIRM-1. */
export function aidCase({ legalAid, ...change }: Change<'legalAid'> = {}): AidCase {
  return {
    ...base('LEGAL_AID', 'LA-480101-A1'),
    parties: [party(zhang, 'RECIPIENT', 'A', { lawyer: 'L1' })],
    handlers: [handler('ASSIGNED_LAWYER', 'L1')],
    ...change,
    legalAid: {
      form: 'CIVIL_NON_LITIGATION',
      ground: 'INJURY',
      application: { receivedAt: at('03-04'), jurisdictionGround: 'EVENT_PLACE', urgent: null },
      notice: null,
      hardship: { mode: 'DATA_SHARING', exemptGround: null, notLimitedGround: null, result: 'MET' },
      decisions: [
        { decisionNo: '（2026）援审字第1号', kind: 'GRANT', decidedAt: at('03-09'), reasonCode: null },
      ],
      assignments: [
        {
          assignmentNo: '（2026）援指字第1号',
          assignedAt: at('03-10'),
          firm: 'FIRM-1',
          conflictDeclaration: 'CLEAN',
          yearsOfPractice: null,
          agreementSignedAt: at('03-12'),
        },
      ],
      opposingParties: [{ subject: bao, organization: null }],
      objection: null,
      subsidies: [],
      outcome: null,
      ...legalAid,
    },
  };
}

/** A debt of Bao's to Zhang of CNY 186000.00 made enforceable, accepted on 2 June and certified on 11 June 2026, free. */
export function notaryMatter({ notary, ...change }: Change<'notary'> = {}): NotaryMatter {
  return {
    ...base('NOTARY', 'NO-480101-N1'),
    openedAt: at('06-01'),
    parties: [party(zhang, 'CREDITOR', 'A'), party(bao, 'DEBTOR', 'B')],
    handlers: [handler('NOTARY', 'N1', { organization: 'OFFICE-1' })],
    ...change,
    notary: {
      acceptanceNo: 'N1',
      matter: 'ENFORCEABLE_DEBT',
      venueGround: 'DOMICILE',
      acceptedAt: at('06-02'),
      fee: 0,
      refuseGround: null,
      certificate: {
        certificateNo: '（2026）内经证字第1号',
        issuedAt: at('06-11'),
        status: 'VALID',
        enforceability: {
          consentClause: true,
          creditor: { subject: zhang, organization: null },
          debtor: { subject: bao, organization: null },
          amount: 18_600_000,
          dueDates: ['2026-12-31'],
        },
      },
      enforcementCertificate: null,
      namesakes: [],
      ...notary,
    },
  };
}

/** An appraisal of Zhang for a mediation body, in effect on 26 March and with an opinion of 18 May 2026, free. */
export function appraisal({ appraisal: part, ...change }: Change<'appraisal'> = {}): Appraisal {
  return {
    ...base('FORENSIC_APPRAISAL', 'FA-480101-F1'),
    openedAt: at('03-23'),
    client: 'COMMITTEE-1',
    history: [step('ACCEPTED', at('03-26')), step('ASSIGNED', at('03-27')), step('ISSUED', at('05-18'))],
    parties: [
      body('COMMITTEE-1', 'CLIENT', 'NEUTRAL'),
      party(zhang, 'SUBJECT', 'A', { lawyer: 'L1' }),
      party(bao, 'OPPOSING_PARTY', 'B'),
    ],
    handlers: ['F1', 'F2'].map((number) => handler('APPRAISER', number, { categories: ['CLINICAL'] })),
    ...change,
    appraisal: {
      category: 'CLINICAL',
      matters: ['DISABILITY_GRADE'],
      commission: {
        commissionNo: '（2026）委鉴字第1号',
        clientKind: 'MEDIATION_BODY',
        receivedAt: at('03-23'),
        effectiveAt: at('03-26'),
        isReappraisal: false,
        isSupplement: false,
        fee: 0,
      },
      institution: { licenceState: 'VALID', scope: ['CLINICAL'] },
      notAcceptGround: null,
      examinedAt: at('03-31'),
      opinion: { opinionNo: '[2026]临鉴字第1号', issuedAt: at('05-18'), signers: ['F1', 'F2'] },
      hasForeignReport: false,
      materials: [],
      ...part,
    },
  };
}

/** Zhang and Bao before a committee, agreed on CNY 186000.00 on 29 May 2026. */
export function mediation({ mediation: part, ...change }: Change<'mediation'> = {}): Mediation {
  return {
    ...base('MEDIATION', 'ME-480101-M1'),
    agency: 'COMMITTEE-1',
    openedAt: at('03-16'),
    history: [step('ACCEPTED', at('03-18')), step('MEDIATING', at('03-19')), step('AGREED', at('05-29'))],
    parties: [party(zhang, 'APPLICANT', 'A', { lawyer: 'L1' }), party(bao, 'RESPONDENT', 'B')],
    handlers: [handler('MEDIATOR', 'M1', { organization: 'COMMITTEE-1', licenceState: null })],
    ...change,
    mediation: {
      source: 'PARTY',
      disputeType: 'DAMAGE',
      organKind: 'TOWNSHIP',
      acceptedAt: at('03-18'),
      consents: [
        { party: 0, at: at('03-16'), agreed: true },
        { party: 1, at: at('03-18'), agreed: true },
      ],
      disclosures: [],
      agreement: {
        agreementNo: '（2026）人调字第1号',
        form: 'WRITTEN',
        effectiveAt: at('05-29'),
        obligations: [
          { debtor: 1, creditor: 0, amount: 18_600_000, dueDate: '2026-06-30', performedAt: null },
        ],
      },
      confirmation: null,
      notarialCertificateNo: null,
      ...part,
    },
  };
}
