import { print, stripIgnoredCharacters } from 'graphql';
import { variablesOf } from './entityOperation.ts';
import type { RootFetchNode } from './queryPlan.ts';

/** The operation of a fetch of root fields, and the names of its variables. */
export function rootOperation({ operationKind, selectionSet, variables }: RootFetchNode): {
  readonly text: string;
  readonly variables: readonly string[];
} {
  const used = variablesOf(selectionSet);
  const declared = variables.filter(({ variable }) => used.has(variable.name.value));
  const declarations = declared.length === 0 ? '' : `(${declared.map((node) => print(node)).join(' ')})`;
  return {
    text: stripIgnoredCharacters(`${operationKind}${declarations}${print(selectionSet)}`),
    variables: declared.map(({ variable }) => variable.name.value),
  };
}
