import { createNotaryCase } from '../build/createNotaryCase.ts';
import { createParty } from '../build/createParty.ts';
import type { SyntheticParty } from '../syntheticCaseBase.ts';
import type { SyntheticLegalAidCase } from '../syntheticLegalAidCase.ts';
import type { SyntheticNotaryCase } from '../syntheticNotaryCase.ts';
import type { SyntheticPerson } from '../syntheticRegister.ts';
import { buildFeeReduction } from './buildFeeReduction.ts';
import { type CaseContext, createNumbers, handledBy } from './caseContext.ts';
import { CaseHistory, toldBy } from './caseHistory.ts';

const matters = {
  POA: 30,
  DECLARATION: 20,
  INHERITANCE: 12,
  KINSHIP: 8,
  MARRIAGE: 6,
  CONTRACT: 8,
  EVIDENCE: 8,
  BIRTH: 4,
  WILL: 4,
};
const series: Readonly<Record<string, string>> = {
  CONTRACT: '内经',
  ENFORCEABLE_DEBT: '内经',
  BIRTH: '外民',
  MARRIAGE: '外民',
};

interface NotaryMatterInput {
  /** Chosen by chance unless given. */
  readonly matter?: string;
  /** The second party: debtor, heir or partner to the contract. */
  readonly other?: SyntheticPerson;
  /** Legal aid that may lift the fee. */
  readonly aid?: SyntheticLegalAidCase;
  /** What an enforceable debt amounts to, in fen. */
  readonly amount?: number;
}

/** A notary matter (Notary Law arts 25 to 39), from the application to wherever it stands today. */
export function buildNotaryCase(
  context: CaseContext,
  applicant: SyntheticPerson,
  { matter: given, other, aid, amount = 1_000_000 }: NotaryMatterInput = {},
): SyntheticNotaryCase {
  const { random, office } = context;
  const numbers = createNumbers(context);
  const matter = given ?? random.weighted(matters);
  const isWill = matter === 'WILL';
  const isDebt = matter === 'ENFORCEABLE_DEBT';
  const applicationNo = numbers.print('测公证申字');
  const certificateNo = numbers.print(`测${series[matter] ?? '内民'}证字`);
  const notary = random.pick(office.notaries);
  const agency = office.notaryOffice.id;
  const fee = random.int(2, 40) * 5_000;
  const history = new CaseHistory('NOTARY', context);

  history.take('SUBMIT', [0, 0], 'APPLICANT', { documentNo: applicationNo });
  history.file('公证申请表', applicationNo, agency);
  const isDeclined = !isWill && random.chance(0.02);
  if (isDeclined) history.take('NOT_ACCEPT', [1, 3], 'NOTARY', { reasonCode: 'VENUE' });
  const acceptedAt = isDeclined
    ? null
    : history.take('ACCEPT', [0, 3], 'NOTARY', { documentNo: numbers.print('测公证受字') });
  const told = isDeclined
    ? null
    : takeExamination(history, context, { isWill, isDebt, certificateNo, agency });
  const issuedAt = told?.issuedAt ?? null;
  const reduction = buildFeeReduction(aid ?? null, fee, acceptedAt, agency);
  const reviewed = told === null || isWill || isDebt ? null : takeReExamination(history, context, applicant);
  const requestedAt =
    told !== null && isDebt && random.chance(0.3)
      ? history.take('REQUEST_ENFORCEMENT', [60, 200], 'CREDITOR')
      : null;
  const enforcementNo = numbers.print('测执证字');
  const enforcedAt =
    requestedAt === null
      ? null
      : history.take('ISSUE_ENFORCEMENT', [5, 20], 'NOTARY', { documentNo: enforcementNo });
  if (enforcedAt !== null) history.file('执行证书', enforcementNo, agency);
  if (reviewed === null && requestedAt === null && !isDeclined) history.take('ARCHIVE', [20, 90], 'NOTARY');

  return createNotaryCase(
    {
      key: numbers.key,
      region: office.region,
      caseNo: numbers.print('测公证受字'),
      agency,
      parties: [
        createParty(applicant, isWill ? 'TESTATOR' : isDebt ? 'CREDITOR' : 'APPLICANT', 'A'),
        ...(other === undefined ? [] : [secondParty(other, matter)]),
      ],
      handlers: handledBy('NOTARY', [notary], acceptedAt),
      ...toldBy(history),
      secrecy: isWill ? ['privacy', 'willSecret'] : ['privacy'],
    },
    {
      matter,
      purpose: matter === 'BIRTH' || matter === 'MARRIAGE' ? '国外使用' : '国内使用',
      placeOfUse: matter === 'BIRTH' || matter === 'MARRIAGE' ? '国外' : '中国',
      handlingMode: isWill
        ? 'COUNTER'
        : random.weighted({ COUNTER: 70, ONLINE: 20, ON_SITE: 5, HOME_VISIT: 5 }),
      applicationNo,
      fee: reduction === null ? fee : 0,
      feeReduction: reduction,
      refuseGround: told?.refusedAt ? told.refuseGround : null,
      verifications: history.pauses.flatMap(({ to }) =>
        to === null ? [] : [{ at: to, what: '向登记机关核实', result: '已核实' }],
      ),
      certificate:
        issuedAt === null
          ? null
          : {
              certificateNo,
              issuedAt,
              kind: '公证书',
              status: 'VALID',
              language: 'zh',
              copies: random.int(1, 4),
              enforceability:
                isDebt && other !== undefined
                  ? {
                      creditor: applicant.credential,
                      debtor: other.credential,
                      obligation: '分期给付欠款',
                      amount,
                      dueDates: [`${Number(issuedAt.slice(0, 4)) + 1}-01-31`],
                      consentClause: true,
                    }
                  : null,
              legalisation: matter === 'BIRTH' ? { kind: 'APOSTILLE', country: '国外' } : null,
            },
      enforcementCertificate:
        requestedAt === null
          ? null
          : {
              certNo: enforcedAt === null ? null : enforcementNo,
              requestedAt,
              amount,
              issuedAt: enforcedAt,
              refusedAt: null,
              reason: null,
            },
      reExamination: reviewed,
      evidence:
        matter === 'EVIDENCE' && acceptedAt !== null
          ? {
              object: '网页及聊天记录',
              method: '录屏',
              place: office.notaryOffice.name,
              startedAt: acceptedAt,
              digests: [numbers.serial.toString(16).padStart(64, '0')],
              storage: '电子数据保管平台',
            }
          : null,
      will:
        isWill && issuedAt !== null ? { registeredAt: issuedAt, custody: office.notaryOffice.name } : null,
    },
  );
}

