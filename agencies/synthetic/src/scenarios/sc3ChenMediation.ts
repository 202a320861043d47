import { createDocument } from '../build/createDocument.ts';
import { createHandler } from '../build/createHandler.ts';
import { createHistory, toInstant } from '../build/createHistory.ts';
import { createMediationCase } from '../build/createMediationCase.ts';
import { createParty } from '../build/createParty.ts';
import { cast } from '../cast.ts';
import { sc3ChenNumbers, sc3Secrecy, sealedAt, sealingNotice } from './sc3Sealing.ts';

const { chen, victim, chenGuardian } = cast.persons;
const { courtMediationCentre } = cast.bodies;
const { qian, wu, courtMediator } = cast.practitioners;
const numbers = sc3ChenNumbers;

/** Step 7: the civil part, guardians beside both minors, private, in nineteen of the thirty days. */
export const sc3Mediation = createMediationCase(
  {
    key: 'S3ME1',
    region: '480101',
    caseNo: '（2026）测诉前受调字第0007号',
    agency: courtMediationCentre.id,
    parties: [
      createParty(victim, 'APPLICANT', 'A', { lawyer: wu }),
      createParty(chen, 'RESPONDENT', 'B', { lawyer: qian }),
    ],
    handlers: [createHandler('MEDIATOR', courtMediator, '2026-07-16 09:00')],
    events: createHistory('MEDIATION', [
      ['REGISTER', '2026-07-13 09:30', 'INTAKE_CLERK'],
      ['ASK_OTHER_SIDE', '2026-07-13 10:00', 'INTAKE_CLERK'],
      ['CONSENT', '2026-07-15 15:00', 'PARTIES'],
      ['START', '2026-07-16 09:00', 'HEAD'],
      ['REACH_AGREEMENT', '2026-08-03 16:00', 'PARTIES', { documentNo: numbers.agreement }],
      ['PERFORM', '2026-08-10 10:00', 'PARTIES'],
      ['ARCHIVE', '2026-08-20 10:00', 'INTAKE_CLERK'],
      sealedAt('2026-09-02 14:00'),
    ]),
    documents: [
      createDocument('受理登记表', '（2026）测诉前受调字第0007号', '2026-07-13 09:30', courtMediationCentre),
      createDocument('权利义务告知书', null, '2026-07-16 09:00', courtMediationCentre),
      createDocument('调解协议书', numbers.agreement, '2026-08-03 16:00', courtMediationCentre),
      createDocument('履行凭证', null, '2026-08-10 10:00', courtMediationCentre),
      sealingNotice,
    ],
    secrecy: [...sc3Secrecy, 'mediationPrivate'],
  },
  {
    organKind: 'COURT_INVITED',
    source: 'COURT_DELEGATED',
    disputeType: 'DAMAGE',
    consents: [victim, chen].map(({ credential }) => ({
      party: credential,
      at: toInstant('2026-07-15 15:00'),
      agreed: true,
    })),
    sessions: [
      {
        at: toInstant('2026-07-16 09:00'),
        place: '诉前调解中心',
        mode: 'ON_SITE',
        statements: '双方监护人陈述。（测试陈述，不出本机构）',
        undisputedFacts: null,
      },
    ],
    agreement: {
      agreementNo: numbers.agreement,
      form: 'WRITTEN',
      effectiveAt: toInstant('2026-08-03 16:00'),
      obligations: [
        {
          debtor: chenGuardian.credential,
          creditor: victim.credential,
          what: '赔偿医疗费并道歉',
          amount: 1_500_000,
          dueDate: '2026-08-10',
          performedAt: toInstant('2026-08-10 10:00'),
        },
      ],
    },
    followUps: [{ at: toInstant('2026-08-14 10:00'), performed: true, satisfaction: 5 }],
  },
);
