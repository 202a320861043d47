import { z } from 'zod';
import { WireAidCase, WireConsultation } from './aidCase.ts';
import { Instant } from './atoms.ts';
import { WireBody, WireLawyer } from './register.ts';

/** A page of cases, newest first. */
export const CasePage = z.object({
  items: z.array(
    z.object({
      /** Ask again with this cursor for what comes after this case. */
      cursor: z.string(),
      case: WireAidCase,
    }),
  ),
  /** Null on the last page. */
  nextCursor: z.string().nullable(),
  /** All cases that fit, on every page together; null unless `withTotal=true` was asked. */
  total: z.int().min(0).nullable(),
});

/** The cases found; the ones unknown are left out, and the order is free. */
export const CaseList = z.object({ items: z.array(WireAidCase) });

/** The cases on which each number is printed, numbers as they were asked. */
export const CasesByNumber = z.object({
  items: z.array(z.object({ number: z.string(), cases: z.array(WireAidCase) })),
});

/** The cases of each person, newest first, documents as they were asked. */
export const CasesByParty = z.object({
  items: z.array(
    z.object({
      document: z.object({ type: z.string(), number: z.string() }),
      cases: z.array(WireAidCase),
      /** Set where the person has more cases: ask again with this cursor. */
      nextCursor: z.string().nullable(),
    }),
  ),
});

/** A page of consultations, newest first. */
export const ConsultationPage = z.object({
  items: z.array(WireConsultation),
  nextCursor: z.string().nullable(),
});

/** A page of the register, by code. */
export const BodyPage = z.object({ items: z.array(WireBody), nextCursor: z.string().nullable() });

/** A page of the register of lawyers, by number. */
export const LawyerPage = z.object({ items: z.array(WireLawyer), nextCursor: z.string().nullable() });

/** The change feed. */
export const FeedPage = z.object({
  items: z.array(
    z.object({
      cursor: z.int().positive(),
      caseKey: z.string(),
      region: z.string(),
      event: z.string(),
      status: z.string(),
      at: Instant,
    }),
  ),
});

/** Every answer that is no success. */
export const Problem = z.object({
  error: z.object({
    code: z.enum([
      'BAD_REQUEST',
      'UNAUTHORIZED',
      'NOT_FOUND',
      'ILLEGAL_TRANSITION',
      'VERSION_CONFLICT',
      'IDEMPOTENCY_KEY_REUSED',
      'PAYLOAD_TOO_LARGE',
      'UNSUPPORTED_MEDIA_TYPE',
      'GUARD_FAILED',
      'INTERNAL',
    ]),
    message: z.string(),
    /** With ILLEGAL_TRANSITION: the status the case has. */
    from: z.string().optional(),
    /** With ILLEGAL_TRANSITION: the event that was asked for. */
    event: z.string().optional(),
    /** With ILLEGAL_TRANSITION: the events that may be asked for instead. */
    allowed: z.array(z.string()).optional(),
    /** With GUARD_FAILED: which rule. */
    guard: z.string().optional(),
    /** With GUARD_FAILED: law and article. */
    citation: z.string().optional(),
  }),
});

export type Problem = z.infer<typeof Problem>;
