import { createDocument } from '../build/createDocument.ts';
import { createHandler } from '../build/createHandler.ts';
import { createHistory, toInstant } from '../build/createHistory.ts';
import { createMediationCase } from '../build/createMediationCase.ts';
import { createParty } from '../build/createParty.ts';
import { cast } from '../cast.ts';

const { zhang, contractor } = cast.persons;
const { townshipCommittee, court } = cast.bodies;
const { li, townshipMediator } = cast.practitioners;

/** Numbers on the documents of the mediation, the court's among them. */
export const sc1MediationNumbers = {
  register: '（2026）测山受调字第0001号',
  agreement: '（2026）测山人调字第0001号',
  courtCase: '（2026）测0101诉前调确17号',
  enforcementCase: '（2026）测0101执31号',
} as const;

const numbers = sc1MediationNumbers;

const third = (dueDate: string, performedAt: string | null) => ({
  debtor: contractor.credential,
  creditor: zhang.credential,
  what: '支付赔偿款',
  amount: 6_200_000,
  dueDate,
  performedAt: performedAt === null ? null : toInstant(performedAt),
});

/**
 * Steps 5, 10, 11a and 12: 186,000 yuan in three parts, confirmed by the court on a request of day 12, the second part
 * unpaid. How Zhang came is not told: it would tell the contractor of legal aid. Longer than a month, as both sides asked.
 */
export const sc1Mediation = createMediationCase(
  {
    key: 'S1ME1',
    region: '480101',
    caseNo: numbers.register,
    agency: townshipCommittee.id,
    parties: [
      createParty(zhang, 'APPLICANT', 'A', { lawyer: li }),
      createParty(contractor, 'RESPONDENT', 'B'),
    ],
    handlers: [createHandler('MEDIATOR', townshipMediator, '2026-03-19 09:00')],
    events: createHistory('MEDIATION', [
      ['REGISTER', '2026-03-16 09:30', 'INTAKE_CLERK', { documentNo: numbers.register }],
      ['ASK_OTHER_SIDE', '2026-03-16 10:00', 'INTAKE_CLERK'],
      ['CONSENT', '2026-03-18 15:00', 'PARTIES'],
      ['START', '2026-03-19 09:00', 'HEAD'],
      ['EXTEND', '2026-03-24 16:00', 'PARTIES'],
      ['REACH_AGREEMENT', '2026-05-29 16:00', 'PARTIES', { documentNo: numbers.agreement }],
      ['FILE_CONFIRMATION', '2026-06-10 10:00', 'PARTIES', { documentNo: numbers.courtCase }],
      ['ACCEPT_CONFIRMATION', '2026-06-11 10:00', 'COURT', { documentNo: numbers.courtCase }],
      ['CONFIRM', '2026-06-24 15:00', 'COURT', { documentNo: numbers.courtCase }],
      ['BREACH', '2026-09-02 10:00', 'MEDIATOR'],
      ['APPLY_ENFORCEMENT', '2026-09-08 10:00', 'APPLICANT', { documentNo: numbers.enforcementCase }],
    ]),
    documents: [
      createDocument('受理登记表', numbers.register, '2026-03-16 09:30', townshipCommittee),
      createDocument('权利义务告知书', null, '2026-03-19 09:00', townshipCommittee),
      createDocument('人民调解协议书', numbers.agreement, '2026-05-29 16:00', townshipCommittee),
      createDocument('民事裁定书', numbers.courtCase, '2026-06-24 15:00', court),
      createDocument('履行凭证', null, '2026-06-29 11:00', townshipCommittee),
      createDocument('执行申请书', null, '2026-09-08 10:00', court),
    ],
    extensions: [
      {
        ruleId: 'D-30',
        length: 2,
        approvedAt: toInstant('2026-03-24 16:00'),
        clientToldAt: toInstant('2026-03-24 16:00'),
      },
    ],
    otherNumbers: [numbers.courtCase, numbers.enforcementCase],
  },
  {
    organKind: 'TOWNSHIP',
    source: 'PARTY',
    disputeType: 'DAMAGE',
    isPublic: true,
    consents: [
      { party: zhang.credential, at: toInstant('2026-03-16 09:30'), agreed: true },
      { party: contractor.credential, at: toInstant('2026-03-18 15:00'), agreed: true },
    ],
    sessions: [
      {
        at: toInstant('2026-03-19 09:00'),
        place: '测山镇调解室',
        mode: 'ON_SITE',
        statements: '双方就责任比例陈述。（测试陈述，不出本机构）',
        undisputedFacts: '受伤发生于2026年2月27日施工时。',
      },
      {
        at: toInstant('2026-05-29 14:00'),
        place: '测山镇调解室',
        mode: 'ON_SITE',
        statements: '双方就分期付款让步。（测试陈述，不出本机构）',
        undisputedFacts: null,
      },
    ],
    agreement: {
      agreementNo: numbers.agreement,
      form: 'WRITTEN',
      effectiveAt: toInstant('2026-05-29 16:00'),
      obligations: [
        third('2026-06-30', '2026-06-29 11:00'),
        third('2026-08-31', null),
        third('2026-10-30', null),
      ],
    },
    confirmation: {
      courtCaseNo: numbers.courtCase,
      court: court.id,
      filedAt: toInstant('2026-06-10 10:00'),
      acceptedAt: toInstant('2026-06-11 10:00'),
      decidedAt: toInstant('2026-06-24 15:00'),
      result: 'CONFIRMED',
      reason: null,
    },
    followUps: [{ at: toInstant('2026-09-01 10:00'), performed: false, satisfaction: 4 }],
  },
);
