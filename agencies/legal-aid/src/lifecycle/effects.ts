import { inChinaTime } from '../instant.ts';
import type { WireAidCase } from '../wire/aidCase.ts';
import type { AssignmentInput, CaseEvent } from '../wire/caseEvent.ts';

/** What a step knows besides its event. */
export interface StepFacts {
  readonly at: string;
  /** Number of the document the step issues or quotes, or null. */
  readonly documentNo: string | null;
  /** Full years of practice of the lawyer now assigned; null where nobody is or the register has none. */
  readonly yearsOfPractice: number | null;
  readonly lawyerName: string | null;
}

/** The parts of a record that a step changes; status, history and documents are the writer's own work. */
export type Changes = Partial<WireAidCase>;

/** What an event changes in a record, as a pure function: nothing is stored here. */
export function effectsOf(record: WireAidCase, event: CaseEvent, facts: StepFacts): Changes {
  const { at } = facts;
  const application = record.application;
  switch (event.event) {
    case 'SUBMIT':
    case 'RECEIVE':
      return application === null ? {} : { application: { ...application, receivedAt: at } };
    case 'REDIRECT':
      return application === null
        ? {}
        : { application: { ...application, redirectedTo: event.redirectedTo } };
    case 'REQUIRE_SUPPLEMENT':
      return {
        application: application && {
          ...application,
          supplement: { issuedAt: at, items: event.items, answeredAt: null },
        },
        clockStops: [...record.clockStops, { ruleId: 'D-01', reason: 'SUPPLEMENT', from: at, to: null }],
      };
    case 'SUPPLY':
      return {
        application: application && {
          ...application,
          supplement: application.supplement && { ...application.supplement, answeredAt: at },
        },
        clockStops: restarted(record, at),
      };
    case 'LAPSE':
    case 'WITHDRAW':
      return { clockStops: restarted(record, at) };
    case 'ACCEPT':
      return application === null ? {} : { application: { ...application, receiptNo: facts.documentNo } };
    case 'GRANT':
      return {
        ...decided(record, 'GRANT', facts, null),
        hardshipCheck: event.hardshipCheck ?? record.hardshipCheck,
        parties: record.parties.map((party) =>
          party.role === 'APPLICANT' ? { ...party, role: 'RECIPIENT' } : party,
        ),
      };
    case 'REFUSE':
      return {
        ...decided(record, 'REFUSE', facts, event.reasonCode),
        hardshipCheck: event.hardshipCheck ?? record.hardshipCheck,
      };
    case 'PROVIDE_FIRST':
      return {
        ...decided(record, 'PROVISIONAL', facts, event.urgent ?? application?.urgent ?? null),
        application: application && { ...application, urgent: event.urgent ?? application.urgent },
      };
    case 'OBJECT':
      return {
        objection: {
          againstDecisionNo: record.decisions.at(-1)?.decisionNo ?? null,
          filedAt: at,
          bureauCode: event.bureauCode,
          decidedAt: null,
          result: null,
        },
      };
    case 'UPHOLD':
      return { objection: record.objection && { ...record.objection, decidedAt: at, result: 'UPHELD' } };
    case 'ORDER_CORRECTION':
      return {
        ...decided(record, 'GRANT', facts, 'ORDERED_BY_BUREAU'),
        objection: record.objection && { ...record.objection, decidedAt: at, result: 'ORDERED_TO_CORRECT' },
      };
    case 'ASSIGN':
      return assigned(record, event.assignment, facts);
    case 'SIGN_AGREEMENT':
      return {
        assignments: changeLast(record.assignments, { agreementSignedAt: at }),
      };
    case 'REQUEST_REPLACEMENT':
      return {
        replacements: [
          ...record.replacements,
          {
            requestedBy: event.requestedBy,
            requestedAt: at,
            reason: event.reason,
            decidedAt: null,
            result: null,
            newAssignmentNo: null,
          },
        ],
      };
    case 'APPROVE_REPLACEMENT':
      return {
        ...assigned(record, event.assignment, facts),
        replacements: changeLast(record.replacements, {
          decidedAt: at,
          result: 'APPROVED',
          newAssignmentNo: facts.documentNo,
        }),
      };
    case 'REJECT_REPLACEMENT':
      return {
        replacements: changeLast(record.replacements, { decidedAt: at, result: 'REJECTED' }),
      };
    case 'CONCLUDE':
      return { outcome: event.outcome, recoveredFen: event.recoveredFen };
    case 'PAY_SUBSIDY':
      return {
        subsidies: [
          ...record.subsidies,
          { standard: event.standard, amountFen: event.amountFen, paidAt: at, payee: event.payee },
        ],
      };
    case 'TERMINATE':
      return {
        ...decided(record, 'TERMINATE', facts, event.reasonCode),
        handlers: handlersUntil(record, at),
      };
    case 'SERVE_DECISION':
      return { decisions: changeLast(record.decisions, { servedAt: at }) };
    case 'REPORT_PROGRESS':
      return { progressReports: [...record.progressReports, { at, text: event.text }] };
    case 'REVIEW_QUALITY':
      return {
        qualityReviews: [
          ...record.qualityReviews,
          { method: event.method, grade: event.grade, reviewer: event.reviewer, reviewedAt: at },
        ],
      };
    case 'SEAL':
      return { secrecyMarks: [...record.secrecyMarks, 'sealed'] };
    case 'UNSEAL':
      return { secrecyMarks: record.secrecyMarks.filter((mark) => mark !== 'sealed') };
    default:
      return {};
  }
}

