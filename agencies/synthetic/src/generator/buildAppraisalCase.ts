import { createAppraisalCase } from '../build/createAppraisalCase.ts';
import { createParty } from '../build/createParty.ts';
import type { SyntheticAppraisalCase } from '../syntheticAppraisalCase.ts';
import type { SyntheticLegalAidCase } from '../syntheticLegalAidCase.ts';
import type { SyntheticBody, SyntheticPerson } from '../syntheticRegister.ts';
import { buildFeeReduction } from './buildFeeReduction.ts';
import { type CaseContext, createNumbers, handledBy } from './caseContext.ts';
import { CaseHistory, toldBy } from './caseHistory.ts';

const kinds = [
  {
    category: 'CLINICAL',
    word: '临鉴字',
    matters: ['DISABILITY_GRADE', 'LOSS_OF_WORK_PERIODS'],
    standard: '《人体损伤致残程度分级》',
  },
  { category: 'DOCUMENT', word: '文鉴字', matters: ['HANDWRITING'], standard: 'GB/T 37239-2018' },
  { category: 'TRACE', word: '痕鉴字', matters: ['TRACE_COMPARISON'], standard: 'GA/T 41-2019' },
  {
    category: 'ELECTRONIC_DATA',
    word: '电鉴字',
    matters: ['ELECTRONIC_DATA_RECOVERY'],
    standard: 'GB/T 29360-2023',
  },
] as const;

interface AppraisalInput {
  /** Who stands against the subject. */
  readonly opponent?: SyntheticPerson | SyntheticBody;
  /** The body that commissions it; the party does unless given. */
  readonly client?: SyntheticBody;
  /** Legal aid that may lift the fee, and whose lawyer represents the subject. */
  readonly aid?: SyntheticLegalAidCase;
}

/** A forensic appraisal (司法鉴定程序通则 arts 11 to 41), from the commission to wherever it stands today. */
export function buildAppraisalCase(
  context: CaseContext,
  subject: SyntheticPerson,
  { opponent, client, aid }: AppraisalInput = {},
): SyntheticAppraisalCase {
  const { random, office } = context;
  const numbers = createNumbers(context);
  const kind = client === undefined ? random.pick(kinds) : kinds[0];
  const commissionNo = numbers.print('测委鉴字');
  const opinionNo = numbers.printBracketed('测所', kind.word);
  const appraisers = office.appraisers.slice(0, 2);
  const agency = office.institution.id;
  const fee = random.int(10, 60) * 10_000;
  const history = new CaseHistory('FORENSIC_APPRAISAL', context);

  const receivedAt =
    history.take('COMMISSION', [0, 0], 'CLIENT', { documentNo: commissionNo }) ?? history.now;
  history.file('司法鉴定委托书', commissionNo, client?.id ?? agency);
  history.take('REVIEW', [0, 2], 'REVIEWER');
  const isRefused = random.chance(0.06);
  const refusedAt = isRefused ? history.take('REFUSE', [1, 6], 'HEAD', { reasonCode: 'MATERIAL_BAD' }) : null;
  const effectiveAt = isRefused
    ? null
    : history.take('SIGN_COMMISSION', random.chance(0.95) ? [1, 5] : [10, 14], 'HEAD');
  const examination = isRefused ? null : takeExamination(history, context, opinionNo, agency);
  const issuedAt = examination?.issuedAt ?? null;
  const testimony = issuedAt === null ? null : takeTestimony(history, context);
  const parties = [
    createParty(subject, kind.category === 'CLINICAL' ? 'SUBJECT' : 'CLIENT', 'A', {
      lawyer: aid?.handlers[0] ?? null,
    }),
    ...(client === undefined ? [] : [createParty(client, 'CLIENT', 'NEUTRAL')]),
    ...(opponent === undefined ? [] : [createParty(opponent, 'OPPOSING_PARTY', 'B')]),
  ];

  return createAppraisalCase(
    {
      key: numbers.key,
      region: office.region,
      caseNo: numbers.printBracketed('测所', '受鉴字'),
      agency,
      parties,
      handlers: handledBy('APPRAISER', appraisers, examination?.assignedAt ?? null),
      ...toldBy(history),
      secrecy: ['privacy'],
      otherNumbers: [commissionNo],
    },
    {
      category: kind.category,
      matters: kind.matters,
      commission: {
        commissionNo,
        clientKind:
          client === undefined ? 'PARTY' : client.kind === 'CASE_ORGAN' ? 'CASE_ORGAN' : 'MEDIATION_BODY',
        client: client?.id ?? subject.credential,
        receivedAt,
        effectiveAt,
        purpose: '解决纠纷',
        isReappraisal: false,
        agreedTermDays: null,
        fee,
      },
      notAcceptGround: refusedAt === null ? null : 'MATERIAL_BAD',
      standards: examination === null ? [] : [kind.standard],
      materials: [
        {
          no: '1',
          name: kind.category === 'CLINICAL' ? '病历及影像资料' : '检材及样本',
          receivedAt,
          returnedAt: issuedAt ?? refusedAt,
          custody: [
            { at: receivedAt, from: client?.name ?? '委托人', to: office.institution.name, digest: null },
          ],
        },
      ],
      opinion:
        issuedAt === null
          ? null
          : {
              opinionNo,
              issuedAt,
              conclusion: '结论见意见书。（测试结论）',
              signedBy: appraisers.map(({ practitionerNo }) => practitionerNo),
              correctedAt: null,
            },
      feeReduction: buildFeeReduction(aid ?? null, fee, effectiveAt, agency),
      testimony,
      examinedAt: examination?.examinedAt ?? null,
    },
  );
}

function takeExamination(history: CaseHistory, { random }: CaseContext, opinionNo: string, agency: string) {
  const assignedAt = history.take('ASSIGN_APPRAISERS', [0, 3], 'HEAD');
  if (assignedAt !== null) history.file('鉴定人承诺书', null, agency);
  const examinedAt = history.take('START_EXAMINATION', [0, 5], 'APPRAISER');
  if (random.chance(0.3)) {
    history.pause('D-21', ['REQUEST_MATERIAL', [1, 6]], ['RECEIVE_MATERIAL', [4, 20]], '补充材料');
  } else if (random.chance(0.04)) {
    history.pause('D-21', ['SUSPEND', [1, 6]], ['RESUME', [10, 60]], '中止鉴定');
  }
  const isLong = random.chance(0.1);
  if (isLong) history.extend('D-21', 30, [8, 16], 'HEAD');
  if (random.chance(0.03)) {
    history.take('TERMINATE', [2, 10], 'HEAD', { reasonCode: 'WITHDRAWN_OR_UNPAID' });
    return { assignedAt, examinedAt, issuedAt: null };
  }
  history.take('SUBMIT_DRAFT', isLong ? [15, 40] : [4, 14], 'APPRAISER');
  const issuedAt = history.take('ISSUE', random.chance(0.95) ? [1, 4] : [35, 50], 'HEAD', {
    documentNo: opinionNo,
  });
  if (issuedAt !== null) history.file('司法鉴定意见书', opinionNo, agency);
  return { assignedAt, examinedAt, issuedAt };
}

function takeTestimony(history: CaseHistory, { random, office }: CaseContext) {
  if (!random.chance(0.04)) return null;
  const noticeAt = history.take('COURT_NOTICE', [20, 90], 'COURT');
  if (noticeAt === null) return null;
  return { court: office.court.id, noticeAt, appearedAt: history.take('TESTIFY', [3, 15], 'APPRAISER') };
}
