import { z } from 'zod';
import { type CodeTable, codeTables, type Word } from '../wire/codeTables.ts';

const Time = z.number().int().min(0).max(8_640_000_000_000_000);
const Fen = z.number().int().min(0).max(100_000_000_00);
const Key = z.string().min(1).max(64);
const Text = z.string().min(1).max(2_000);
const Sm3 = z.string().regex(/^[0-9a-f]{64}$/);

/** A number of the dictionary, read as its word. */
function coded<Table extends CodeTable>(table: Table) {
  const words = new Map(Object.entries(codeTables[table]).map(([word, number]) => [number as number, word]));
  return z
    .number()
    .int()
    .refine((number) => words.has(number), { error: `not a code of ${table}` })
    .transform((number) => words.get(number) as Word<Table>);
}

const Material = z.strictObject({
  materialNo: Key,
  name: Text,
  kind: Key.nullable().default(null),
  quantity: Key.nullable().default(null),
  condition: Text.nullable().default(null),
  source: Text.nullable().default(null),
  confirmedByClient: z.boolean(),
  sm3: Sm3.nullable().default(null),
});
export type MaterialInput = z.infer<typeof Material>;

const Party = z.strictObject({
  partyRole: z.string().regex(/^[A-Z_]{3,40}$/),
  side: coded('side'),
  name: Key.nullable().default(null),
  idType: coded('idType').nullable().default(null),
  idNo: Key.nullable().default(null),
  orgId: Key.nullable().default(null),
  lawyerCertNo: Key.nullable().default(null),
  agentIdType: coded('idType').nullable().default(null),
  agentIdNo: Key.nullable().default(null),
});

const NamedAppraiser = z.strictObject({
  certNo: Key,
  declaresNoInterest: z.boolean(),
  /** Part taken in the same matter before, 通则 art. 20. */
  earlierPart: z.enum(['APPRAISED', 'ADVISED_AS_EXPERT', 'APPEARED_AS_EXPERT', 'MEDIATED']).nullable(),
});
export type NamedAppraiser = z.infer<typeof NamedAppraiser>;

const requestNo = z.string().regex(/^[\w-]{8,64}$/);

/** A new commission: creates a case in COMMISSIONED. */
export const CommissionRequest = z.strictObject({
  requestNo,
  event: z.literal('COMMISSION'),
  occurredTime: Time,
  operatorRole: Key,
  detail: z.strictObject({
    institutionId: Key,
    regionCode: z.string().regex(/^\d{6}$/),
    category: coded('category'),
    matters: z.array(coded('matter')).min(1).max(20),
    commissionNo: Key,
    clientKind: coded('clientKind'),
    clientOrgId: Key.nullable().default(null),
    clientIdType: coded('idType').nullable().default(null),
    clientIdNo: Key.nullable().default(null),
    purpose: Text,
    requirement: Text.nullable().default(null),
    agreedTermDays: z.number().int().min(1).max(730).nullable().default(null),
    fee: Fen,
    consumptionConsent: z.boolean().nullable().default(null),
    parties: z.array(Party).min(1).max(50),
    materials: z.array(Material).max(100),
    supplementsCaseId: Key.nullable().default(null),
    repeatsCaseId: Key.nullable().default(null),
    reappraisalGround: coded('reappraisalGround').nullable().default(null),
    unifiedCode: Key.nullable().default(null),
    secrecyMarks: z.array(z.enum(['tradeSecret', 'privacy', 'minor', 'protectedAddress'])).default([]),
  }),
});
export type CommissionRequest = z.infer<typeof CommissionRequest>;

const Base = z.strictObject({
  requestNo,
  caseId: Key,
  /** Refused as VERSION_CONFLICT when the case has moved on; null: not checked. */
  version: z.number().int().min(1).nullable().default(null),
  occurredTime: Time,
  operatorRole: Key,
  documentNo: Key.nullable().default(null),
});
const nothing = z.strictObject({}).default({});

