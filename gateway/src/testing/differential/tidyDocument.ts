import { type DocumentNode, Kind, parse, visit } from 'graphql';

const TYPENAME = firstSelection('{ __typename }');

/**
 * A document without fragments and variables that nothing uses; a selection set that has become empty asks for
 * `__typename`.
 */
export function tidyDocument(document: DocumentNode): DocumentNode {
  let tidy: DocumentNode = visit(document, {
    SelectionSet: {
      leave: (set) => (set.selections.length === 0 ? { ...set, selections: [TYPENAME] } : undefined),
    },
  });
  for (;;) {
    const spread = new Set<string>();
    visit(tidy, { FragmentSpread: ({ name }) => void spread.add(name.value) });
    const definitions = tidy.definitions.filter(
      (definition) => definition.kind !== Kind.FRAGMENT_DEFINITION || spread.has(definition.name.value),
    );
    if (definitions.length === tidy.definitions.length) break;
    tidy = { ...tidy, definitions };
  }
  const used = new Set<string>();
  visit(tidy, {
    VariableDefinition: () => false,
    Variable: ({ name }) => void used.add(name.value),
  });
  return visit(tidy, {
    VariableDefinition: (node) => (used.has(node.variable.name.value) ? undefined : null),
  });
}

function firstSelection(text: string) {
  const [definition] = parse(text, { noLocation: true }).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
  const [selection] = definition.selectionSet.selections;
  if (selection === undefined) throw new Error('no selection');
  return selection;
}
