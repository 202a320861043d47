import type { WireAidCase } from '../wire/aidCase.ts';
import type { AssignmentInput, CaseEvent, HardshipCheckInput } from '../wire/caseEvent.ts';

/** What the register says of someone who may be assigned. */
export interface LawyerFacts {
  readonly firm: string;
  readonly licenceState: string;
  readonly firstPracticeYear: number;
}

/** A lawyer who acts for the other side of the same matter. */
export interface OpposingLawyer {
  readonly practitionerNo: string;
  readonly firm: string;
}

/** What a guard may look at. */
export interface GuardContext {
  readonly record: WireAidCase;
  readonly event: CaseEvent;
  /** When the step takes effect, in +08:00. */
  readonly at: string;
  /** Null: not in the register. */
  lawyer(practitionerNo: string): LawyerFacts | null;
  /** Code of the body that supervises `bodyCode`; null where the register has none. */
  supervisorOf(bodyCode: string): string | null;
  /** Who acts in aid cases whose parties are this one's opponents and whose opponents are this one's parties. */
  opposingLawyers(): readonly OpposingLawyer[];
}

/** A condition of a step, with the law it stands on. */
export interface Guard {
  readonly citation: string;
  /** What is wrong, in words for the clerk, or null where the condition holds. */
  check(context: GuardContext): string | null;
}

const graveGrounds = new Set(['LIFE_OR_DEATH', 'DEATH_REVIEW']);

