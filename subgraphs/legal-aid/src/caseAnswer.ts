import { type CaseRecord, type Look, UpstreamError } from '@tongban/kit';
import type { LegalAidCaseRecord } from './legalAidCaseRecord.ts';
import { RestCase, RestCaseId, RestCaseSketch } from './legalAidRest.ts';
import { toLegalAidCase, toRef, toSketch } from './toLegalAidCase.ts';

/** A case that the agency sent in a shape or with a code that its contract does not have. */
export interface UnreadableCase {
  readonly kind: 'unreadable';
  readonly error: UpstreamError;
  /** Graph id; null where the agency's key cannot be read. */
  readonly ref: string | null;
  /** Enough to say who may know of the case; null where not even that can be read. */
  readonly sketch: CaseRecord | null;
}

/** One case of an answer: read, or unreadable by itself. */
export type CaseAnswer = { readonly kind: 'case'; readonly record: LegalAidCaseRecord } | UnreadableCase;

/** Reads one case of an answer; never throws. */
export function readCase(agency: string, raw: unknown): CaseAnswer {
  const whole = RestCase.safeParse(raw);
  if (whole.success) return { kind: 'case', record: toLegalAidCase(whole.data) };
  const id = RestCaseId.safeParse(raw);
  const sketch = RestCaseSketch.safeParse(raw);
  return {
    kind: 'unreadable',
    error: new UpstreamError('AGENCY_SCHEMA_DRIFT', agency, whole.error),
    ref: id.success ? toRef(id.data) : null,
    sketch: sketch.success ? toSketch(sketch.data) : null,
  };
}

/** The graph id of a case, readable or not; null where the agency's key cannot be read. */
export function refOf(answer: CaseAnswer): string | null {
  return answer.kind === 'case' ? answer.record.ref : answer.ref;
}

/**
 * What the caller gets of a case: the record, an error, or null where the case is hidden. A case that cannot be read is
 * an error only for who may know of it, so that a fault does not give away that there is a case. It is noted as
 * read, and as HIDDEN until it is given.
 */
export function answerFor(
  answer: CaseAnswer,
  { caller, visibility, access }: Look,
): LegalAidCaseRecord | UpstreamError | null {
  const known = answer.kind === 'case' ? answer.record : answer.sketch;
  if (known !== null) access.case(known, 'HIDDEN');
  if (answer.kind === 'case') return visibility.canSee(caller, answer.record) ? answer.record : null;
  return answer.sketch === null || visibility.canSee(caller, answer.sketch) ? answer.error : null;
}
