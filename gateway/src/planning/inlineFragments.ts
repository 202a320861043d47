import { type DocumentNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql';

/** The selection set with every named fragment written out in its place. */
export function inlineFragments(set: SelectionSetNode, document: DocumentNode): SelectionSetNode {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  return fragments.size === 0 ? set : inline(set, fragments);
}

function inline(
  set: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): SelectionSetNode {
  return {
    kind: Kind.SELECTION_SET,
    selections: set.selections.map((selection) => {
      if (selection.kind !== Kind.FRAGMENT_SPREAD) {
        return selection.selectionSet
          ? { ...selection, selectionSet: inline(selection.selectionSet, fragments) }
          : selection;
      }
      const fragment = fragments.get(selection.name.value);
      if (fragment === undefined) throw new Error(`no fragment ${selection.name.value}`);
      return {
        kind: Kind.INLINE_FRAGMENT,
        typeCondition: fragment.typeCondition,
        directives: selection.directives ?? [],
        selectionSet: inline(fragment.selectionSet, fragments),
      };
    }),
  };
}
