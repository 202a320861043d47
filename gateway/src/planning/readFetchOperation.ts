import {
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
  type VariableDefinitionNode,
} from 'graphql';
import { inlineFragments } from './inlineFragments.ts';

/** The operation of a fetch, taken apart. */
export interface FetchOperation {
  readonly selectionSet: SelectionSetNode;
  readonly variables: readonly VariableDefinitionNode[];
  /** Every use of `_entities`, in order. */
  readonly uses: readonly EntitiesUse[];
}

export interface EntitiesUse {
  /** The response name. */
  readonly alias: string;
  /** Name of the variable with the representations. */
  readonly representations: string;
  readonly selectionSet: SelectionSetNode;
}

/** Reads the operation that a planner wrote for a fetch; fragments are written out. */
export function readFetchOperation(text: string): FetchOperation {
  const document = parse(text, { noLocation: true });
  const operation = document.definitions.find(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  );
  if (operation === undefined) throw new Error('a fetch without an operation');
  const selectionSet = inlineFragments(operation.selectionSet, document);
  const uses: EntitiesUse[] = [];
  for (const selection of selectionSet.selections) {
    if (selection.kind !== Kind.FIELD || selection.name.value !== '_entities' || !selection.selectionSet)
      continue;
    const value = selection.arguments?.find(({ name }) => name.value === 'representations')?.value;
    uses.push({
      alias: selection.alias?.value ?? '_entities',
      representations: value?.kind === Kind.VARIABLE ? value.name.value : '',
      selectionSet: selection.selectionSet,
    });
  }
  return { selectionSet, variables: operation.variableDefinitions ?? [], uses };
}