/** Something that happens to a case: `event` names it, `detail` says what the event needs. */
export const EventRequest = z.discriminatedUnion('event', [
  Base.extend({ event: z.literal('REVIEW'), detail: nothing }),
  Base.extend({ event: z.literal('REFUSE'), detail: z.strictObject({ ground: coded('notAcceptGround') }) }),
  Base.extend({
    event: z.literal('SIGN_COMMISSION'),
    detail: z.strictObject({
      /** 委托书生效日 */
      effectiveTime: Time,
      /** What the client declares: the same matter is with another institution at the same time. */
      isParallel: z.boolean(),
      agreedTermDays: z.number().int().min(1).max(730).nullable().default(null),
    }),
  }),
  Base.extend({
    event: z.literal('ASSIGN_APPRAISERS'),
    detail: z.strictObject({
      appraisers: z.array(NamedAppraiser).min(1).max(20),
    }),
  }),
  Base.extend({
    event: z.literal('START_EXAMINATION'),
    detail: z.strictObject({ standards: z.array(Text).min(1).max(20) }),
  }),
  Base.extend({
    event: z.literal('REQUEST_MATERIAL'),
    detail: z.strictObject({ items: z.array(Text).min(1).max(50) }),
  }),
  Base.extend({
    event: z.literal('RECEIVE_MATERIAL'),
    detail: z.strictObject({ materials: z.array(Material).max(50) }),
  }),
  Base.extend({
    event: z.literal('SUSPEND'),
    detail: z.strictObject({ ground: coded('suspendGround'), clientToldTime: Time }),
  }),
  Base.extend({ event: z.literal('RESUME'), detail: z.strictObject({ clientToldTime: Time }) }),
  Base.extend({
    event: z.literal('EXTEND'),
    detail: z.strictObject({
      workingDays: z.number().int().min(1),
      approvedByHead: z.literal(true),
      clientToldTime: Time,
    }),
  }),
  Base.extend({ event: z.literal('SUBMIT_DRAFT'), detail: nothing }),
  Base.extend({
    event: z.literal('ISSUE'),
    detail: z.strictObject({
      opinionNo: Key,
      conclusion: z.string().min(1).max(20_000),
      signatures: z.array(z.strictObject({ certNo: Key, dissent: Text.nullable().default(null) })).max(20),
      isSealed: z.literal(true),
      sm3: Sm3.nullable().default(null),
    }),
  }),
  Base.extend({
    event: z.literal('TERMINATE'),
    detail: z.strictObject({ ground: coded('terminateGround') }),
  }),
  Base.extend({
    event: z.literal('CORRECT'),
    detail: z.strictObject({ what: Text, isMeaningUnchanged: z.literal(true), signedBy: Key }),
  }),
  Base.extend({
    event: z.literal('COURT_NOTICE'),
    detail: z.strictObject({ courtId: Key, noticeTime: Time }),
  }),
  Base.extend({
    event: z.literal('TESTIFY'),
    detail: z.strictObject({ mode: z.enum(['IN_COURT', 'VIDEO', 'WRITTEN']) }),
  }),
  Base.extend({ event: z.literal('REFUSE_TO_TESTIFY'), detail: z.strictObject({ reason: Text }) }),
  Base.extend({
    event: z.literal('REDUCE_FEE'),
    detail: z.strictObject({
      form: coded('feeForm'),
      standardFee: Fen,
      reducedBy: Fen,
      basis: coded('feeBasis'),
      basisDocumentNo: Key.nullable().default(null),
      basisConfirmed: z.boolean().nullable().default(null),
      approvedBy: Key,
      localRule: Text.nullable().default(null),
      settledBy: Key.nullable().default(null),
    }),
  }),
  Base.extend({
    event: z.literal('REPORT_FOREIGN_ELEMENT'),
    detail: z.strictObject({ element: Text, reportedTo: Key }),
  }),
  Base.extend({
    event: z.literal('RECUSE_APPRAISER'),
    detail: z.strictObject({
      certNo: Key,
      reasonCode: z.string().regex(/^[A-Z_]{3,40}$/),
      /** Who takes the place of an appraiser who was assigned. */
      replacement: NamedAppraiser.nullable().default(null),
    }),
  }),
  Base.extend({ event: z.literal('SEAL'), documentNo: Key, detail: nothing }),
  Base.extend({ event: z.literal('UNSEAL'), documentNo: Key, detail: nothing }),
  Base.extend({
    event: z.literal('HAND_OVER_MATERIAL'),
    detail: z.strictObject({
      materialNo: Key,
      handedBy: Key,
      takenBy: Key,
      sm3: Sm3.nullable().default(null),
      isReturned: z.boolean().default(false),
    }),
  }),
]);
export type EventRequest = z.infer<typeof EventRequest>;
export type EventOf<Event extends EventRequest['event']> = Extract<EventRequest, { event: Event }>;
