import {
  type ASTNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  parse,
  print,
  type SelectionSetNode,
  validate,
  visit,
} from 'graphql';
import type { Operation } from './operation.ts';
import { toOperation } from './repairOperation.ts';
import { tidyDocument } from './tidyDocument.ts';

/** Operations that are a step smaller and still valid, those with most gone first. */
export function* shrinkOperation(schema: GraphQLSchema, operation: Operation): Generator<Operation> {
  const document = parse(operation.text, { noLocation: true });
  const seen = new Set([operation.text]);
  const nodes: ASTNode[] = [];
  visit(document, { enter: (node) => void nodes.push(node) });
  for (const edit of [remove, unwrap, simplify]) {
    for (const node of nodes) {
      for (const smaller of edit(document, node)) {
        const tidy = tidyDocument(smaller);
        const text = print(tidy);
        if (seen.has(text)) continue;
        seen.add(text);
        if (validate(schema, tidy).length > 0) continue;
        yield toOperation(tidy, operation.variables, operation.operationName);
      }
    }
  }
  for (const [name, value] of Object.entries(operation.variables)) {
    if (!Array.isArray(value) || value.length === 0) continue;
    yield { ...operation, variables: { ...operation.variables, [name]: value.slice(1) } };
  }
}

function* remove(document: DocumentNode, node: ASTNode): Generator<DocumentNode> {
  if (node.kind === Kind.SELECTION_SET) {
    // All selections but one: what matters is often a single path.
    if (node.selections.length < 3) return;
    for (const selection of node.selections) {
      yield replace(document, node, { ...node, selections: [selection] });
    }
  }
  if (
    node.kind === Kind.FIELD ||
    node.kind === Kind.FRAGMENT_SPREAD ||
    node.kind === Kind.INLINE_FRAGMENT ||
    (node.kind === Kind.OPERATION_DEFINITION && document.definitions.indexOf(node) > 0)
  ) {
    yield replace(document, node, null);
  }
}

/** What is in a fragment without the fragment. */
function* unwrap(document: DocumentNode, node: ASTNode): Generator<DocumentNode> {
  if (node.kind !== Kind.SELECTION_SET) return;
  for (const [index, selection] of node.selections.entries()) {
    if (selection.kind === Kind.FIELD) continue;
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : fragmentOf(document, selection.name.value);
    const put = (set: SelectionSetNode['selections']) =>
      replace(document, node, { ...node, selections: node.selections.toSpliced(index, 1, ...set) });
    if (fragment === undefined) continue;
    yield put(fragment.selectionSet.selections);
    if (selection.kind === Kind.INLINE_FRAGMENT) continue;
    const { typeCondition, selectionSet } = fragment;
    if (typeCondition !== undefined) {
      yield put([
        { kind: Kind.INLINE_FRAGMENT, typeCondition, directives: selection.directives ?? [], selectionSet },
      ]);
    }
  }
}

function* simplify(document: DocumentNode, node: ASTNode): Generator<DocumentNode> {
  if (node.kind === Kind.DIRECTIVE || node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD) {
    yield replace(document, node, null);
  } else if (node.kind === Kind.FIELD && node.alias !== undefined) {
    const { alias: _, ...field } = node;
    yield replace(document, node, field);
    if (!/^[xyz]$/.test(node.alias.value)) {
      for (const value of ['x', 'y', 'z']) {
        yield replace(document, node, { ...node, alias: { kind: Kind.NAME, value } });
      }
    }
  } else if (node.kind === Kind.VARIABLE_DEFINITION && node.defaultValue !== undefined) {
    const { defaultValue, ...definition } = node;
    yield replace(document, node, definition);
    yield visit(document, {
      Variable: {
        enter: (variable, _key, parent) =>
          variable.name.value === node.variable.name.value && parent !== node ? defaultValue : undefined,
      },
    });
  }
}

function replace(document: DocumentNode, node: ASTNode, by: ASTNode | null): DocumentNode {
  return visit(document, { enter: (candidate) => (candidate === node ? by : undefined) });
}

function fragmentOf({ definitions }: DocumentNode, name: string): FragmentDefinitionNode | undefined {
  return definitions.find(
    (definition): definition is FragmentDefinitionNode =>
      definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name,
  );
}
