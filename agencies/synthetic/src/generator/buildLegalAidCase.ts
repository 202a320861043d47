import type { SyntheticBody, SyntheticLegalAidCase, SyntheticPerson } from '../syntheticWorld.ts';
import {
  type CaseContext,
  createHandler,
  createHistory,
  createKey,
  createParty,
  yearOf,
} from './caseContext.ts';

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

/** A consultation is told only where the application that follows it has happened by today. */
const CONSULTED_BEFORE_MS = 30 * 86_400_000;

/** A legal aid case on application (Legal Aid Law arts 31 to 48), from the consultation to wherever it stands today. */
export function buildLegalAidCase(
  context: CaseContext,
  applicant: SyntheticPerson,
  opponent: SyntheticPerson | SyntheticBody,
): SyntheticLegalAidCase {
  const { random, office } = context;
  const serial = context.nextSerial();
  const number = (word: string) => `（${yearOf(context)}）测${word}字第${serial}号`;
  const cause = random.pick(causes);
  const lawyer = random.pick(office.lawyers);
  const agency = office.legalAidAgency.id;
  const isExempt = random.chance(0.6);
  const history = createHistory(context);

  const consultNo = `ZX${yearOf(context)}${serial}`;
  const answeredAt =
    random.chance(0.5) && context.todayMs - context.startMs > CONSULTED_BEFORE_MS
      ? history.take({
          event: 'REPLY',
          to: 'REPLIED',
          actorRole: 'CALL_CENTRE',
          after: [0, 1],
          service: 'CONSULTATION',
          documentNo: consultNo,
        })
      : null;
  const receivedAt = history.take({
    event: 'SUBMIT',
    to: 'SUBMITTED',
    actorRole: 'APPLICANT',
    after: answeredAt === null ? [0, 0] : [1, 20],
  });
  const consulted = answeredAt !== null;
  const supplementAskedAt = random.chance(0.15)
    ? history.take({
        event: 'REQUIRE_SUPPLEMENT',
        to: 'SUPPLEMENT_REQUIRED',
        actorRole: 'INTAKE_CLERK',
        after: [1, 2],
      })
    : null;
  const suppliedAt =
    supplementAskedAt === null
      ? null
      : history.take({ event: 'SUPPLY', to: 'UNDER_REVIEW', actorRole: 'APPLICANT', after: [2, 9] });
  if (supplementAskedAt !== null) {
    history.pauses.push({ ruleId: 'D-01', reason: 'SUPPLEMENT', from: supplementAskedAt, to: suppliedAt });
  } else {
    history.take({ event: 'ACCEPT', to: 'UNDER_REVIEW', actorRole: 'INTAKE_CLERK', after: [0, 2] });
    if (history.status === 'UNDER_REVIEW') history.file('申请材料接收凭证', null, agency);
  }

  const isRefused = random.chance(0.12);
  const decisionNo = number('援审');
  const decidedAt = history.take(
    isRefused
      ? {
          event: 'REFUSE',
          to: 'REFUSED',
          actorRole: 'HEAD',
          after: [2, 7],
          documentNo: decisionNo,
          reasonCode: 'NOT_IN_HARDSHIP',
        }
      : {
          event: 'GRANT',
          to: 'GRANTED',
          actorRole: 'HEAD',
          after: random.chance(0.95) ? [1, 4] : [8, 15],
          documentNo: decisionNo,
        },
  );
  if (decidedAt !== null)
    history.file(isRefused ? '不予法律援助决定书' : '给予法律援助决定书', decisionNo, agency);

  let assignedAt: string | null = null;
  let agreedAt: string | null = null;
  let concludedAt: string | null = null;
  let closedAt: string | null = isRefused ? decidedAt : null;
  let subsidyAt: string | null = null;
  if (!isRefused) {
    history.take({ event: 'OPEN_CASE', to: 'PENDING_ASSIGNMENT', actorRole: 'INTAKE_CLERK', after: [0, 0] });
    assignedAt = history.take({
      event: 'ASSIGN',
      to: 'ASSIGNED',
      actorRole: 'HEAD',
      after: [0, 3],
      documentNo: number('援指'),
    });
    if (assignedAt !== null) history.file('指派通知书', number('援指'), agency);
    agreedAt = history.take({
      event: 'SIGN_AGREEMENT',
      to: 'AGREED',
      actorRole: 'ASSIGNED_LAWYER',
      after: [1, 5],
    });
    history.take({ event: 'START', to: 'IN_PROGRESS', actorRole: 'ASSIGNED_LAWYER', after: [0, 3] });
    concludedAt = history.take({
      event: 'CONCLUDE',
      to: 'CONCLUDED',
      actorRole: 'ASSIGNED_LAWYER',
      after: [30, 200],
    });
    history.take({
      event: 'SUBMIT_FILE',
      to: 'FILE_SUBMITTED',
      actorRole: 'ASSIGNED_LAWYER',
      after: [5, 28],
    });
    history.take({ event: 'REVIEW_FILE', to: 'FILE_REVIEWED', actorRole: 'REVIEWER', after: [5, 20] });
    subsidyAt = history.take({ event: 'PAY_SUBSIDY', to: 'SUBSIDY_PAID', actorRole: 'HEAD', after: [1, 8] });
    history.take({ event: 'ARCHIVE', to: 'ARCHIVED', actorRole: 'INTAKE_CLERK', after: [1, 10] });
    closedAt = concludedAt;
  }
  const wasAssigned = assignedAt !== null;

  return {
    service: 'LEGAL_AID',
    key: createKey(serial),
    region: office.region,
    caseNo: number('援'),
    aliases: [...(decidedAt === null ? [] : [decisionNo]), ...(wasAssigned ? [number('援指')] : [])],
    agency,
    status: history.status,
    openedAt: history.events[0]?.at ?? history.now,
    closedAt,
    parties: [createParty(applicant, 'RECIPIENT', 'A', wasAssigned ? lawyer.practitionerNo : null)],
    handlers: assignedAt === null ? [] : [createHandler('ASSIGNED_LAWYER', lawyer, assignedAt)],
    events: history.events,
    documents: history.documents,
    pauses: history.pauses,
    extensions: [],
    secrecy: applicant.specialGroups.includes('MINOR') ? ['privacy', 'minor'] : ['privacy'],
    details: {
      form: cause.form,
      ground: cause.ground,
      application:
        receivedAt === null
          ? null
          : {
              applicationNo: number('援申'),
              receivedAt,
              receiptNo: null,
              jurisdictionGround: 'EVENT_PLACE',
              urgent: null,
              caseFacts: cause.facts,
              supplement:
                supplementAskedAt === null
                  ? null
                  : { issuedAt: supplementAskedAt, items: ['经济困难状况说明'], answeredAt: suppliedAt },
            },
      consultation: consulted
        ? {
            consultNo,
            channel: random.pick(['HOTLINE', 'WEB', 'WECHAT', 'COUNTER']),
            askedAt: answeredAt,
            answeredAt,
            topic: cause.facts,
            toldOfRight: true,
            satisfaction: random.int(3, 5),
          }
        : null,
      notice: null,
      hardshipCheck: {
        mode: isExempt ? 'EXEMPT_FROM_CHECK' : 'DATA_SHARING',
        exemptGround: isExempt ? cause.exempt : null,
        sourceAgency: isExempt ? null : '民政部门',
        result: isRefused ? 'NOT_MET' : isExempt ? 'NOT_REQUIRED' : 'MET',
        householdIncome: isExempt ? null : random.int(60_000, 400_000),
      },
      decision:
        decidedAt === null
          ? null
          : {
              decisionNo,
              kind: isRefused ? 'REFUSE' : 'GRANT',
              decidedAt,
              reasonCode: isRefused ? 'NOT_IN_HARDSHIP' : null,
              servedAt: decidedAt,
            },
      assignments:
        assignedAt === null
          ? []
          : [
              {
                assignmentNo: number('援指'),
                assignedAt,
                firm: lawyer.organization,
                practitionerNo: lawyer.practitionerNo,
                mode: 'ASSIGN',
                conflictDeclaration: 'CLEAN',
                agreementSignedAt: agreedAt,
              },
            ],
      opposingParties: ['credential' in opponent ? opponent.credential : opponent.id],
      objection: null,
      subsidies:
        subsidyAt === null ? [] : [{ amount: 250_000, paidAt: subsidyAt, payee: lawyer.practitionerNo }],
      dutyLawyer: null,
      outcome: concludedAt === null ? null : random.pick(['调解结案', '判决结案', '和解结案']),
      recovered: concludedAt === null ? null : random.int(0, 200) * 100_000,
      qualityGrade:
        history.status === 'ARCHIVED' && random.chance(0.3) ? random.pick(['优秀', '良好', '合格']) : null,
    },
  };
}
