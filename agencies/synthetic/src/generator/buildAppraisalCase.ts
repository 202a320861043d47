import type {
  SyntheticAppraisalCase,
  SyntheticBody,
  SyntheticLegalAidCase,
  SyntheticPerson,
} from '../syntheticWorld.ts';
import { buildFeeReduction } from './buildFeeReduction.ts';
import {
  type CaseContext,
  createHandler,
  createHistory,
  createKey,
  createParty,
  yearOf,
} from './caseContext.ts';

const kinds = [
  {
    category: 'CLINICAL',
    word: '临鉴',
    matters: ['DISABILITY_GRADE', 'LOSS_OF_WORK_PERIODS'],
    standard: '人体损伤致残程度分级',
  },
  { category: 'DOCUMENT', word: '文鉴', matters: ['HANDWRITING'], standard: '笔迹鉴定技术规范' },
  { category: 'TRACE', word: '痕鉴', matters: ['TRACE_COMPARISON'], standard: '道路交通事故痕迹鉴定' },
  {
    category: 'ELECTRONIC_DATA',
    word: '电鉴',
    matters: ['ELECTRONIC_DATA_RECOVERY'],
    standard: '电子数据鉴定通用实施规范',
  },
] as const;

/**
 * A forensic appraisal (司法鉴定程序通则 arts 11 to 35), from the commission to wherever it stands today. `client` is the body
 * that commissions it, or null where the party does.
 */
export function buildAppraisalCase(
  context: CaseContext,
  subject: SyntheticPerson,
  opponent: SyntheticPerson | SyntheticBody | null,
  client: SyntheticBody | null,
  aid: SyntheticLegalAidCase | null,
): SyntheticAppraisalCase {
  const { random, office } = context;
  const serial = context.nextSerial();
  const year = yearOf(context);
  const kind = client === null ? random.pick(kinds) : kinds[0];
  const opinionNo = `测州鉴[${year}]${kind.word}字第${serial}号`;
  const [first, second] = office.appraisers;
  const appraisers = [first, second].filter((one) => one !== undefined);
  const agency = office.institution.id;
  const fee = random.int(10, 60) * 10_000;
  const history = createHistory(context);

  const receivedAt = history.take({
    event: 'COMMISSION',
    to: 'COMMISSIONED',
    actorRole: 'CLIENT',
    after: [0, 0],
  });
  history.take({ event: 'REVIEW', to: 'ACCEPTANCE_REVIEW', actorRole: 'HEAD', after: [0, 2] });
  const isRefused = random.chance(0.06);
  const refusedAt = isRefused
    ? history.take({
        event: 'REFUSE',
        to: 'NOT_ACCEPTED',
        actorRole: 'HEAD',
        after: [1, 6],
        reasonCode: 'MATERIAL_BAD',
      })
    : null;
  const effectiveAt = isRefused
    ? null
    : history.take({
        event: 'SIGN_COMMISSION',
        to: 'ACCEPTED',
        actorRole: 'HEAD',
        after: random.chance(0.95) ? [1, 5] : [10, 14],
      });
  if (effectiveAt !== null) history.file('司法鉴定委托书', `测州鉴委[${year}]第${serial}号`, agency);
  const assignedAt = isRefused
    ? null
    : history.take({ event: 'ASSIGN_APPRAISERS', to: 'ASSIGNED', actorRole: 'HEAD', after: [0, 3] });
  const examinedAt = isRefused
    ? null
    : history.take({ event: 'START_EXAMINATION', to: 'EXAMINING', actorRole: 'APPRAISER', after: [0, 6] });
  if (!isRefused && random.chance(0.3)) {
    history.pause(
      'D-21',
      'MATERIAL_PENDING',
      { event: 'REQUEST_MATERIAL', to: 'MATERIAL_PENDING', actorRole: 'APPRAISER', after: [1, 6] },
      { event: 'RECEIVE_MATERIAL', to: 'EXAMINING', actorRole: 'CLIENT', after: [4, 20] },
    );
  }
  if (!isRefused)
    history.take({ event: 'SUBMIT_DRAFT', to: 'INTERNAL_REVIEW', actorRole: 'APPRAISER', after: [4, 14] });
  const issuedAt = isRefused
    ? null
    : history.take({
        event: 'ISSUE',
        to: 'ISSUED',
        actorRole: 'APPRAISER',
        after: random.chance(0.93) ? [1, 4] : [25, 40],
        documentNo: opinionNo,
      });
  if (issuedAt !== null) history.file('司法鉴定意见书', opinionNo, agency);

  return {
    service: 'FORENSIC_APPRAISAL',
    key: createKey(serial),
    region: office.region,
    caseNo: `测州鉴受[${year}]${kind.word}字第${serial}号`,
    aliases: issuedAt === null ? [] : [opinionNo],
    agency,
    status: history.status,
    openedAt: receivedAt ?? history.now,
    closedAt: issuedAt ?? refusedAt,
    parties: [
      createParty(subject, 'SUBJECT', 'A', aid?.handlers[0]?.practitionerNo ?? null),
      ...(opponent === null ? [] : [createParty(opponent, 'OPPOSING_PARTY', 'B')]),
    ],
    handlers: assignedAt === null ? [] : appraisers.map((one) => createHandler('APPRAISER', one, assignedAt)),
    events: history.events,
    documents: history.documents,
    pauses: history.pauses,
    extensions: [],
    secrecy: ['privacy'],
    details: {
      category: kind.category,
      matters: kind.matters,
      commission: {
        commissionNo: `测州鉴委[${year}]第${serial}号`,
        clientKind:
          client === null ? 'PARTY' : client.kind === 'CASE_ORGAN' ? 'CASE_ORGAN' : 'MEDIATION_BODY',
        client: client?.id ?? subject.credential,
        receivedAt: receivedAt ?? history.now,
        effectiveAt,
        purpose: '解决纠纷',
        isReappraisal: false,
        agreedTermDays: null,
        fee,
      },
      notAcceptGround: refusedAt === null ? null : 'MATERIAL_BAD',
      standards: [kind.standard],
      materials: [
        {
          no: '1',
          name: '病历及影像资料',
          receivedAt: receivedAt ?? history.now,
          returnedAt: issuedAt,
          custody: [],
        },
      ],
      opinion:
        issuedAt === null
          ? null
          : {
              opinionNo,
              issuedAt,
              conclusion: '鉴定结论见意见书',
              signedBy: appraisers.map(({ practitionerNo }) => practitionerNo),
              correctedAt: null,
            },
      feeReduction: buildFeeReduction(aid, fee, effectiveAt, first?.practitionerNo ?? agency),
      foreignRelatedReport: null,
      testimony: null,
      examinedAt,
    },
  };
}
