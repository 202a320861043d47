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
  readonly isMutation: boolean;
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

export function createRun(
  context: GatewayContext,
  variables: Readonly<Record<string, unknown>>,
  isMutation: boolean,
): Run {
  return {
    root: {},
    context,
    isMutation,
    variables,
    failures: [],
    excused: new Set(),
    entities: new Map(),
    fetched: createFetchedIds(),
  };
}
