import { createDocument } from '../build/createDocument.ts';
import { createHandler } from '../build/createHandler.ts';
import { createHistory, toInstant } from '../build/createHistory.ts';
import { createMediationCase } from '../build/createMediationCase.ts';
import { createParty } from '../build/createParty.ts';
import { cast } from '../cast.ts';

const { wang, wangSons } = cast.persons;
const { neighbourhoodCommittee, court } = cast.bodies;
const { neighbourhoodMediator, zhou } = cast.practitioners;

/** Numbers on the documents of the mediation, the court's among them. */
export const sc2MediationNumbers = {
  register: '（2026）测里受调字第0003号',
  agreement: '（2026）测里人调字第0003号',
  courtCase: '（2026）测0101诉前调确52号',
} as const;

const numbers = sc2MediationNumbers;

/**
 * Steps 5 and 9: the mediator once worked at the notary office, says so, and all agree. The court does not take the
 * agreement up for confirmation where it settles ownership (民诉法解释 art. 355(5)); it is performed through the notary.
 */
export const sc2Mediation = createMediationCase(
  {
    key: 'S2ME1',
    region: '480101',
    caseNo: numbers.register,
    agency: neighbourhoodCommittee.id,
    parties: [
      createParty(wang, 'APPLICANT', 'A', { lawyer: zhou }),
      ...wangSons.map((son) => createParty(son, 'RESPONDENT', 'B')),
    ],
    handlers: [createHandler('MEDIATOR', neighbourhoodMediator, '2026-05-21 09:00')],
    events: createHistory('MEDIATION', [
      ['REGISTER', '2026-05-18 09:30', 'INTAKE_CLERK', { documentNo: numbers.register }],
      ['ASK_OTHER_SIDE', '2026-05-18 10:00', 'INTAKE_CLERK'],
      ['CONSENT', '2026-05-20 15:00', 'PARTIES'],
      ['START', '2026-05-21 09:00', 'HEAD'],
      ['EXTEND', '2026-06-10 16:00', 'PARTIES'],
      ['REACH_AGREEMENT', '2026-08-07 16:00', 'PARTIES', { documentNo: numbers.agreement }],
      ['FILE_CONFIRMATION', '2026-08-18 10:00', 'PARTIES', { documentNo: numbers.courtCase }],
      [
        'NOT_ACCEPT_CONFIRMATION',
        '2026-08-20 10:00',
        'COURT',
        { documentNo: numbers.courtCase, reasonCode: 'OWNERSHIP' },
      ],
      ['PERFORM', '2026-10-12 10:00', 'PARTIES'],
    ]),
    documents: [
      createDocument('受理登记表', numbers.register, '2026-05-18 09:30', neighbourhoodCommittee),
      createDocument('披露记录', null, '2026-05-20 15:00', neighbourhoodCommittee),
      createDocument('权利义务告知书', null, '2026-05-21 09:00', neighbourhoodCommittee),
      createDocument('人民调解协议书', numbers.agreement, '2026-08-07 16:00', neighbourhoodCommittee),
      createDocument('不予受理裁定书', numbers.courtCase, '2026-08-20 10:00', court),
      createDocument('履行凭证', null, '2026-10-12 10:00', neighbourhoodCommittee),
    ],
    extensions: [
      {
        ruleId: 'D-30',
        length: 2,
        approvedAt: toInstant('2026-06-10 16:00'),
        clientToldAt: toInstant('2026-06-10 16:00'),
      },
    ],
    secrecy: ['mediationPrivate', 'privacy'],
    otherNumbers: [numbers.courtCase],
  },
  {
    organKind: 'VILLAGE',
    source: 'PARTY',
    disputeType: 'MARRIAGE_FAMILY',
    consents: [wang, ...wangSons].map((party) => ({
      party: party.credential,
      at: toInstant('2026-05-20 15:00'),
      agreed: true,
    })),
    sessions: [
      {
        at: toInstant('2026-05-21 09:00'),
        place: '测里社区调解室',
        mode: 'ON_SITE',
        statements: '各方就字据真伪和份额陈述。（测试陈述，不出本机构）',
        undisputedFacts: '被继承人的死亡时间与遗产范围。',
      },
      {
        at: toInstant('2026-08-07 14:00'),
        place: '测里社区调解室',
        mode: 'VIDEO',
        statements: '三子自愿放弃，长子次子让步。（测试陈述，不出本机构）',
        undisputedFacts: null,
      },
    ],
    disclosures: [
      { at: toInstant('2026-05-20 15:00'), text: '调解员曾在测州市城中公证处工作', consented: true },
    ],
    agreement: {
      agreementNo: numbers.agreement,
      form: 'WRITTEN',
      effectiveAt: toInstant('2026-08-07 16:00'),
      obligations: wangSons.slice(0, 2).map((son) => ({
        debtor: son.credential,
        creditor: wang.credential,
        what: '配合办理继承公证及过户',
        amount: null,
        dueDate: '2026-10-31',
        performedAt: toInstant('2026-10-12 10:00'),
      })),
    },
    confirmation: {
      courtCaseNo: numbers.courtCase,
      court: court.id,
      filedAt: toInstant('2026-08-18 10:00'),
      acceptedAt: null,
      decidedAt: toInstant('2026-08-20 10:00'),
      result: 'NOT_ACCEPTED',
      reason: '民事诉讼法解释第三百五十五条第五项：涉及物权确权',
    },
    followUps: [{ at: toInstant('2026-10-14 10:00'), performed: true, satisfaction: 5 }],
  },
);
