import { createDocument } from '../build/createDocument.ts';
import { aidNumbers, createGrantedAid } from '../build/createGrantedAid.ts';
import { createHandler } from '../build/createHandler.ts';
import { createHistory, type HistoryEntry, toInstant } from '../build/createHistory.ts';
import { createMediationCase } from '../build/createMediationCase.ts';
import { createNotaryCase } from '../build/createNotaryCase.ts';
import { createParty } from '../build/createParty.ts';
import { cast } from '../cast.ts';
import type { SyntheticPerson } from '../syntheticRegister.ts';

const { guarantor } = cast.persons;
const { court, employer, labourArbitration, labourCommittee, legalAidCentre, notaryOffice2, petitionOffice } =
  cast.bodies;
const { sun, qian, labourMediator, notaryZhu } = cast.practitioners;

/** What a worker of SC-4 went through; `index` 0 to 29 is the place in the petition. */
export interface WorkerStory {
  readonly index: number;
  /** The first 24 agreed; the last six went to labour arbitration. */
  readonly isAgreed: boolean;
  /** The first eleven of those were paid; thirteen have an enforcement certificate. */
  readonly isPaid: boolean;
  /** Workers 6 to 10 also called 12348 on their own. */
  readonly called: boolean;
  /** Workers 4 and 5 were within seven days of the limit (art. 44). */
  readonly isProvisional: boolean;
  /** In fen. */
  readonly wages: number;
  readonly numbers: ReturnType<typeof aidNumbers> & {
    readonly register: string;
    readonly agreement: string;
    readonly certificate: string;
    readonly enforcementCertificate: string;
  };
}

const serial = (index: number, digits: number) => String(101 + index).padStart(digits, '0');

/** The facts of one worker, from the place in the list alone. */
export function storyOf(index: number): WorkerStory {
  return {
    index,
    isAgreed: index < 24,
    isPaid: index < 11,
    called: index >= 5 && index < 10,
    isProvisional: index === 3 || index === 4,
    wages: 1_800_000 + index * 35_000,
    numbers: {
      ...aidNumbers('测州中', 101 + index),
      register: `（2026）测劳受调字第${serial(index, 4)}号`,
      agreement: `（2026）测劳人调字第${serial(index, 4)}号`,
      certificate: `（2026）测中内经证字第${serial(index, 5)}号`,
      enforcementCertificate: `（2026）测中执证字第${serial(index, 5)}号`,
    },
  };
}

/** Step 3, 4 and 11: one team, aid without a check (art. 42(3)), the file in and the subsidy paid once. */
export function workerAid(worker: SyntheticPerson, story: WorkerStory) {
  const { index, isAgreed, isPaid, called, isProvisional, wages } = story;
  return createGrantedAid({
    key: `S4LA${String(index + 1).padStart(2, '0')}`,
    place: '测州中',
    serial: 101 + index,
    centre: legalAidCentre,
    recipient: worker,
    lawyer: index % 2 === 0 ? sun : qian,
    dates: {
      submitted: '2026-06-08 10:00',
      granted: '2026-06-11 15:00',
      assigned: '2026-06-12 10:00',
      agreed: '2026-06-15 09:00',
      concluded: '2026-09-21 16:00',
      fileSubmitted: '2026-10-09 10:00',
      fileReviewed: '2026-10-19 15:00',
      paid: '2026-10-26 10:00',
    },
    form: 'LABOUR_MEDIATION_ARBITRATION',
    ground: 'LABOUR',
    facts: '进城务工，被拖欠劳动报酬',
    hardshipCheck: {
      mode: 'EXEMPT_FROM_CHECK',
      exemptGround: 'MIGRANT_WAGE_OR_INJURY',
      sourceAgency: null,
      result: 'NOT_REQUIRED',
      householdIncome: null,
    },
    opposingParties: [employer.id, guarantor.credential],
    jurisdictionGround: 'DISPUTE_BODY_PLACE',
    ...(isProvisional && { provisional: { ground: 'LIMITATION_UNDER_7_DAYS', at: '2026-06-08 14:00' } }),
    consultation: called
      ? {
          consultNo: `ZX-48-20260603-0002${String(index).padStart(2, '0')}`,
          channel: 'HOTLINE',
          askedAt: toInstant(`2026-06-03 19:${10 + index}`),
          answeredAt: toInstant(`2026-06-03 20:${10 + index}`),
          topic: '拖欠工资',
          toldOfRight: true,
          satisfaction: 4,
        }
      : null,
    moreDocuments: [
      ...(isAgreed
        ? []
        : [
            createDocument(
              '仲裁裁决书',
              `测中劳人仲字〔2026〕第${serial(index, 4)}号`,
              '2026-08-24 15:00',
              labourArbitration,
            ),
          ]),
      ...(index === 29
        ? [createDocument('国家司法救助决定书', '测0101司救助2号', '2026-09-11 10:00', court)]
        : []),
    ],
    outcome: isAgreed ? '调解结案' : index === 29 ? '裁决结案，另获国家司法救助' : '裁决结案',
    recovered: isPaid || !isAgreed ? wages : 0,
    subsidy: 120_000,
  });
}

