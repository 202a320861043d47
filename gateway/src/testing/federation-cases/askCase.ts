import type { InProcessAnswer, InProcessFetch } from '../startInProcessGraph.ts';
import type { StartedGroup } from './composeGroup.ts';
import type { FederationCase } from './federationGroup.ts';

/** An answer in the words in which cases expect one, and what was asked for it. */
export interface CaseAnswer {
  readonly data: unknown;
  readonly errors: readonly string[];
  readonly fetches: readonly InProcessFetch[];
}

export async function askCase(graph: StartedGroup, federationCase: FederationCase): Promise<CaseAnswer> {
  const { query, variables, operationName, broken = [] } = federationCase;
  graph.fetches.length = 0;
  for (const name of broken) graph.broken.add(name);
  try {
    const answer = await graph.ask(query, {
      ...(variables === undefined ? {} : { variables }),
      ...(operationName === undefined ? {} : { operationName }),
    });
    return { data: answer.data, errors: describeErrors(answer), fetches: [...graph.fetches] };
  } finally {
    graph.broken.clear();
  }
}

function describeErrors({ errors = [] }: InProcessAnswer): string[] {
  return errors
    .map(({ path, extensions }) => [...(path ? [path.join('.')] : []), String(extensions?.code)].join(' '))
    .sort();
}

/** How many of the fetches went to each subgraph. */
export function countFetches(fetches: readonly InProcessFetch[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { subgraph } of fetches) counts[subgraph] = (counts[subgraph] ?? 0) + 1;
  return counts;
}

/** The representations that a subgraph got, over all its fetches and under whatever variables, as JSON and sorted. */
export function representationsTo(subgraph: string, fetches: readonly InProcessFetch[]): string[] {
  return fetches
    .filter((fetch) => fetch.subgraph === subgraph)
    .flatMap((fetch) => representationListsOf(fetch).flat())
    .map(canonicalJson)
    .sort();
}

/** The lists of representations in the variables of one fetch: more than one when entity questions were put together. */
export function representationListsOf({ variables }: InProcessFetch): object[][] {
  return Object.values(variables).filter(
    (value): value is object[] =>
      Array.isArray(value) &&
      value.length > 0 &&
      value.every((item) => isObject(item) && '__typename' in item),
  );
}

/** JSON with the keys of every object in one order. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part) =>
    isObject(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
