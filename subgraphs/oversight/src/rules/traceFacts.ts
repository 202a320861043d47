import type { CaseFacts } from '@tongban/kit';
import type { AccessEvent } from './accessEvent.ts';
import type { LogProof } from './logProof.ts';

/** All that rules look at: what one trace brings. */
export interface TraceFacts {
  /** The person's own cases in every agency, and the cases in the same threads; each once. */
  readonly cases: readonly CaseFacts[];
  /** Tags of the persons all of whose cases are among `cases`; null: everybody's. What is missing is only told of these. */
  readonly complete: ReadonlySet<string> | null;
  /** Looks at the person's data, from the access log. */
  readonly accesses: readonly AccessEvent[];
  /** What the proof of the log came to; null where it was not asked for. */
  readonly proof: LogProof | null;
}

/** A trace of cases alone. */
export function traceOf(
  cases: readonly CaseFacts[],
  complete: ReadonlySet<string> | null = null,
): TraceFacts {
  return { cases, complete, accesses: [], proof: null };
}
