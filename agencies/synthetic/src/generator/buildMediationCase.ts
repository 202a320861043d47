import { createMediationCase } from '../build/createMediationCase.ts';
import { createParty } from '../build/createParty.ts';
import type { SyntheticMediationCase } from '../syntheticMediationCase.ts';
import type { SyntheticBody, SyntheticPerson } from '../syntheticRegister.ts';
import { toDate, toDay } from '../worldCalendar.ts';
import { type CaseContext, createNumbers, handledBy } from './caseContext.ts';
import { CaseHistory, toldBy } from './caseHistory.ts';
import { takeAfterAgreement } from './takeAfterAgreement.ts';

const disputes = {
  NEIGHBOUR: 25,
  MARRIAGE_FAMILY: 20,
  DAMAGE: 15,
  TRAFFIC: 15,
  CONTRACT: 10,
  LABOUR: 8,
  PROPERTY_MGMT: 7,
};
/** Never LEGAL_AID: the other side would read it. */
const sources = { PARTY: 60, PROACTIVE: 15, POLICE: 12, PETITION: 7, HOTLINE_12348: 6 };

interface MediationInput {
  /** The applicant's lawyer. */
  readonly lawyer?: { readonly practitionerNo: string };
  /** Waits for an appraisal: both sides ask for more time, and nobody refuses. */
  readonly isSlow?: boolean;
  /** The agreement goes to the notary, not to the court: two titles for one debt would be one too many. */
  readonly isNotarised?: boolean;
}

/** A people's mediation (人民调解法 arts 17 to 33), from the register to wherever it stands today. */
export function buildMediationCase(
  context: CaseContext,
  applicant: SyntheticPerson,
  opponent: SyntheticPerson | SyntheticBody,
  { lawyer, isSlow = false, isNotarised = false }: MediationInput = {},
): SyntheticMediationCase {
  const { random, office } = context;
  const numbers = createNumbers(context);
  const committee = random.pick(office.committees);
  const mediators = office.mediators.filter(({ organization }) => organization === committee.id).slice(0, 1);
  const registerNo = numbers.print('测受调字');
  const agreementNo = numbers.print('测人调字');
  const opponentId = 'credential' in opponent ? opponent.credential : opponent.id;
  const history = new CaseHistory('MEDIATION', context);

  history.take('REGISTER', [0, 0], 'INTAKE_CLERK', { documentNo: registerNo });
  history.file('受理登记表', registerNo, committee.id);
  const askedAt = history.take('ASK_OTHER_SIDE', [0, 2], 'INTAKE_CLERK');
  const isDeclined = !isSlow && !isNotarised && random.chance(0.1);
  const declinedAt = isDeclined ? history.take('REFUSE', [1, 4], 'RESPONDENT') : null;
  const acceptedAt = isDeclined ? null : history.take('CONSENT', [1, 4], 'PARTIES');
  const mediatingAt = isDeclined ? null : history.take('START', [0, 2], 'HEAD');
  if (isSlow) history.extend('D-30', 3, [5, 15], 'PARTIES');

  const fails = !isDeclined && !isNotarised && random.chance(0.2);
  if (fails) {
    if (random.chance(0.8))
      history.take('FAIL', isSlow ? [40, 70] : [5, 22], 'MEDIATOR', { reasonCode: 'NO_AGREEMENT' });
    else history.take('WITHDRAW', [5, 22], 'APPLICANT');
  }
  const effectiveAt =
    isDeclined || fails
      ? null
      : history.take(
          'REACH_AGREEMENT',
          isSlow ? [60, 85] : random.chance(0.95) ? [3, 22] : [35, 60],
          'PARTIES',
          {
            documentNo: agreementNo,
          },
        );
  if (effectiveAt !== null) history.file('人民调解协议书', agreementNo, committee.id);
  const after = effectiveAt === null ? null : takeAfterAgreement(history, context, numbers, isNotarised);
  if (declinedAt !== null || fails) history.take('ARCHIVE', [10, 60], 'INTAKE_CLERK');

  const isPrivate = random.chance(0.3);
  return createMediationCase(
    {
      key: numbers.key,
      region: office.region,
      caseNo: registerNo,
      agency: committee.id,
      parties: [
        createParty(applicant, 'APPLICANT', 'A', { lawyer: lawyer ?? null }),
        createParty(opponent, 'RESPONDENT', 'B'),
      ],
      handlers: handledBy('MEDIATOR', mediators, mediatingAt),
      ...toldBy(history),
      secrecy: isPrivate ? ['mediationPrivate'] : [],
      otherNumbers: after?.confirmation ? [after.confirmation.courtCaseNo] : [],
    },
    {
      organKind: committee === office.committees[0] ? 'TOWNSHIP' : 'SECTOR',
      source: random.weighted(sources),
      disputeType: random.weighted(disputes),
      isPublic: !isPrivate,
      consents: [
        ...(askedAt === null ? [] : [{ party: applicant.credential, at: askedAt, agreed: true }]),
        ...((acceptedAt ?? declinedAt) === null
          ? []
          : [{ party: opponentId, at: acceptedAt ?? declinedAt ?? '', agreed: !isDeclined }]),
      ],
      sessions:
        mediatingAt === null
          ? []
          : [
              {
                at: mediatingAt,
                place: committee.name,
                mode: random.chance(0.8) ? 'ON_SITE' : 'VIDEO',
                statements: '双方陈述。（测试陈述，不出本机构）',
                undisputedFacts: random.chance(0.5) ? '双方对事实经过无争议。' : null,
              },
            ],
      agreement:
        effectiveAt === null
          ? null
          : {
              agreementNo,
              form: isNotarised || random.chance(0.9) ? 'WRITTEN' : 'ORAL',
              effectiveAt,
              obligations: [
                {
                  debtor: opponentId,
                  creditor: applicant.credential,
                  what: '支付款项',
                  amount: random.int(5, 400) * 50_000,
                  dueDate: toDate(toDay(effectiveAt) + 60),
                  performedAt: after?.performedAt ?? null,
                },
              ],
            },
      confirmation: after?.confirmation ?? null,
      followUps: after?.performedAt
        ? [{ at: after.performedAt, performed: true, satisfaction: random.int(3, 5) }]
        : [],
    },
  );
}
