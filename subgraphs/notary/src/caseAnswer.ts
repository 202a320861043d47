import { type CaseRecord, type Look, UpstreamError } from '@tongban/kit';
import type { NotaryCaseRecord } from './notaryCaseRecord.ts';
import { NotaryCaseShape, NotaryCaseSketch } from './wire/notaryCaseShape.ts';

/** The agency as clients know it. */
export const AGENCY = 'notary';

/** A case that the system sent in a shape or with a word that its contract does not have. */
export interface UnreadableCase {
  readonly kind: 'unreadable';
  readonly error: UpstreamError;
  /** Enough to say who may know of the case; null where not even that can be read. */
  readonly sketch: CaseRecord | null;
}

/** One case of an answer: read, or unreadable by itself. */
export type CaseAnswer = { readonly kind: 'case'; readonly record: NotaryCaseRecord } | UnreadableCase;

/** Reads one case of an answer; never throws. */
export function readCase(raw: unknown): CaseAnswer {
  const whole = NotaryCaseShape.safeParse(raw);
  if (whole.success) return { kind: 'case', record: whole.data };
  const sketch = NotaryCaseSketch.safeParse(raw);
  return {
    kind: 'unreadable',
    error: new UpstreamError('AGENCY_SCHEMA_DRIFT', AGENCY, whole.error),
    sketch: sketch.success ? sketch.data : null,
  };
}

/** What can be known of a case, readable or not; null where nothing can. */
export function sketchOf(answer: CaseAnswer): CaseRecord | null {
  return answer.kind === 'case' ? answer.record : answer.sketch;
}

/**
 * What the caller gets of a case: the record, an error, or null where the case is hidden. A case that cannot be read is
 * an error only for who may know of it: an error for everyone would tell that there is a will. It is noted as
 * read, and as HIDDEN until it is given.
 */
export function answerFor(
  answer: CaseAnswer,
  { caller, visibility, access }: Look,
): NotaryCaseRecord | UpstreamError | null {
  const sketch = sketchOf(answer);
  if (sketch === null) return null;
  access.case(sketch, 'HIDDEN');
  if (!visibility.canSee(caller, sketch)) return null;
  return answer.kind === 'case' ? answer.record : answer.error;
}
