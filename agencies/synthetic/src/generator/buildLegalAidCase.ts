import { createLegalAidCase } from '../build/createLegalAidCase.ts';
import { createParty } from '../build/createParty.ts';
import type { SyntheticLegalAidCase } from '../syntheticLegalAidCase.ts';
import type { SyntheticBody, SyntheticPerson } from '../syntheticRegister.ts';
import { type CaseContext, createNumbers, handledBy } from './caseContext.ts';
import { CaseHistory, toldBy } from './caseHistory.ts';
import { takeAidCase } from './takeAidCase.ts';

const causes = [
  {
    form: 'CIVIL_LITIGATION',
    ground: 'INJURY',
    exempt: 'MIGRANT_WAGE_OR_INJURY',
    facts: '提供劳务时受伤，请求赔偿',
  },
  {
    form: 'LABOUR_MEDIATION_ARBITRATION',
    ground: 'LABOUR',
    exempt: 'MIGRANT_WAGE_OR_INJURY',
    facts: '拖欠劳动报酬',
  },
  { form: 'CIVIL_LITIGATION', ground: 'MAINTENANCE', exempt: 'NO_FIXED_INCOME', facts: '请求给付赡养费' },
  {
    form: 'CIVIL_NON_LITIGATION',
    ground: 'SOCIAL_SECURITY',
    exempt: 'RELIEF_RECIPIENT',
    facts: '请求给予社会救助',
  },
] as const;

/** A legal aid case on application (Legal Aid Law arts 31 to 49), from the question to wherever it stands today. */
export function buildLegalAidCase(
  context: CaseContext,
  applicant: SyntheticPerson,
  opponent: SyntheticPerson | SyntheticBody,
): SyntheticLegalAidCase {
  const { random, office } = context;
  const numbers = createNumbers(context);
  const cause = random.pick(causes);
  const lawyer = random.pick(office.lawyers);
  const agency = office.legalAidAgency.id;
  const history = new CaseHistory('LEGAL_AID', context);

  const consultNo = `ZX${numbers.year}${numbers.serial}`;
  // A question is told only where the application that follows it has surely come by today.
  const isAsked = random.chance(0.4) && context.today - context.startDay > 40;
  const consultation = isAsked ? history.consult(consultNo) : null;
  const receivedAt = history.take('SUBMIT', consultation === null ? [0, 0] : [1, 20], 'APPLICANT', {
    documentNo: numbers.print('测援申字'),
  });
  history.file('法律援助申请表', numbers.print('测援申字'), agency);

  const isSupplemented = random.chance(0.15);
  const askedAt = isSupplemented ? history.take('REQUIRE_SUPPLEMENT', [1, 2], 'INTAKE_CLERK') : null;
  const lapses = isSupplemented && random.chance(0.1);
  const suppliedAt = isSupplemented && !lapses ? history.take('SUPPLY', [2, 9], 'APPLICANT') : null;
  if (lapses) history.take('LAPSE', [15, 20], 'INTAKE_CLERK');
  if (askedAt !== null) {
    history.pauses.push({
      ruleId: 'D-01',
      reason: '补充材料',
      from: askedAt,
      to: suppliedAt ?? (history.isOver ? null : history.now),
    });
  }
  if (!isSupplemented) history.take('ACCEPT', [0, 1], 'INTAKE_CLERK');

  const isRefused = random.chance(0.1);
  const isExempt = !isRefused && random.chance(0.6);
  const decisionNo = numbers.print('测援审字');
  const withdrawn = !lapses && random.chance(0.03);
  if (withdrawn) history.take('WITHDRAW', [0, 2], 'APPLICANT');
  const isDecided = !lapses && !withdrawn;
  const late: readonly [number, number] = random.chance(0.96) ? [1, 4] : [9, 14];
  const decidedAt = !isDecided
    ? null
    : isRefused
      ? history.take('REFUSE', late, 'HEAD', { documentNo: decisionNo, reasonCode: 'HARDSHIP_NOT_MET' })
      : history.take('GRANT', late, 'HEAD', { documentNo: decisionNo });
  if (decidedAt !== null)
    history.file(isRefused ? '不予法律援助决定书' : '给予法律援助决定书', decisionNo, agency);
  const filedAt =
    decidedAt !== null && isRefused && random.chance(0.3)
      ? history.take('OBJECT', [1, 10], 'APPLICANT')
      : null;
  const isCorrected = filedAt !== null && random.chance(0.2);
  const objectionDecidedAt =
    filedAt === null ? null : history.take(isCorrected ? 'ORDER_CORRECTION' : 'UPHOLD', [1, 4], 'BUREAU');

  const isGranted = isDecided && (isRefused ? isCorrected && objectionDecidedAt !== null : true);
  const aid = isGranted ? takeAidCase(history, context, lawyer, numbers) : null;
  const wasAssigned = aid !== null && aid.assignments.length > 0;

  return createLegalAidCase(
    {
      key: numbers.key,
      region: office.region,
      caseNo: numbers.print('测援字'),
      agency,
      parties: [createParty(applicant, 'RECIPIENT', 'A', { lawyer: wasAssigned ? lawyer : null })],
      handlers: handledBy('ASSIGNED_LAWYER', [lawyer], aid?.assignments[0]?.assignedAt ?? null),
      ...toldBy(history),
      secrecy: applicant.specialGroups.includes('MINOR') ? ['privacy', 'minor'] : ['privacy'],
    },
    {
      form: cause.form,
      ground: cause.ground,
      application:
        receivedAt === null
          ? null
          : {
              applicationNo: numbers.print('测援申字'),
              receivedAt,
              receiptNo: null,
              jurisdictionGround: 'EVENT_PLACE',
              urgent: null,
              caseFacts: `${cause.facts}（测试数据）`,
              supplement:
                askedAt === null
                  ? null
                  : { issuedAt: askedAt, items: ['经济困难状况说明'], answeredAt: suppliedAt },
            },
      consultation:
        consultation === null
          ? null
          : {
              consultNo,
              channel: random.pick(['HOTLINE', 'WEB', 'WECHAT', 'COUNTER']),
              ...consultation,
              topic: cause.facts,
              toldOfRight: true,
              satisfaction: random.int(3, 5),
            },
      hardshipCheck: {
        mode: isExempt ? 'EXEMPT_FROM_CHECK' : 'DATA_SHARING',
        exemptGround: isExempt ? cause.exempt : null,
        sourceAgency: isExempt ? null : '民政部门',
        result: isExempt ? 'NOT_REQUIRED' : decidedAt === null ? 'PENDING' : isRefused ? 'NOT_MET' : 'MET',
        householdIncome: isExempt ? null : random.int(60_000, 400_000),
      },
      decision:
        decidedAt === null
          ? null
          : {
              decisionNo,
              kind: isRefused ? 'REFUSE' : 'GRANT',
              decidedAt,
              reasonCode: isRefused ? 'HARDSHIP_NOT_MET' : null,
              servedAt: decidedAt,
            },
      objection:
        filedAt === null
          ? null
          : {
              filedAt,
              bureau: office.bureau.id,
              decidedAt: objectionDecidedAt,
              result: objectionDecidedAt === null ? null : isCorrected ? 'ORDERED_TO_CORRECT' : 'UPHELD',
            },
      opposingParties: ['credential' in opponent ? opponent.credential : opponent.id],
      ...aid,
    },
  );
}
