import { createDocument } from '../build/createDocument.ts';
import { createHandler } from '../build/createHandler.ts';
import { createHistory, type HistoryEntry, toInstant } from '../build/createHistory.ts';
import { createMediationCase } from '../build/createMediationCase.ts';
import { createParty } from '../build/createParty.ts';
import { cast } from '../cast.ts';
import type { SyntheticParty } from '../syntheticCaseBase.ts';
import type { SyntheticMediationCase } from '../syntheticMediationCase.ts';

const { lin, linHusband, linChild } = cast.persons;
const { familyCommittee } = cast.bodies;
const { familyMediator, zhao } = cast.practitioners;

/** Numbers on the documents of the two mediations. */
export const sc6MediationNumbers = {
  propertyAgreement: '（2026）测婚人调字第0011号',
  childAgreement: '（2026）测婚人调字第0012号',
} as const;

type Obligation = NonNullable<SyntheticMediationCase['details']['agreement']>['obligations'][number];

/** Step 7: the two sides sat in separate rooms; nothing of it is public, and no address of hers is in it. */
function privateMediation(o: {
  readonly key: string;
  readonly serial: string;
  readonly agreementNo: string;
  readonly undisputedFacts: string;
  readonly secrecy: readonly string[];
  readonly others: readonly SyntheticParty[];
  readonly obligations: readonly Obligation[];
  readonly afterwards: readonly HistoryEntry[];
}): SyntheticMediationCase {
  const registerNo = `（2026）测婚受调字第${o.serial}号`;
  return createMediationCase(
    {
      key: o.key,
      region: '480101',
      caseNo: registerNo,
      agency: familyCommittee.id,
      parties: [
        createParty(lin, 'APPLICANT', 'A', { lawyer: zhao }),
        createParty(linHusband, 'RESPONDENT', 'B'),
        ...o.others,
      ],
      handlers: [createHandler('MEDIATOR', familyMediator, '2026-05-07 09:00')],
      events: createHistory('MEDIATION', [
        ['REGISTER', '2026-04-27 09:30', 'INTAKE_CLERK', { documentNo: registerNo }],
        ['ASK_OTHER_SIDE', '2026-04-27 10:00', 'INTAKE_CLERK'],
        ['CONSENT', '2026-05-06 15:00', 'PARTIES'],
        ['START', '2026-05-07 09:00', 'HEAD'],
        ['REACH_AGREEMENT', '2026-05-20 16:00', 'PARTIES', { documentNo: o.agreementNo }],
        ...o.afterwards,
      ]),
      documents: [
        createDocument('受理登记表', registerNo, '2026-04-27 09:30', familyCommittee),
        createDocument('权利义务告知书', null, '2026-05-07 09:00', familyCommittee),
        createDocument('人民调解协议书', o.agreementNo, '2026-05-20 16:00', familyCommittee),
      ],
      secrecy: o.secrecy,
    },
    {
      organKind: 'SECTOR',
      source: 'PARTY',
      disputeType: 'MARRIAGE_FAMILY',
      consents: [lin, linHusband].map(({ credential }) => ({
        party: credential,
        at: toInstant('2026-05-06 15:00'),
        agreed: true,
      })),
      sessions: [
        {
          at: toInstant('2026-05-07 09:00'),
          place: '婚姻家庭调解室（双方分室）',
          mode: 'VIDEO',
          statements: '双方分别陈述。（测试陈述，不出本机构）',
          undisputedFacts: o.undisputedFacts,
        },
      ],
      agreement: {
        agreementNo: o.agreementNo,
        form: 'WRITTEN',
        effectiveAt: toInstant('2026-05-20 16:00'),
        obligations: o.obligations,
      },
      followUps: [{ at: toInstant('2026-07-01 10:00'), performed: true, satisfaction: 4 }],
    },
  );
}

/** Property: paid in June. */
export const sc6Property = privateMediation({
  key: 'S6ME1',
  serial: '0011',
  agreementNo: sc6MediationNumbers.propertyAgreement,
  undisputedFacts: '共同财产范围。',
  secrecy: ['mediationPrivate', 'privacy', 'protectedAddress'],
  others: [],
  obligations: [
    {
      debtor: linHusband.credential,
      creditor: lin.credential,
      what: '支付财产折价款',
      amount: 30_000_000,
      dueDate: '2026-06-30',
      performedAt: toInstant('2026-06-26 10:00'),
    },
  ],
  afterwards: [['PERFORM', '2026-06-26 10:00', 'PARTIES']],
});

/** The child: maintenance runs on, so the case is still open. Its identity relations cannot be confirmed by a court. */
export const sc6Child = privateMediation({
  key: 'S6ME2',
  serial: '0012',
  agreementNo: sc6MediationNumbers.childAgreement,
  undisputedFacts: '子女出生时间。',
  secrecy: ['mediationPrivate', 'privacy', 'minor', 'protectedAddress'],
  others: [createParty(linChild, 'INTERESTED_PERSON', 'NEUTRAL')],
  obligations: [
    {
      debtor: linHusband.credential,
      creditor: lin.credential,
      what: '支付2026年抚养费',
      amount: 1_800_000,
      dueDate: '2026-06-30',
      performedAt: toInstant('2026-06-26 10:00'),
    },
    {
      debtor: linHusband.credential,
      creditor: lin.credential,
      what: '支付2027年抚养费',
      amount: 2_400_000,
      dueDate: '2027-01-31',
      performedAt: null,
    },
  ],
  afterwards: [],
});
