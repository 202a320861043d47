import { Kind, type SelectionSetNode } from 'graphql';
import type { Rewrite } from '../../planning/queryPlan.ts';
import type { TypeConditions } from './typeConditions.ts';

/** The data keys that a fetch brings for an object of this type. */
export type SelectedKeys = (typename: string) => readonly string[];

/** Fragments are taken by the supergraph's types, once per type; keys are as they are after `outputRewrites`. */
export function compileSelectedKeys(
  selectionSet: SelectionSetNode,
  outputRewrites: readonly Rewrite[],
  types: TypeConditions,
): SelectedKeys {
  const byType = new Map<string, readonly string[]>();
  return (typename) => {
    const known = byType.get(typename);
    if (known !== undefined) return known;
    const keys = new Set<string>();
    collect(selectionSet, typename, types, keys);
    for (const [from, to] of topRenames(outputRewrites, typename, types)) {
      if (keys.delete(from)) keys.add(to);
    }
    const list = [...keys];
    byType.set(typename, list);
    return list;
  };
}

/** The renames that concern the object itself, not what is in it. */
function topRenames(
  rewrites: readonly Rewrite[],
  typename: string,
  types: TypeConditions,
): (readonly [from: string, to: string])[] {
  return rewrites.flatMap((rewrite) => {
    if (rewrite.kind !== 'KeyRenamer') return [];
    const last = rewrite.path.at(-1);
    const before = rewrite.path.slice(0, -1);
    if (typeof last !== 'object' || !('key' in last)) return [];
    const fits = before.every(
      (step) =>
        typeof step === 'object' &&
        'types' in step &&
        step.types.some((name) => types.matches(typename, name)),
    );
    return fits ? [[last.key, rewrite.renameTo] as const] : [];
  });
}

function collect(set: SelectionSetNode, typename: string, types: TypeConditions, into: Set<string>): void {
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) into.add(selection.alias?.value ?? selection.name.value);
    else if (selection.kind === Kind.INLINE_FRAGMENT) {
      const on = selection.typeCondition?.name.value;
      // The subgraph may know the object under the name of an interface (`@interfaceObject`).
      if (on === undefined || types.matches(typename, on) || types.matches(on, typename)) {
        collect(selection.selectionSet, typename, types, into);
      }
    }
  }
}
