import type { SyntheticDocument } from '../syntheticCaseBase.ts';
import type { SyntheticLegalAidCase } from '../syntheticLegalAidCase.ts';
import type { SyntheticBody, SyntheticPerson, SyntheticPractitioner } from '../syntheticRegister.ts';
import { createDocument } from './createDocument.ts';
import { createHandler } from './createHandler.ts';
import { createHistory, type HistoryEntry, toInstant } from './createHistory.ts';
import { createLegalAidCase } from './createLegalAidCase.ts';
import { createParty } from './createParty.ts';

type Details = SyntheticLegalAidCase['details'];

/** When things happened, `YYYY-MM-DD HH:mm`; what is left out has not happened yet. */
export interface AidDates {
  readonly submitted: string;
  readonly granted: string;
  readonly assigned: string;
  readonly agreed: string;
  readonly concluded?: string;
  readonly fileSubmitted?: string;
  readonly fileReviewed?: string;
  readonly paid?: string;
  readonly archived?: string;
}

interface GrantedAidInput {
  readonly key: string;
  /** Place and serial of every number: `（2026）<place>援…字第<serial>号`. */
  readonly place: string;
  readonly serial: number;
  readonly centre: SyntheticBody;
  readonly recipient: SyntheticPerson;
  readonly role?: string;
  readonly lawyer: SyntheticPractitioner;
  readonly dates: AidDates;
  readonly form: string;
  readonly ground: string;
  readonly facts: string;
  readonly hardshipCheck: Details['hardshipCheck'];
  readonly opposingParties: readonly string[];
  readonly jurisdictionGround?: string;
  readonly secrecy?: readonly string[];
  /** Aid before the decision under art. 44: the ground, and when. */
  readonly provisional?: { readonly ground: string; readonly at: string };
  readonly consultation?: Details['consultation'];
  /** Reason noted with the assignment. */
  readonly assignReason?: string;
  readonly moreDocuments?: readonly SyntheticDocument[];
  readonly outcome?: string;
  readonly recovered?: number;
  readonly subsidy?: number;
}

/** Numbers of such a case by kind of document. */
export function aidNumbers(place: string, serial: number, year = 2026) {
  const number = (word: string) => `（${year}）${place}援${word}字第${String(serial).padStart(4, '0')}号`;
  return {
    legalAidCase: number(''),
    application: number('申'),
    decision: number('审'),
    assignment: number('指'),
    provisional: number('先'),
  };
}

/** A legal aid case that went the plain way: applied, granted, assigned, agreed, and on as far as the dates say. */
export function createGrantedAid(input: GrantedAidInput): SyntheticLegalAidCase {
  const { dates, lawyer, centre, recipient, provisional, consultation = null, secrecy = ['privacy'] } = input;
  const numbers = aidNumbers(input.place, input.serial, Number(dates.submitted.slice(0, 4)));
  const optional = (event: string, at: string | undefined, actorRole: string): HistoryEntry[] =>
    at === undefined ? [] : [[event, at, actorRole]];
  const assign = {
    documentNo: numbers.assignment,
    ...(input.assignReason && { reasonCode: input.assignReason }),
  };
  const firm = { id: lawyer.organization };
  return createLegalAidCase(
    {
      key: input.key,
      region: centre.region,
      caseNo: numbers.legalAidCase,
      agency: centre.id,
      parties: [createParty(recipient, input.role ?? 'RECIPIENT', 'A', { lawyer })],
      handlers: [createHandler('ASSIGNED_LAWYER', lawyer, dates.assigned)],
      events: createHistory('LEGAL_AID', [
        ...(consultation === null ? [] : consultationEntries(consultation)),
        ['SUBMIT', dates.submitted, 'APPLICANT', { documentNo: numbers.application }],
        provisional === undefined
          ? ['ACCEPT', dates.submitted, 'INTAKE_CLERK']
          : [
              'PROVIDE_FIRST',
              provisional.at,
              'HEAD',
              { documentNo: numbers.provisional, reasonCode: provisional.ground },
            ],
        ['GRANT', dates.granted, 'HEAD', { documentNo: numbers.decision }],
        ['OPEN_CASE', dates.granted, 'INTAKE_CLERK'],
        ['ASSIGN', dates.assigned, 'HEAD', assign],
        ['SIGN_AGREEMENT', dates.agreed, 'ASSIGNED_LAWYER'],
        ['START', dates.agreed, 'ASSIGNED_LAWYER'],
        ...optional('CONCLUDE', dates.concluded, 'ASSIGNED_LAWYER'),
        ...optional('SUBMIT_FILE', dates.fileSubmitted, 'ASSIGNED_LAWYER'),
        ...optional('REVIEW_FILE', dates.fileReviewed, 'REVIEWER'),
        ...optional('PAY_SUBSIDY', dates.paid, 'HEAD'),
        ...optional('ARCHIVE', dates.archived, 'INTAKE_CLERK'),
      ]),
      documents: [
        createDocument('法律援助申请表', numbers.application, dates.submitted, centre),
        ...(provisional === undefined
          ? []
          : [createDocument('先行提供法律援助通知书', numbers.provisional, provisional.at, centre)]),
        createDocument('给予法律援助决定书', numbers.decision, dates.granted, centre),
        createDocument('指派通知书', numbers.assignment, dates.assigned, centre),
        createDocument('委托代理/辩护协议', null, dates.agreed, firm),
        ...(dates.fileSubmitted === undefined
          ? []
          : [createDocument('结案报告表', null, dates.fileSubmitted, firm)]),
        ...(input.moreDocuments ?? []),
      ],
      secrecy,
    },
    {
      form: input.form,
      ground: input.ground,
      application: {
        applicationNo: numbers.application,
        receivedAt: toInstant(dates.submitted),
        receiptNo: null,
        jurisdictionGround: input.jurisdictionGround ?? 'EVENT_PLACE',
        urgent: provisional?.ground ?? null,
        caseFacts: `${input.facts}（测试数据）`,
        supplement: null,
      },
      consultation,
      hardshipCheck: input.hardshipCheck,
      decision: {
        decisionNo: numbers.decision,
        kind: 'GRANT',
        decidedAt: toInstant(dates.granted),
        reasonCode: null,
        servedAt: toInstant(dates.assigned),
      },
      assignments: [
        {
          assignmentNo: numbers.assignment,
          assignedAt: toInstant(dates.assigned),
          firm: firm.id,
          practitionerNo: lawyer.practitionerNo,
          mode: 'ASSIGN',
          conflictDeclaration: 'CLEAN',
          agreementSignedAt: toInstant(dates.agreed),
        },
      ],
      opposingParties: input.opposingParties,
      subsidies:
        dates.paid === undefined
          ? []
          : [
              {
                amount: input.subsidy ?? 200_000,
                paidAt: toInstant(dates.paid),
                payee: lawyer.practitionerNo,
              },
            ],
      outcome: input.outcome ?? null,
      recovered: input.recovered ?? null,
      qualityGrade: dates.archived === undefined ? null : '合格',
    },
  );
}

function consultationEntries({
  consultNo,
  askedAt,
  answeredAt,
}: NonNullable<Details['consultation']>): HistoryEntry[] {
  return [
    ['ASK', askedAt, 'CALLER', { documentNo: consultNo }],
    ...(answeredAt === null ? [] : ([['REPLY', answeredAt, 'CALL_CENTRE']] as HistoryEntry[])),
  ];
}