const instalments = ['2026-07-31', '2026-08-31'];

/** Steps 5 and 6: labour mediation within fifteen days; a case of its own for each worker, so that none sees another's. */
export function workerMediation(
  worker: SyntheticPerson,
  { index, isAgreed, isPaid, wages, numbers }: WorkerStory,
) {
  const result: HistoryEntry[] = isAgreed
    ? [
        ['REACH_AGREEMENT', '2026-06-26 15:00', 'PARTIES', { documentNo: numbers.agreement }],
        ['NOTARISE', '2026-07-10 10:00', 'NOTARY'],
        isPaid ? ['PERFORM', '2026-08-31 16:00', 'PARTIES'] : ['BREACH', '2026-09-02 10:00', 'MEDIATOR'],
      ]
    : [['FAIL', '2026-06-30 15:00', 'MEDIATOR', { reasonCode: 'NO_AGREEMENT' }]];
  return createMediationCase(
    {
      key: `S4ME${String(index + 1).padStart(2, '0')}`,
      region: '480101',
      caseNo: numbers.register,
      agency: labourCommittee.id,
      parties: [
        createParty(worker, 'APPLICANT', 'A', { lawyer: index % 2 === 0 ? sun : qian }),
        createParty(employer, 'RESPONDENT', 'B'),
        createParty(guarantor, 'GUARANTOR', 'B'),
      ],
      handlers: [createHandler('MEDIATOR', labourMediator, '2026-06-17 09:00')],
      events: createHistory('MEDIATION', [
        ['REGISTER', '2026-06-15 14:00', 'INTAKE_CLERK', { documentNo: numbers.register }],
        ['ASK_OTHER_SIDE', '2026-06-15 15:00', 'INTAKE_CLERK'],
        ['CONSENT', '2026-06-16 15:00', 'PARTIES'],
        ['START', '2026-06-17 09:00', 'HEAD'],
        ...result,
      ]),
      documents: [
        createDocument('信访事项转送单', '测中信转〔2026〕30号', '2026-06-10 10:00', petitionOffice),
        createDocument('受理登记表', numbers.register, '2026-06-15 14:00', labourCommittee),
        ...(isAgreed
          ? [createDocument('调解协议书', numbers.agreement, '2026-06-26 15:00', labourCommittee)]
          : [createDocument('终止调解通知书', null, '2026-06-30 15:00', labourCommittee)]),
      ],
    },
    {
      organKind: 'LABOUR',
      source: 'PETITION',
      disputeType: 'LABOUR',
      consents: [worker.credential, employer.id].map((party) => ({
        party,
        at: toInstant('2026-06-16 15:00'),
        agreed: true,
      })),
      sessions: [
        {
          at: toInstant('2026-06-17 09:00'),
          place: '劳动争议调解室',
          mode: 'ON_SITE',
          statements: '双方就工时和单价陈述。（测试陈述，不出本机构）',
          undisputedFacts: isAgreed ? '欠付工资的金额。' : null,
        },
      ],
      agreement: isAgreed
        ? {
            agreementNo: numbers.agreement,
            form: 'WRITTEN',
            effectiveAt: toInstant('2026-06-26 15:00'),
            obligations: instalments.map((dueDate) => ({
              debtor: employer.id,
              creditor: worker.credential,
              what: '支付劳动报酬',
              amount: wages / 2,
              dueDate,
              performedAt: isPaid ? toInstant(`${dueDate} 16:00`) : null,
            })),
          }
        : null,
      followUps: isAgreed
        ? [{ at: toInstant('2026-09-01 10:00'), performed: isPaid, satisfaction: isPaid ? 5 : 2 }]
        : [],
    },
  );
}

