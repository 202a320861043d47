import { Kind, type SelectionSetNode } from 'graphql';
import type { JoinFacts } from '../supergraph/joinFacts.ts';

/** A selection set, and the type that it is on; null where fragments say it. */
interface TypedSet {
  readonly set: SelectionSetNode;
  readonly type: string | null;
}

/**
 * A response name under which a subgraph would have to answer with values of different shapes; null when there is none.
 * Source: GraphQL specification, section 5.3.2, SameResponseShape.
 */
export function conflictingName(
  sets: readonly TypedSet[],
  subgraph: string,
  facts: JoinFacts,
): string | null {
  const byName = new Map<string, { readonly shape: string | null; readonly below: TypedSet[] }>();
  const stack = [...sets];
  for (let entry = stack.pop(); entry !== undefined; entry = stack.pop()) {
    const { set, type } = entry;
    for (const selection of set.selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        stack.push({ set: selection.selectionSet, type: selection.typeCondition?.name.value ?? type });
      } else if (selection.kind === Kind.FIELD && type !== null) {
        const name = selection.alias?.value ?? selection.name.value;
        const shape = facts.shapeOf(subgraph, type, selection.name.value);
        const known = byName.get(name) ?? { shape, below: [] };
        byName.set(name, known);
        if (known.shape !== null && shape !== null && known.shape !== shape) return name;
        const below = facts.typeOf(type, selection.name.value);
        if (selection.selectionSet) known.below.push({ set: selection.selectionSet, type: below });
      }
    }
  }
  for (const { below } of byName.values()) {
    const nested = below.length === 0 ? null : conflictingName(below, subgraph, facts);
    if (nested !== null) return nested;
  }
  return null;
}
