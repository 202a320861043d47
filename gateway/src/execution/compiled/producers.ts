import { Kind, type SelectionSetNode } from 'graphql';
import { visitFetches } from '../../planning/planSubgraphs.ts';
import type { PlanPath, QueryPlan } from '../../planning/queryPlan.ts';

/** Which subgraph was to bring the value at a place, given in data keys without list positions; null when none was. */
export type Producers = (place: readonly string[]) => string | null;

/** For errors only: made from the plan when it is first asked. */
export function createProducers(plan: QueryPlan): Producers {
  let byPlace: Map<string, string> | null = null;
  return (place) => {
    byPlace ??= index(plan);
    return byPlace.get(place.join('.')) ?? null;
  };
}

function index({ node }: QueryPlan): Map<string, string> {
  const byPlace = new Map<string, string>();
  visitFetches(node, (fetch) => {
    const add = (path: PlanPath, selectionSet: SelectionSetNode) =>
      collect(
        path.flatMap((step) => (typeof step === 'object' && 'key' in step ? [step.key] : [])),
        selectionSet,
        (at) => {
          const key = at.join('.');
          if (!byPlace.has(key)) byPlace.set(key, fetch.subgraph);
        },
      );
    if (fetch.kind === 'RootFetch') add(fetch.path, fetch.selectionSet);
    else
      for (const { paths, selectionSet } of fetch.questions)
        for (const path of paths) add(path, selectionSet);
  });
  return byPlace;
}

function collect(at: readonly string[], set: SelectionSetNode, add: (at: readonly string[]) => void): void {
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      // The planner's own aliases stand for the name that is left when they are undone.
      const name = (selection.alias?.value ?? selection.name.value).replace(/__alias_\d+$/, '');
      const place = [...at, name];
      add(place);
      if (selection.selectionSet) collect(place, selection.selectionSet, add);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) collect(at, selection.selectionSet, add);
  }
}
