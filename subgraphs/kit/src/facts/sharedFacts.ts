import { z } from 'zod';

/** RFC 3339 with an offset. */
export const instant = z.string().min(1);
/** A subject tag (`createSubjectTags`), never a credential. */
export const tag = z.string().regex(/^[a-z0-9]+:[\w-]{43}$/);

/** A step of the case's life, as in `StatusEventRecord`; `service` null: its own. */
export const historyFact = z.object({
  service: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string(),
  event: z.string(),
  at: instant,
  actorRole: z.string(),
  documentNo: z.string().nullable(),
});

/** A person by tag, or a body by register id. */
export const partyFact = z.object({
  role: z.string(),
  side: z.enum(['A', 'B', 'NEUTRAL']),
  subject: tag.nullable(),
  organization: z.string().nullable(),
  /** Known by a document of another state: a passport or a foreigner's permanent residence card. */
  isForeign: z.boolean(),
  /** Licence number of the lawyer who acts for this party here. */
  lawyer: z.string().nullable(),
  /** A guardian or other agent. */
  agent: tag.nullable(),
});

/** A practitioner by the public number. What the register says is null where the agency's system does not know. */
export const handlerFact = z.object({
  role: z.string(),
  practitionerNo: z.string(),
  /** Tag of `NAME:<name>`: tells namesakes in two services without naming them. */
  nameTag: tag,
  organization: z.string(),
  from: instant,
  to: instant.nullable(),
  licenceState: z.enum(['VALID', 'SUSPENDED', 'REVOKED', 'EXPIRED']).nullable(),
  firstPracticeYear: z.int().nullable(),
  categories: z.array(z.string()).nullable(),
});

/** A document without its title, which may name persons. */
export const documentFact = z.object({
  kind: z.string(),
  number: z.string().nullable(),
  issuedAt: instant,
  issuer: z.string(),
  digest: z.string().nullable(),
});

/** A time limit as computed, `DeadlineRecord` without its name. */
export const deadlineFact = z.object({
  ruleId: z.string(),
  startAt: instant,
  length: z.int(),
  unit: z.enum(['HOUR', 'DAY', 'WORKING_DAY', 'MONTH', 'YEAR']),
  dueAt: instant,
  metAt: instant.nullable(),
  state: z.enum(['RUNNING', 'PAUSED', 'MET', 'DUE_SOON', 'OVERDUE', 'WAIVED']),
  pausedDays: z.int(),
  citation: z.string(),
});

/** `to` null: still running. */
export const pauseFact = z.object({ ruleId: z.string(), from: instant, to: instant.nullable() });

/** `length` more units of the rule. */
export const extensionFact = z.object({ ruleId: z.string(), length: z.int(), approvedAt: instant });

/** Amounts in fen. */
export const feeReductionFact = z.object({
  form: z.enum(['DEFERRED', 'REDUCED', 'WAIVED']),
  standardFee: z.int(),
  reducedBy: z.int(),
  basis: z.enum(['LEGAL_AID', 'OWN_HARDSHIP_RULE', 'LOCAL_RULE']),
  basisDocumentNo: z.string().nullable(),
  basisConfirmed: z.boolean().nullable(),
  approvedAt: instant,
  localRule: z.string().nullable(),
});

/** A person or a body: one of the two. */
export const whoFact = z.object({ subject: tag.nullable(), organization: z.string().nullable() });