function decided(
  record: WireAidCase,
  kind: WireAidCase['decisions'][number]['kind'],
  facts: StepFacts,
  reasonCode: string | null,
): Changes {
  const decisionNo = facts.documentNo ?? '';
  return {
    decisions: [...record.decisions, { decisionNo, kind, decidedAt: facts.at, reasonCode, servedAt: null }],
  };
}

function assigned(record: WireAidCase, input: AssignmentInput, facts: StepFacts): Changes {
  const { firmCode, practitionerNo, mode, conflictDeclaration, juvenileExperience } = input;
  return {
    assignments: [
      ...record.assignments,
      {
        assignmentNo: facts.documentNo ?? '',
        assignedAt: facts.at,
        firmCode,
        practitionerNo,
        practitionerName: facts.lawyerName,
        mode,
        conflictDeclaration,
        yearsOfPractice: facts.yearsOfPractice,
        juvenileExperience,
        firmRepliedAt: input.firmRepliedAt === null ? null : inChinaTime(input.firmRepliedAt),
        agreementSignedAt: null,
      },
    ],
    handlers: [
      ...handlersUntil(record, facts.at),
      {
        role: 'ASSIGNED_LAWYER',
        practitionerNo,
        name: facts.lawyerName ?? practitionerNo,
        organizationCode: firmCode,
        from: facts.at,
        to: null,
      },
    ],
    parties: record.parties.map((party) =>
      party.side === 'A' ? { ...party, lawyerNo: practitionerNo } : party,
    ),
  };
}

/** The handlers with the assigned lawyer's time ended. */
function handlersUntil(record: WireAidCase, at: string): WireAidCase['handlers'] {
  return record.handlers.map((handler) =>
    handler.role === 'ASSIGNED_LAWYER' && handler.to === null ? { ...handler, to: at } : handler,
  );
}

function restarted(record: WireAidCase, at: string): WireAidCase['clockStops'] {
  return record.clockStops.map((stop) => (stop.to === null ? { ...stop, to: at } : stop));
}

/** The list with its last entry changed; an empty list (an old record without the entry) stays empty. */
function changeLast<Entry>(entries: readonly Entry[], changes: Partial<Entry>): Entry[] {
  return entries.map((entry, index) => (index === entries.length - 1 ? { ...entry, ...changes } : entry));
}
