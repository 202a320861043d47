import { z } from 'zod';
import {
  assignmentModes,
  conflictDeclarations,
  exemptGrounds,
  hardshipModes,
  hardshipResults,
  notLimitedGrounds,
  qualityMethods,
  terminationGrounds,
  urgencyGrounds,
} from '../aidCodes.ts';
import {
  AnyInstant,
  BodyCode,
  Fen,
  PlainDate,
  PractitionerNo,
  PrintedNumber,
  Region,
  text,
  Word,
} from './atoms.ts';

/** What every event may say. */
const base = {
  /** When it took effect; now, if absent. Never before the step that went before, never in the future. */
  at: AnyInstant.optional(),
  /** The role of who acts, never a name. */
  actorRole: Word,
  /** Number printed on the document of this step; the agency numbers it itself if absent. */
  documentNo: PrintedNumber.optional(),
  /** The `version` the writer has read; a newer record is refused with 409. */
  expectedVersion: z.int().positive().optional(),
};

function event<const Name extends string, Fields extends z.ZodRawShape>(name: Name, fields: Fields) {
  return z.strictObject({ event: z.literal(name), ...base, ...fields });
}

/** 经济困难核查 as the clerk writes it. */
export const HardshipCheckInput = z.strictObject({
  mode: z.enum(hardshipModes),
  exemptGround: z
    .enum([...new Set([...exemptGrounds, ...notLimitedGrounds])])
    .nullable()
    .default(null),
  standard: z
    .strictObject({
      region: Region,
      amountFen: Fen,
      validFrom: PlainDate,
      validTo: PlainDate.nullable().default(null),
    })
    .nullable()
    .default(null),
  householdIncomeFen: Fen.nullable().default(null),
  sourceAgency: text(100).nullable().default(null),
  result: z.enum(hardshipResults),
});

/** 指派 as the agency writes it. */
export const AssignmentInput = z.strictObject({
  firmCode: BodyCode,
  practitionerNo: PractitionerNo,
  mode: z.enum(assignmentModes),
  conflictDeclaration: z.enum(conflictDeclarations),
  juvenileExperience: z.boolean().nullable().default(null),
  firmRepliedAt: AnyInstant.nullable().default(null),
});

/** One step of a case. Which one may be taken is for the lifecycle to say; this is only what each must tell. */
export const CaseEvent = z.discriminatedUnion('event', [
  event('SUBMIT', {}),
  event('RECEIVE', {}),
  event('REDIRECT', { redirectedTo: BodyCode }),
  event('REQUIRE_SUPPLEMENT', { items: z.array(text(200)).min(1).max(50) }),
  event('SUPPLY', {}),
  event('LAPSE', {}),
  event('ACCEPT', {}),
  event('GRANT', { hardshipCheck: HardshipCheckInput.optional() }),
  event('REFUSE', {
    reasonCode: Word,
    /** Whether the written decision names the objection of art. 49. */
    remedyTold: z.boolean(),
    hardshipCheck: HardshipCheckInput.optional(),
  }),
  event('PROVIDE_FIRST', { urgent: z.enum(urgencyGrounds).optional() }),
  event('OBJECT', { bureauCode: BodyCode }),
  event('UPHOLD', {}),
  event('ORDER_CORRECTION', {}),
  event('WITHDRAW', {}),
  event('OPEN_CASE', {}),
  event('ASSIGN', { assignment: AssignmentInput }),
  event('SIGN_AGREEMENT', {}),
  event('START', {}),
  event('REQUEST_REPLACEMENT', { requestedBy: Word, reason: text(500) }),
  event('APPROVE_REPLACEMENT', { assignment: AssignmentInput }),
  event('REJECT_REPLACEMENT', {}),
  event('CONCLUDE', { outcome: Word, recoveredFen: Fen.nullable().default(null) }),
  event('SUBMIT_FILE', {}),
  event('RETURN_FILE', { reasonCode: Word }),
  event('REVIEW_FILE', {}),
  event('PAY_SUBSIDY', { amountFen: Fen, payee: text(100), standard: text(100).nullable().default(null) }),
  event('ARCHIVE', {}),
  event('OPEN_TERMINATION_REVIEW', { reasonCode: z.enum(terminationGrounds) }),
  event('TERMINATE', { reasonCode: z.enum(terminationGrounds), remedyTold: z.boolean() }),
  event('REJECT_TERMINATION', {}),
  event('SERVE_DECISION', {}),
  event('REPORT_PROGRESS', { text: text(2_000) }),
  event('REVIEW_QUALITY', {
    method: z.enum(qualityMethods),
    grade: text(20),
    reviewer: text(100).nullable().default(null),
  }),
  event('SEAL', { documentNo: PrintedNumber }),
  event('UNSEAL', { documentNo: PrintedNumber }),
]);

export type CaseEvent = z.infer<typeof CaseEvent>;
export type AssignmentInput = z.infer<typeof AssignmentInput>;
export type HardshipCheckInput = z.infer<typeof HardshipCheckInput>;
