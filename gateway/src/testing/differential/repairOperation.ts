import {
  type ASTNode,
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  OverlappingFieldsCanBeMergedRule,
  parse,
  print,
  type SelectionNode,
  validate,
  visit,
} from 'graphql';
import type { Operation } from './operation.ts';
import { tidyDocument } from './tidyDocument.ts';

const MAX_REPAIRS = 60;
/** All else is right as it is written; whoever runs the operation validates it anyway. */
const RULES = [OverlappingFieldsCanBeMergedRule];

/**
 * The operation without what makes it invalid: of two fields that cannot stand under one name one goes, and with it the
 * fragments and variables that nothing else uses.
 * @throws {Error} when that does not make it valid.
 */
export function repairOperation(
  schema: GraphQLSchema,
  { text, variables, operationName }: Operation,
): Operation {
  let document = tidyDocument(parse(text, { noLocation: true }));
  for (let attempt = 0; attempt < MAX_REPAIRS; attempt += 1) {
    const [error] = validate(schema, document, RULES, { maxErrors: 1 });
    if (error === undefined) return toOperation(document, variables, operationName);
    const selections = (error.nodes ?? []).filter(isSelection);
    const last = selections.at(-1);
    if (last === undefined) throw new Error(`${error.message}\n${print(document)}`);
    document = tidyDocument(without(document, last));
  }
  throw new Error(`cannot be repaired:\n${print(document)}`);
}

/** Names the operation only where it must be named, and keeps the values of the variables that are left. */
export function toOperation(
  document: DocumentNode,
  variables: Operation['variables'],
  operationName: string | null,
): Operation {
  const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const declared = new Set<string>();
  visit(document, { VariableDefinition: ({ variable }) => void declared.add(variable.name.value) });
  return {
    text: print(document),
    variables: Object.fromEntries(Object.entries(variables).filter(([name]) => declared.has(name))),
    operationName: operations.length > 1 ? operationName : null,
  };
}

function without(document: DocumentNode, gone: SelectionNode): DocumentNode {
  return visit(document, { enter: (node: ASTNode) => (node === gone ? null : undefined) });
}

function isSelection(node: ASTNode): node is SelectionNode {
  return node.kind === Kind.FIELD || node.kind === Kind.INLINE_FRAGMENT || node.kind === Kind.FRAGMENT_SPREAD;
}