/** Every guard that a row of the lifecycle may name. */
export const guards = {
  jurisdictionElsewhere: {
    citation: '法律援助法 第38条',
    check: ({ record, event }) =>
      event.event === 'REDIRECT' && event.redirectedTo === record.agencyCode
        ? 'redirectedTo names the agency that has the application; name the one that has jurisdiction'
        : null,
  },
  supplementAskedOnce: {
    citation: '法律援助法 第43条第2款',
    check: ({ record }) =>
      record.application?.supplement
        ? 'everything missing must be asked for at once; a notice was already issued'
        : null,
  },
  urgent: {
    citation: '法律援助法 第44条',
    check: ({ record, event }) =>
      event.event === 'PROVIDE_FIRST' && (event.urgent ?? record.application?.urgent ?? null) === null
        ? 'aid before the decision needs one of the urgent grounds; send urgent'
        : null,
  },
  hardshipSettled: {
    citation: '法律援助法 第31条、第41条、第42条',
    check: (context) => {
      const { mode, result } = hardshipOf(context);
      const noConditionApplies = mode === 'NOT_LIMITED' || mode === 'NOT_APPLICABLE';
      if (
        noConditionApplies ||
        result === 'MET' ||
        (mode === 'EXEMPT_FROM_CHECK' && result === 'NOT_REQUIRED')
      )
        return null;
      return `the hardship check stands at ${mode}/${result}; settle it before the decision`;
    },
  },
  exemptionFits: {
    citation: '法律援助法 第32条、第42条',
    check: (context) => {
      const { mode, exemptGround } = hardshipOf(context);
      if (mode !== 'EXEMPT_FROM_CHECK' && mode !== 'NOT_LIMITED') return null;
      if (exemptGround === null) return `${mode} needs the ground it rests on; send exemptGround`;
      const isArticle42 = ['NO_FIXED_INCOME', 'RELIEF_RECIPIENT', 'MIGRANT_WAGE_OR_INJURY'].includes(
        exemptGround,
      );
      if (exemptGround !== 'OTHER_LAW' && isArticle42 !== (mode === 'EXEMPT_FROM_CHECK')) {
        return `${exemptGround} is not a ground of ${mode}: art. 32 lifts the condition, art. 42 only its check`;
      }
      if (
        exemptGround === 'MIGRANT_WAGE_OR_INJURY' &&
        !['LABOUR', 'INJURY'].includes(context.record.ground)
      ) {
        return `MIGRANT_WAGE_OR_INJURY is for wages and work accidents, not for ${context.record.ground}`;
      }
      return null;
    },
  },
  remedyTold: {
    citation: '法律援助法 第43条、第48条、第49条',
    check: ({ event }) =>
      (event.event === 'REFUSE' || event.event === 'TERMINATE') && !event.remedyTold
        ? 'the written decision must give its reason and name the objection; set remedyTold when it does'
        : null,
  },
  objectionToSupervisor: {
    citation: '法律援助法 第49条',
    check: ({ record, event, supervisorOf }) => {
      const supervisor = supervisorOf(record.agencyCode);
      return event.event === 'OBJECT' && supervisor !== null && supervisor !== event.bureauCode
        ? `objections against this agency go to ${supervisor}`
        : null;
    },
  },
  objectedOnce: {
    citation: '法律援助法 第49条',
    check: ({ record }) =>
      record.objection?.againstDecisionNo === record.decisions.at(-1)?.decisionNo
        ? 'this decision was already reviewed on objection; reconsideration or a suit is next'
        : null,
  },
  decisionOrNotice: {
    citation: '法律援助法 第36条、第43条',
    check: ({ record }) =>
      record.notice === null &&
      !record.decisions.some(({ kind }) => kind === 'GRANT' || kind === 'PROVISIONAL')
        ? 'nobody is assigned without a decision to give aid or a notice from a case-handling organ'
        : null,
  },
  lawyerMayAct: {
    citation: '律师法 第10条；法律援助法 第12条',
    check: (context) => {
      const assignment = assignmentOf(context);
      if (assignment === null) return null;
      const lawyer = context.lawyer(assignment.practitionerNo);
      if (lawyer === null) return `${assignment.practitionerNo} is not in the register of lawyers`;
      if (lawyer.licenceState !== 'VALID')
        return `the licence of ${assignment.practitionerNo} is ${lawyer.licenceState}`;
      if (lawyer.firm !== assignment.firmCode)
        return `${assignment.practitionerNo} works at ${lawyer.firm}, not at the firm named`;
      return null;
    },
  },
  threeYearsForGraveCases: {
    citation: '法律援助法 第26条',
    check: (context) => {
      const assignment = assignmentOf(context);
      if (assignment === null || !graveGrounds.has(context.record.ground)) return null;
      const years = yearsOfPractice(context.lawyer(assignment.practitionerNo), context.at);
      return years !== null && years >= 3
        ? null
        : `${context.record.ground} needs a lawyer with at least three years of practice`;
    },
  },
  juvenileExperience: {
    citation: '未成年人保护法 第104条',
    check: (context) =>
      context.record.ground === 'MINOR' && assignmentOf(context)?.juvenileExperience !== true
        ? 'a minor needs a lawyer who knows minors; confirm juvenileExperience'
        : null,
  },
  noConflict: {
    citation: '律师法 第39条',
    check: (context) => {
      const assignment = assignmentOf(context);
      if (assignment === null) return null;
      const opposing = context.opposingLawyers();
      if (opposing.some(({ practitionerNo }) => practitionerNo === assignment.practitionerNo)) {
        return 'this lawyer acts for the other side of the matter';
      }
      return assignment.conflictDeclaration === 'CLEAN' &&
        opposing.some(({ firm }) => firm === assignment.firmCode)
        ? 'a colleague of the same firm acts for the other side; declare WARNED after weighing it, or choose another firm'
        : null;
    },
  },
  anotherLawyer: {
    citation: '法律援助法 第55条',
    check: (context) =>
      assignmentOf(context)?.practitionerNo === context.record.assignments.at(-1)?.practitionerNo
        ? 'the replacement is the lawyer who is replaced'
        : null,
  },
  paidOnce: {
    citation: '法律援助法 第52条、第61条',
    check: ({ record, event }) =>
      event.event === 'PAY_SUBSIDY' && record.subsidies.some(({ payee }) => payee === event.payee)
        ? `a subsidy was already paid to ${event.payee} for this case`
        : null,
  },
  decisionToServe: {
    citation: '法律援助法 第43条',
    check: ({ record }) => {
      const last = record.decisions.at(-1);
      if (last === undefined) return 'there is no decision to serve';
      return last.servedAt === null ? null : `decision ${last.decisionNo} was served at ${last.servedAt}`;
    },
  },
  notSealedYet: {
    citation: '预防未成年人犯罪法 第59条',
    check: ({ record }) => (record.secrecyMarks.includes('sealed') ? 'the case is sealed already' : null),
  },
  sealedNow: {
    citation: '预防未成年人犯罪法 第59条',
    check: ({ record }) => (record.secrecyMarks.includes('sealed') ? null : 'the case is not sealed'),
  },
} as const satisfies Record<string, Guard>;

export type GuardName = keyof typeof guards;

/** Full years between the year of first practice and `at`; null where the register does not know the lawyer. */
export function yearsOfPractice(lawyer: LawyerFacts | null, at: string): number | null {
  return lawyer === null ? null : Number(at.slice(0, 4)) - lawyer.firstPracticeYear;
}

function assignmentOf({ event }: GuardContext): AssignmentInput | null {
  return event.event === 'ASSIGN' || event.event === 'APPROVE_REPLACEMENT' ? event.assignment : null;
}

function hardshipOf({ record, event }: GuardContext): HardshipCheckInput {
  return event.event === 'GRANT' && event.hardshipCheck !== undefined
    ? event.hardshipCheck
    : record.hardshipCheck;
}
