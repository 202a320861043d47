import { type DocumentNode, Kind, parse, print, type SelectionNode, visit } from 'graphql';
import type { Operation } from './operation.ts';

/** The operation with its document changed. */
export function rewriteOperation(operation: Operation, change: (document: DocumentNode) => DocumentNode) {
  return { ...operation, text: print(change(parse(operation.text, { noLocation: true }))) };
}

/** Every further selection of a field in one set gets the arguments of the first. */
export function shareArguments(document: DocumentNode): DocumentNode {
  return visit(document, {
    SelectionSet: {
      enter(set) {
        const first = new Map<string, SelectionNode>();
        const selections = set.selections.map((selection) => {
          if (selection.kind !== Kind.FIELD) return selection;
          const known = first.get(selection.name.value);
          first.set(selection.name.value, known ?? selection);
          return known?.kind === Kind.FIELD ? { ...selection, arguments: known.arguments ?? [] } : selection;
        });
        return { ...set, selections };
      },
    },
  });
}
