import type { TouchedData } from '../audit/access/touchedData.ts';
import { createTouchRecord, type Touched, type TouchRecord } from '../audit/access/touchRecord.ts';
import { findErrorCode } from '../errors/errorTable.ts';
import type { SubgraphError } from '../errors/subgraphError.ts';

/**
 * `extensions.completeness`: how many agency subgraphs the operation asks, how many answered properly, and which did not.
 * The number is the plan's, not that of the fetches sent: those depend on what was found, and would tell of what is hidden.
 */
export interface Completeness {
  readonly asked: number;
  readonly answered: number;
  /** Names of subgraphs, sorted. */
  readonly missing: readonly string[];
}

/** What one request asks and what its fetches met with. */
export interface FetchRecord {
  /** The plan asks this subgraph, whether or not there turns out to be anything to fetch. */
  asked(subgraph: string): void;
  /** The subgraph reported or caused an error with this code. */
  missed(subgraph: string, code: string): void;
  /** An error of a subgraph, at a path of the client's answer; implies `missed`. */
  failed(error: SubgraphError): void;
  /** Another request asked and met the same: takes over how complete its answer is. */
  adopt(completeness: Completeness): void;
  /** All errors, as they were met. */
  errors(): readonly SubgraphError[];
  /** Null when the operation asks no agency. */
  completeness(): Completeness | null;
  /** A subgraph has said whose data its answer has. */
  touched(data: TouchedData): void;
  /** Whom and what answers have touched since this was last asked; null where nobody spoke of anybody. */
  takeTouched(): Touched | null;
  /** Forgets everything: the operation begins anew, in another way. */
  clear(): void;
}

/** `platformSubgraphs` are no agencies: they do not count. */
export function createFetchRecord(platformSubgraphs: ReadonlySet<string>): FetchRecord {
  const asked = new Set<string>();
  const missing = new Set<string>();
  const errors: SubgraphError[] = [];
  let adopted: Completeness | null = null;
  let touches: TouchRecord | null = null;
  const missed = (subgraph: string, code: unknown) => {
    if (asked.has(subgraph) && findErrorCode(code)?.agencyFault) missing.add(subgraph);
  };
  return {
    asked(subgraph) {
      if (!platformSubgraphs.has(subgraph)) asked.add(subgraph);
    },
    missed,
    failed(error) {
      missed(error.subgraph, error.extensions.code);
      errors.push(error);
    },
    adopt(completeness) {
      adopted = completeness;
    },
    errors: () => errors,
    completeness: () =>
      asked.size === 0
        ? adopted
        : { asked: asked.size, answered: asked.size - missing.size, missing: [...missing].sort() },
    touched(data) {
      touches ??= createTouchRecord();
      touches.add(data);
    },
    takeTouched: () => touches?.take() ?? null,
    clear() {
      asked.clear();
      missing.clear();
      errors.length = 0;
      adopted = null;
      touches = null;
    },
  };
}
