import { findErrorCode } from '../errors/errorTable.ts';
import type { SubgraphError } from '../errors/subgraphError.ts';

/** `extensions.completeness`: how many agency subgraphs were asked, how many answered properly, and which did not. */
export interface Completeness {
  readonly asked: number;
  readonly answered: number;
  /** Names of subgraphs, sorted. */
  readonly missing: readonly string[];
}

/** What the fetches of one request met with. */
export interface FetchRecord {
  /** A fetch is about to be sent. */
  asked(subgraph: string): void;
  /** An error of a subgraph, at a path of the client's answer. */
  failed(error: SubgraphError): void;
  /** All errors, as they were met. */
  errors(): readonly SubgraphError[];
  /** Null when no agency was asked. */
  completeness(): Completeness | null;
}

/** `platformSubgraphs` are no agencies: they do not count. */
export function createFetchRecord(platformSubgraphs: ReadonlySet<string>): FetchRecord {
  const asked = new Set<string>();
  const missing = new Set<string>();
  const errors: SubgraphError[] = [];
  return {
    asked(subgraph) {
      if (!platformSubgraphs.has(subgraph)) asked.add(subgraph);
    },
    failed(error) {
      const { subgraph, extensions } = error;
      if (asked.has(subgraph) && findErrorCode(extensions.code)?.agencyFault) missing.add(subgraph);
      errors.push(error);
    },
    errors: () => errors,
    completeness: () =>
      asked.size === 0
        ? null
        : { asked: asked.size, answered: asked.size - missing.size, missing: [...missing].sort() },
  };
}
