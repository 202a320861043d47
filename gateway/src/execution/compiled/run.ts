import type { GatewayContext } from '../gatewayContext.ts';
import type { EntityIndex } from './entityIndex.ts';
import type { Failure } from './failure.ts';
import { createFetchedIds, type FetchedIds } from './fetchedIds.ts';
import type { DataObject } from './walkPath.ts';

/** One operation being executed. */
export interface Run {
  /** The answer so far, in data keys. */
  readonly root: DataObject;
  readonly context: GatewayContext;
  /** The client's variables, coerced. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly failures: Failure[];
  /** Subgraphs that reported errors without a usable place: nulls of theirs need no other explanation. */
  readonly excused: Set<string>;
  /** Entities asked for so far, by question and context arguments: none is asked for twice. */
  readonly entities: Map<string, EntityIndex>;
  /** Which fetches are done, for what is deferred until then. */
  readonly fetched: FetchedIds;
}

/** One entity that was asked for with one question. */
export interface EntitySlot {
  /** Where it belongs. */
  readonly targets: DataObject[];
  /** Settled when the answer has been merged into all targets there were; null once that is so. */
  pending: Promise<void> | null;
  /** Merges the answer into a further target; set when it is there. */
  merge: ((target: DataObject) => void) | null;
}

export function createRun(context: GatewayContext, variables: Readonly<Record<string, unknown>>): Run {
  return {
    root: {},
    context,
    variables,
    failures: [],
    excused: new Set(),
    entities: new Map(),
    fetched: createFetchedIds(),
  };
}
