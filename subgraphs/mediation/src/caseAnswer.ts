import { type CaseRecord, type Look, normaliseNumber, UpstreamError } from '@tongban/kit';
import type { MediationCaseRecord } from './mediationCaseRecord.ts';
import { MediationShape, Sketch } from './mediationShape.ts';
import { PREFIX, toMediationCase, toSketch } from './toMediationCase.ts';

/** The agency as clients know it. */
export const AGENCY = 'mediation';

/** A case that the system sent in a shape or with a word that its contract does not have. */
export interface UnreadableCase {
  readonly kind: 'unreadable';
  readonly error: UpstreamError;
  /** As much as says which case it is and who may know of it; null where not even that can be read. */
  readonly sketch: CaseRecord | null;
}

/** One case of an answer: read, or unreadable by itself. */
export type CaseAnswer = { readonly kind: 'case'; readonly record: MediationCaseRecord } | UnreadableCase;

/** Reads one case of an answer; never throws. */
export function readCase(item: unknown): CaseAnswer {
  const whole = MediationShape.safeParse(item);
  if (whole.success) return { kind: 'case', record: toMediationCase(whole.data) };
  const sketch = Sketch.safeParse(item);
  return {
    kind: 'unreadable',
    error: new UpstreamError('AGENCY_SCHEMA_DRIFT', AGENCY, whole.error),
    sketch: sketch.success ? toSketch(sketch.data) : null,
  };
}

/** What is known of the case, read or not; null where nothing is. */
export function knownOf(answer: CaseAnswer): CaseRecord | null {
  return answer.kind === 'case' ? answer.record : answer.sketch;
}

/** The agency's own key of a case; null where it cannot be read. */
export function keyOf(answer: CaseAnswer): string | null {
  const known = knownOf(answer);
  return known === null ? null : known.ref.slice(`${PREFIX}-${known.region}-`.length);
}

/** The normalised numbers printed on a case's documents, as far as they can be read. */
export function numbersOn(answer: CaseAnswer): string[] {
  const known = knownOf(answer);
  return known === null ? [] : [known.caseNo, ...known.aliases].map(normaliseNumber);
}

/** Whether a person takes part, as party or as a party's agent; a case that does not tell may be anybody's. */
export function mayBeOf(credential: string, answer: CaseAnswer): boolean {
  const known = knownOf(answer);
  if (known === null) return true;
  return known.parties.some(
    (party) => party.credential === credential || party.agentCredential === credential,
  );
}

/**
 * What the caller gets of a case: the record, an error, or null where the case is hidden. A case that cannot be read is
 * an error only for who may know of it, so that a fault does not give away that there is a case. It is noted as
 * read, and as HIDDEN until it is given.
 */
export function answerFor(
  answer: CaseAnswer,
  { caller, visibility, access }: Look,
): MediationCaseRecord | UpstreamError | null {
  const known = knownOf(answer);
  if (known !== null) access.case(known, 'HIDDEN');
  if (known !== null && !visibility.canSee(caller, known)) return null;
  return answer.kind === 'case' ? answer.record : answer.error;
}
