import { createDocument } from '../build/createDocument.ts';
import { createHandler } from '../build/createHandler.ts';
import { createHistory, toInstant } from '../build/createHistory.ts';
import { createLink } from '../build/createLink.ts';
import { createNotaryCase } from '../build/createNotaryCase.ts';
import { createParty } from '../build/createParty.ts';
import { cast } from '../cast.ts';
import { sc1LegalAidNumbers } from '../scenarios/sc1LegalAid.ts';
import { sc1Mediation, sc1MediationNumbers } from '../scenarios/sc1Mediation.ts';
import { sc2Inheritance, sc2RefusedInheritance } from '../scenarios/sc2Notary.ts';
import type { SyntheticNotaryCase } from '../syntheticNotaryCase.ts';
import { cloneCase } from './cloneCase.ts';
import { createVariant } from './createVariant.ts';

const { bodies, persons, practitioners } = cast;

/** Branch 11b of SC-1: the same agreement as an enforceable debt. Beside 11a it makes two titles for one debt. */
const notarisedAgreement = createNotaryCase(
  {
    key: 'V14S1NO1',
    region: '480101',
    caseNo: '（2026）测城中公证受字第91401号',
    agency: bodies.notaryOffice1.id,
    parties: [createParty(persons.zhang, 'CREDITOR', 'A'), createParty(persons.contractor, 'DEBTOR', 'B')],
    handlers: [createHandler('NOTARY', practitioners.notaryFeng, '2026-06-02 09:00')],
    events: createHistory('NOTARY', [
      ['SUBMIT', '2026-06-01 10:00', 'APPLICANT', { documentNo: '（2026）测城中公证申字第91401号' }],
      ['ACCEPT', '2026-06-02 09:00', 'NOTARY'],
      ['EXAMINE', '2026-06-03 09:00', 'NOTARY'],
      ['SUBMIT_DRAFT', '2026-06-10 15:00', 'NOTARY'],
      ['APPROVE', '2026-06-11 10:00', 'APPROVER', { documentNo: '（2026）测城中内经证字第91401号' }],
    ]),
    documents: [
      createDocument(
        '公证申请表',
        '（2026）测城中公证申字第91401号',
        '2026-06-01 10:00',
        bodies.notaryOffice1,
      ),
      createDocument('公证书', '（2026）测城中内经证字第91401号', '2026-06-11 10:00', bodies.notaryOffice1),
    ],
  },
  {
    matter: 'ENFORCEABLE_DEBT',
    purpose: '赋予强制执行效力',
    applicationNo: '（2026）测城中公证申字第91401号',
    venueGround: 'PLACE_OF_ACT',
    fee: 0,
    feeReduction: {
      form: 'WAIVED',
      standardFee: 60_000,
      reducedBy: 60_000,
      basis: 'LEGAL_AID',
      basisDocumentNo: sc1LegalAidNumbers.decision,
      basisConfirmed: true,
      approvedAt: toInstant('2026-06-02 09:00'),
      approvedBy: bodies.notaryOffice1.id,
      localRule: null,
      settledBy: null,
    },
    certificate: {
      certificateNo: '（2026）测城中内经证字第91401号',
      issuedAt: toInstant('2026-06-11 10:00'),
      kind: '具有强制执行效力的债权文书公证书',
      status: 'VALID',
      language: 'zh',
      copies: 2,
      enforceability: {
        creditor: persons.zhang.credential,
        debtor: persons.contractor.credential,
        obligation: '支付赔偿款',
        amount: 18_600_000,
        dueDates: ['2026-06-30', '2026-08-31', '2026-10-30'],
        consentClause: true,
      },
      legalisation: null,
    },
  },
);

const notarised = createLink({
  kind: 'EVIDENCE_FOR',
  from: sc1Mediation,
  to: notarisedAgreement,
  evidenceNo: sc1MediationNumbers.agreement,
  at: '2026-06-02 09:00',
  legalBasis: '《公证法》第三十七条；双方同意',
});

/** Another debt between the same two, a loan: no second title for what the court confirmed, and no matter of the aid. */
function withCertificate(
  index: number,
  change: (
    certificate: NonNullable<SyntheticNotaryCase['details']['certificate']>,
  ) => SyntheticNotaryCase['details']['certificate'],
) {
  return cloneCase(notarisedAgreement, index, (draft) => {
    const { certificate, feeReduction } = draft.details;
    if (certificate?.enforceability == null || feeReduction === null) return;
    draft.details.feeReduction = {
      ...feeReduction,
      basis: 'OWN_HARDSHIP_RULE',
      basisDocumentNo: null,
      basisConfirmed: null,
    };
    const loan = { obligation: '归还借款', amount: 5_000_000, dueDates: ['2026-12-31'] };
    draft.details.certificate = change({
      ...certificate,
      enforceability: { ...certificate.enforceability, ...loan },
    });
  });
}

const notarysOwn = {
  ...persons.guarantor,
  credential: practitioners.notaryZhu.credential ?? '',
  name: practitioners.notaryZhu.name,
  birthDate: `${practitioners.notaryZhu.firstPracticeYear - 28}-06-15`,
};

/** The notary stands on both sides of the counter: the applicant's document is the notary's own. */
const notaryWithInterest = cloneCase(sc2RefusedInheritance, 10, (draft) => {
  const [applicant] = draft.parties;
  if (applicant !== undefined) applicant.person = notarysOwn.credential;
  draft.agency = bodies.notaryOffice2.id;
  draft.documents = draft.documents.map((document) => ({ ...document, issuer: bodies.notaryOffice2.id }));
  draft.handlers = [createHandler('NOTARY', practitioners.notaryZhu, '2026-04-09 09:00')];
});

const interested = createVariant({ rule: 'R-10', base: 'sc2', cases: [notaryWithInterest] });

