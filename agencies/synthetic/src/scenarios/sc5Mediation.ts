import { createDocument } from '../build/createDocument.ts';
import { createHandler } from '../build/createHandler.ts';
import { createHistory, toInstant } from '../build/createHistory.ts';
import { createMediationCase } from '../build/createMediationCase.ts';
import { createParty } from '../build/createParty.ts';
import { cast } from '../cast.ts';

const { farmers } = cast.persons;
const { court, environmentBureau, environmentMediationOffice, polluter } = cast.bodies;
const { environmentMediator, wu, zhou } = cast.practitioners;

/** Numbers on the documents of the negotiation and of the farmers' mediation. */
export const sc5MediationNumbers = {
  negotiationAgreement: '（2026）测环磋人调字第0001号',
  agreement: '（2026）测环行人调字第0005号',
  courtCase: '（2026）测0101诉前调确71号',
} as const;

const numbers = sc5MediationNumbers;
const mediator = (from: string) => [createHandler('MEDIATOR', environmentMediator, from)];

/** Step 8: the bureau and the enterprise negotiate compensation for the damage to nature (生态环境损害赔偿磋商). */
export const sc5Negotiation = createMediationCase(
  {
    key: 'S5ME1',
    region: '480101',
    caseNo: '（2026）测环磋受调字第0001号',
    agency: environmentMediationOffice.id,
    parties: [createParty(environmentBureau, 'APPLICANT', 'A'), createParty(polluter, 'RESPONDENT', 'B')],
    handlers: mediator('2026-08-05 09:00'),
    events: createHistory('MEDIATION', [
      ['REGISTER', '2026-07-30 09:30', 'INTAKE_CLERK'],
      ['ASK_OTHER_SIDE', '2026-07-30 10:00', 'INTAKE_CLERK'],
      ['CONSENT', '2026-08-04 15:00', 'PARTIES'],
      ['START', '2026-08-05 09:00', 'HEAD'],
      ['REACH_AGREEMENT', '2026-08-28 16:00', 'PARTIES', { documentNo: numbers.negotiationAgreement }],
      ['PERFORM', '2026-10-15 10:00', 'PARTIES'],
    ]),
    documents: [
      createDocument(
        '受理登记表',
        '（2026）测环磋受调字第0001号',
        '2026-07-30 09:30',
        environmentMediationOffice,
      ),
      createDocument(
        '生态环境损害赔偿磋商协议',
        numbers.negotiationAgreement,
        '2026-08-28 16:00',
        environmentMediationOffice,
      ),
    ],
  },
  {
    organKind: 'ADMINISTRATIVE',
    source: 'OTHER',
    disputeType: 'ENVIRONMENT',
    consents: [environmentBureau, polluter].map(({ id }) => ({
      party: id,
      at: toInstant('2026-08-04 15:00'),
      agreed: true,
    })),
    agreement: {
      agreementNo: numbers.negotiationAgreement,
      form: 'WRITTEN',
      effectiveAt: toInstant('2026-08-28 16:00'),
      obligations: [
        {
          debtor: polluter.id,
          creditor: environmentBureau.id,
          what: '支付生态环境修复费用',
          amount: 120_000_000,
          dueDate: '2026-10-31',
          performedAt: toInstant('2026-10-15 10:00'),
        },
      ],
    },
  },
);

/** Step 9: the farmers' own loss, by administrative mediation, confirmed by the court and paid. */
export const sc5Mediation = createMediationCase(
  {
    key: 'S5ME2',
    region: '480101',
    caseNo: '（2026）测环行受调字第0005号',
    agency: environmentMediationOffice.id,
    parties: [
      ...farmers.map((farmer, index) =>
        createParty(farmer, 'APPLICANT', 'A', { lawyer: index % 2 === 0 ? wu : zhou }),
      ),
      createParty(polluter, 'RESPONDENT', 'B'),
    ],
    handlers: mediator('2026-08-06 09:00'),
    events: createHistory('MEDIATION', [
      ['REGISTER', '2026-08-03 09:30', 'INTAKE_CLERK'],
      ['ASK_OTHER_SIDE', '2026-08-03 10:00', 'INTAKE_CLERK'],
      ['CONSENT', '2026-08-05 15:00', 'PARTIES'],
      ['START', '2026-08-06 09:00', 'HEAD'],
      ['REACH_AGREEMENT', '2026-08-27 16:00', 'PARTIES', { documentNo: numbers.agreement }],
      ['FILE_CONFIRMATION', '2026-09-07 10:00', 'PARTIES', { documentNo: numbers.courtCase }],
      ['ACCEPT_CONFIRMATION', '2026-09-09 10:00', 'COURT', { documentNo: numbers.courtCase }],
      ['CONFIRM', '2026-09-21 15:00', 'COURT', { documentNo: numbers.courtCase }],
      ['PERFORM', '2026-10-15 11:00', 'PARTIES'],
      ['ARCHIVE', '2026-11-02 10:00', 'INTAKE_CLERK'],
    ]),
    documents: [
      createDocument(
        '受理登记表',
        '（2026）测环行受调字第0005号',
        '2026-08-03 09:30',
        environmentMediationOffice,
      ),
      createDocument('行政调解协议书', numbers.agreement, '2026-08-27 16:00', environmentMediationOffice),
      createDocument('民事裁定书', numbers.courtCase, '2026-09-21 15:00', court),
      createDocument('履行凭证', null, '2026-10-15 11:00', environmentMediationOffice),
    ],
    otherNumbers: [numbers.courtCase],
  },
  {
    organKind: 'ADMINISTRATIVE',
    source: 'PROACTIVE',
    disputeType: 'ENVIRONMENT',
    isPublic: true,
    consents: [...farmers.map(({ credential }) => credential), polluter.id].map((party) => ({
      party,
      at: toInstant('2026-08-05 15:00'),
      agreed: true,
    })),
    sessions: [
      {
        at: toInstant('2026-08-06 09:00'),
        place: '测试村村委会',
        mode: 'ON_SITE',
        statements: '双方就损失数额陈述。（测试陈述，不出本机构）',
        undisputedFacts: '废水排放与死鱼的因果关系。',
      },
    ],
    agreement: {
      agreementNo: numbers.agreement,
      form: 'WRITTEN',
      effectiveAt: toInstant('2026-08-27 16:00'),
      obligations: farmers.map(({ credential }) => ({
        debtor: polluter.id,
        creditor: credential,
        what: '赔偿养殖损失',
        amount: 4_000_000,
        dueDate: '2026-10-20',
        performedAt: toInstant('2026-10-15 11:00'),
      })),
    },
    confirmation: {
      courtCaseNo: numbers.courtCase,
      court: court.id,
      filedAt: toInstant('2026-09-07 10:00'),
      acceptedAt: toInstant('2026-09-09 10:00'),
      decidedAt: toInstant('2026-09-21 15:00'),
      result: 'CONFIRMED',
      reason: null,
    },
    followUps: [{ at: toInstant('2026-10-19 10:00'), performed: true, satisfaction: 5 }],
  },
);