function secondParty(other: SyntheticPerson, matter: string): SyntheticParty {
  if (matter === 'ENFORCEABLE_DEBT') return createParty(other, 'DEBTOR', 'B');
  return matter === 'INHERITANCE' ? createParty(other, 'KIN', 'B') : createParty(other, 'APPLICANT', 'B');
}

function takeExamination(
  history: CaseHistory,
  { random }: CaseContext,
  of: { isWill: boolean; isDebt: boolean; certificateNo: string; agency: string },
) {
  history.take('EXAMINE', [0, 2], 'NOTARY');
  if (random.chance(0.25)) history.pause('D-10', ['VERIFY_FACTS', [1, 3]], ['RESUME', [3, 20]], '核实');
  if (!of.isWill && !of.isDebt && random.chance(0.06)) {
    const refuseGround = random.pick(['INSUFFICIENT', 'DISPUTE', 'FALSE']);
    const refusedAt = history.take('REFUSE', [1, 8], 'HEAD', { reasonCode: refuseGround });
    if (refusedAt !== null) history.file('不予办理公证决定书', null, of.agency);
    return { refusedAt, refuseGround, issuedAt: null };
  }
  if (!of.isWill && !of.isDebt && random.chance(0.03)) {
    history.take('TERMINATE', [2, 30], 'HEAD', { reasonCode: 'WITHDRAWN' });
    return { refusedAt: null, refuseGround: null, issuedAt: null };
  }
  history.take('SUBMIT_DRAFT', [1, 6], 'NOTARY');
  const issuedAt = history.take('APPROVE', random.chance(0.95) ? [0, 3] : [18, 28], 'APPROVER', {
    documentNo: of.certificateNo,
  });
  if (issuedAt !== null) history.file('公证书', of.certificateNo, of.agency);
  return { refusedAt: null, refuseGround: null, issuedAt };
}

function takeReExamination(history: CaseHistory, { random }: CaseContext, applicant: SyntheticPerson) {
  if (history.status !== 'ISSUED' || !random.chance(0.03)) return null;
  const requestedAt = history.take('REQUEST_REEXAMINATION', [10, 200], 'APPLICANT');
  if (requestedAt === null) return null;
  const decidedAt = history.take('UPHOLD', [10, 27], 'HEAD');
  return {
    requestedBy: applicant.credential,
    requestedAt,
    errorClaimed: '认为证词有误',
    decidedAt,
    result: decidedAt === null ? null : ('UPHELD' as const),
    carriedOutAt: null,
  };
}
