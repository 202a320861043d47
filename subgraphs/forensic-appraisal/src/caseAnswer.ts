import { type CaseRecord, type Look, UpstreamError } from '@tongban/kit';
import type { AppraisalCaseRecord } from './appraisalCaseRecord.ts';
import { toAppraisalCase, toRef, toSketch } from './toAppraisalCase.ts';
import { WireCase, WireCaseId, WireCaseSketch } from './wireCase.ts';

/** The agency as clients know it. */
export const AGENCY = 'forensic-appraisal';

/** One case of an answer: read, or by itself in a shape or with a code that the contract does not have. */
export type CaseAnswer =
  | { readonly kind: 'case'; readonly record: AppraisalCaseRecord }
  | {
      readonly kind: 'unreadable';
      readonly error: UpstreamError;
      /** Graph id; null where not even the agency's key can be read. */
      readonly ref: string | null;
      /** Enough to say who may know of the case; null where that cannot be read. */
      readonly sketch: CaseRecord | null;
    };

/** Reads one case of an answer; never throws. */
export function readCase(raw: unknown): CaseAnswer {
  const whole = WireCase.safeParse(raw);
  if (whole.success) return { kind: 'case', record: toAppraisalCase(whole.data) };
  const id = WireCaseId.safeParse(raw);
  const sketch = WireCaseSketch.safeParse(raw);
  return {
    kind: 'unreadable',
    error: new UpstreamError('AGENCY_SCHEMA_DRIFT', AGENCY, whole.error),
    ref: id.success ? toRef(id.data) : null,
    sketch: sketch.success ? toSketch(sketch.data) : null,
  };
}

/** The graph id of a case, readable or not; null where the agency's key cannot be read. */
export function refOf(answer: CaseAnswer): string | null {
  return answer.kind === 'case' ? answer.record.ref : answer.ref;
}

/** Every number printed on the case's documents; none where they cannot be read. */
export function numbersOf(answer: CaseAnswer): readonly string[] {
  const record = answer.kind === 'case' ? answer.record : answer.sketch;
  return record === null ? [] : [record.caseNo, ...record.aliases];
}

/**
 * What the caller gets of a case: the record, an error, or null where the case is hidden. A case that cannot be read is
 * an error only for who may know of it, so that a fault does not give away that there is a case. It is noted as
 * read, and as HIDDEN until it is given.
 */
export function answerFor(
  answer: CaseAnswer,
  { caller, visibility, access }: Look,
): AppraisalCaseRecord | UpstreamError | null {
  const known = answer.kind === 'case' ? answer.record : answer.sketch;
  if (known !== null) access.case(known, 'HIDDEN');
  if (answer.kind === 'case') return visibility.canSee(caller, answer.record) ? answer.record : null;
  return answer.sketch === null || visibility.canSee(caller, answer.sketch) ? answer.error : null;
}