/** Faults of notary matters, and the two that are none: branch 11b alone and step 11 of SC-3. */
export const notaryVariants = {
  /** Wang asks a second office for the same inheritance while the first still has it. */
  parallelNotaryOffice: createVariant({
    rule: 'R-03',
    base: 'sc2',
    cases: [
      cloneCase(sc2RefusedInheritance, 3, (draft) => {
        draft.agency = bodies.notaryOffice2.id;
        draft.documents = draft.documents.map((document) => ({
          ...document,
          issuer: bodies.notaryOffice2.id,
        }));
        draft.handlers = [createHandler('NOTARY', practitioners.notaryZhu, '2026-04-09 09:00')];
      }),
    ],
  }),
  notaryWithInterest: {
    ...interested,
    slice: {
      ...interested.slice,
      // Known to the office as a person, not to the cast.
      persons: [
        ...interested.slice.persons,
        {
          ...notarysOwn,
          sex: Number(notarysOwn.credential.charAt(20)) % 2 === 1 ? ('MALE' as const) : ('FEMALE' as const),
        },
      ],
    },
  },
  enforceableWithoutConsent: createVariant({
    rule: 'R-11',
    base: 'sc1',
    cases: [
      withCertificate(11, (certificate) => ({
        ...certificate,
        enforceability: certificate.enforceability && { ...certificate.enforceability, consentClause: false },
      })),
    ],
  }),
  /** Wang had legal aid, and paid in full. */
  feeNotReduced: createVariant({
    rule: 'R-13',
    base: 'sc2',
    cases: [
      cloneCase(sc2Inheritance, 13, (draft) => {
        draft.details.fee = 120_000;
        draft.details.feeReduction = null;
      }),
    ],
  }),
  /** 11a and 11b both. */
  confirmedAndNotarised: createVariant({
    rule: 'R-14',
    base: 'sc1',
    cases: [notarisedAgreement],
    links: [notarised],
  }),
  certificateBeforeAcceptance: createVariant({
    rule: 'R-17',
    base: 'sc1',
    cases: [
      withCertificate(17, (certificate) => ({ ...certificate, issuedAt: toInstant('2026-05-31 10:00') })),
    ],
  }),
  /** Paused a second time on the last day but one, and for two months. */
  pauseJustBeforeDue: createVariant({
    rule: 'R-18',
    base: 'sc2',
    cases: [
      cloneCase(sc2RefusedInheritance, 18, (draft) => {
        draft.events = createHistory('NOTARY', [
          ['SUBMIT', '2026-04-08 10:00', 'APPLICANT'],
          ['ACCEPT', '2026-04-09 09:00', 'NOTARY'],
          ['EXAMINE', '2026-04-10 09:00', 'NOTARY'],
          ['VERIFY_FACTS', '2026-04-14 09:00', 'NOTARY'],
          ['RESUME', '2026-04-22 09:00', 'NOTARY'],
          ['VERIFY_FACTS', '2026-05-11 16:00', 'NOTARY'],
          ['RESUME', '2026-07-08 09:00', 'NOTARY'],
          ['REFUSE', '2026-07-09 16:00', 'HEAD', { reasonCode: 'DISPUTE' }],
        ]);
        draft.pauses = [
          ...draft.pauses,
          {
            ruleId: 'D-10',
            reason: '核实',
            from: toInstant('2026-05-11 16:00'),
            to: toInstant('2026-07-08 09:00'),
          },
        ];
        draft.closedAt = toInstant('2026-07-09 16:00');
      }),
    ],
  }),
  /** Step 11 of SC-3: the lawful question was answered "none". No fault: what an office may certify about a sealed record. */
  criminalRecordCertificate: createVariant({
    rule: null,
    base: 'sc3',
    cases: [
      createNotaryCase(
        {
          key: 'V32S3NO1',
          region: '480101',
          caseNo: '（2026）测城中公证受字第93201号',
          agency: bodies.notaryOffice1.id,
          parties: [createParty(persons.chen, 'APPLICANT', 'A')],
          handlers: [createHandler('NOTARY', practitioners.notaryFeng, '2026-10-13 09:00')],
          events: createHistory('NOTARY', [
            ['SUBMIT', '2026-10-12 10:00', 'APPLICANT', { documentNo: '（2026）测城中公证申字第93201号' }],
            ['ACCEPT', '2026-10-13 09:00', 'NOTARY'],
            ['EXAMINE', '2026-10-14 09:00', 'NOTARY'],
            ['SUBMIT_DRAFT', '2026-10-20 15:00', 'NOTARY'],
            ['APPROVE', '2026-10-21 10:00', 'APPROVER', { documentNo: '（2026）测城中内民证字第93201号' }],
          ]),
          documents: [
            createDocument(
              '公证申请表',
              '（2026）测城中公证申字第93201号',
              '2026-10-12 10:00',
              bodies.notaryOffice1,
            ),
            createDocument(
              '公证书',
              '（2026）测城中内民证字第93201号',
              '2026-10-21 10:00',
              bodies.notaryOffice1,
            ),
          ],
          secrecy: ['privacy', 'minor'],
        },
        {
          matter: 'CRIMINAL_RECORD',
          purpose: '入职',
          applicationNo: '（2026）测城中公证申字第93201号',
          fee: 20_000,
          verifications: [{ at: toInstant('2026-10-15 10:00'), what: '有无犯罪记录', result: '无' }],
          certificate: {
            certificateNo: '（2026）测城中内民证字第93201号',
            issuedAt: toInstant('2026-10-21 10:00'),
            kind: '无犯罪记录公证书',
            status: 'VALID',
            language: 'zh',
            copies: 1,
            enforceability: null,
            legalisation: null,
          },
        },
      ),
    ],
  }),
} as const;