/** Steps 7 and 9: the agreement notarised as an enforceable debt, main obligation and guarantee, the fee waived. */
export function workerCertificate(worker: SyntheticPerson, { index, isPaid, wages, numbers }: WorkerStory) {
  const applicationNo = `（2026）测中公证申字第${serial(index, 5)}号`;
  const accepted = `（2026）测中公证受字第${serial(index, 5)}号`;
  return createNotaryCase(
    {
      key: `S4NO${String(index + 1).padStart(2, '0')}`,
      region: '480101',
      caseNo: accepted,
      agency: notaryOffice2.id,
      parties: [
        createParty(worker, 'CREDITOR', 'A', { lawyer: index % 2 === 0 ? sun : qian }),
        createParty(employer, 'DEBTOR', 'B'),
        createParty(guarantor, 'GUARANTOR', 'B'),
      ],
      handlers: [createHandler('NOTARY', notaryZhu, '2026-07-01 14:00')],
      events: createHistory('NOTARY', [
        ['SUBMIT', '2026-07-01 10:00', 'APPLICANT', { documentNo: applicationNo }],
        ['ACCEPT', '2026-07-01 14:00', 'NOTARY', { documentNo: accepted }],
        ['EXAMINE', '2026-07-02 09:00', 'NOTARY'],
        ['SUBMIT_DRAFT', '2026-07-09 15:00', 'NOTARY'],
        ['APPROVE', '2026-07-10 10:00', 'APPROVER', { documentNo: numbers.certificate }],
        ...(isPaid
          ? []
          : ([
              ['REQUEST_ENFORCEMENT', '2026-09-03 10:00', 'CREDITOR'],
              [
                'ISSUE_ENFORCEMENT',
                '2026-09-15 15:00',
                'NOTARY',
                { documentNo: numbers.enforcementCertificate },
              ],
            ] as HistoryEntry[])),
      ]),
      documents: [
        createDocument('公证申请表', applicationNo, '2026-07-01 10:00', notaryOffice2),
        createDocument('公证书', numbers.certificate, '2026-07-10 10:00', notaryOffice2, {
          title: '赋予强制执行效力的债权文书公证书',
        }),
        ...(isPaid
          ? []
          : [createDocument('执行证书', numbers.enforcementCertificate, '2026-09-15 15:00', notaryOffice2)]),
      ],
    },
    {
      matter: 'ENFORCEABLE_DEBT',
      purpose: '赋予强制执行效力',
      applicationNo,
      venueGround: 'PLACE_OF_ACT',
      handlingMode: 'ON_SITE',
      fee: 0,
      feeReduction: {
        form: 'WAIVED',
        standardFee: 30_000,
        reducedBy: 30_000,
        basis: 'LEGAL_AID',
        basisDocumentNo: numbers.decision,
        basisConfirmed: true,
        approvedAt: toInstant('2026-07-01 14:00'),
        approvedBy: notaryOffice2.id,
        localRule: null,
        settledBy: null,
      },
      certificate: {
        certificateNo: numbers.certificate,
        issuedAt: toInstant('2026-07-10 10:00'),
        kind: '具有强制执行效力的债权文书公证书',
        status: 'VALID',
        language: 'zh',
        copies: 3,
        enforceability: {
          creditor: worker.credential,
          debtor: employer.id,
          obligation: '支付劳动报酬，保证人承担连带责任',
          amount: wages,
          dueDates: instalments,
          consentClause: true,
        },
        legalisation: null,
      },
      enforcementCertificate: isPaid
        ? null
        : {
            certNo: numbers.enforcementCertificate,
            requestedAt: toInstant('2026-09-03 10:00'),
            amount: wages,
            issuedAt: toInstant('2026-09-15 15:00'),
            refusedAt: null,
            reason: null,
          },
    },
  );
}
