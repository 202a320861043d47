import {
  type ArgumentNode,
  type ASTNode,
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isUnionType,
  type OperationDefinitionNode,
  print,
  type SelectionSetNode,
  visit,
} from 'graphql';
import type { FieldAccess, FieldFate } from '../authorization/fieldAccess.ts';
import type { ChosenOperation } from './chosenOperation.ts';
import { createDataKeys, type DataKeys } from './dataKeys.ts';
import { conditionHolds, deferOf, fragmentType } from './selectionRules.ts';

/**
 * An operation as the planners see it. It asks for the same as the client's operation, but
 *
 * - `@skip` and `@include` are gone: they were decided by the variables of the request;
 * - fragments are written out, what is asked twice is asked once, introspection is left out;
 * - every response name is a *data key* (`DataKeys`), so that one name never stands for two questions,
 * - what the caller may not see is left out.
 *
 * Planners that put a client's alias and a key or required field of the same name into one object give wrong answers
 * without an error; no such pair is left here.
 */
export interface CanonicalOperation {
  /** GraphQL text of one operation; null when nothing is left to ask of subgraphs. */
  readonly source: string | null;
  readonly keys: DataKeys;
  /** Variables that have another name in `source` than in the client's operation: the client's name by ours. */
  readonly renamed: ReadonlyMap<string, string>;
  /** The deferred fragments by the labels that they have in `source`, in the order of the document. */
  readonly deferred: ReadonlyMap<string, DeferredFragment>;
}

export interface DeferredFragment {
  /** The fields that lead to the object that the fragment is on, from the root. */
  readonly path: readonly { readonly responseName: string; readonly dataKey: string }[];
  /** The client's label; null when it gave none. */
  readonly label: string | null;
  readonly type: GraphQLCompositeType;
  readonly selectionSet: SelectionSetNode;
}

/** What must be known of the supergraph beyond what clients see. */
export interface SupergraphFacts {
  /**
   * Fields with `@requires`, as `Type.field`. On an interface they are asked of each type by itself, since the Rust
   * planner overlooks what a field requires when it is selected on the interface.
   */
  readonly requiring: ReadonlySet<string>;
  /**
   * Interfaces and unions that have types which clients do not see. `__typename` is always asked of them: an object of
   * such a type must be told from the others, whatever else is asked.
   */
  readonly partlyHidden: ReadonlySet<string>;
}

export function canonicalOperation(
  schema: GraphQLSchema,
  facts: SupergraphFacts,
  chosen: ChosenOperation,
  access: FieldAccess,
): CanonicalOperation {
  const keys = createDataKeys(schema, chosen.operation.operation === 'mutation');
  const collector = createCollector({ schema, facts, chosen, keys, access });
  const root = schema.getRootType(chosen.operation.operation);
  const renamed = renamedVariables(chosen.operation);
  if (!root) return { source: null, keys, renamed, deferred: collector.deferred };
  const selection = createSelection(root, NOTHING_HIDDEN);
  collector.collect(chosen.operation.selectionSet, selection, true);
  const isEmpty = selection.fields.size === 0 && selection.fragments.size === 0;
  return {
    source: isEmpty ? null : printOperation(chosen, selection, renamed),
    keys,
    renamed,
    deferred: collector.deferred,
  };
}

/** What is selected on one type. */
interface Selection {
  readonly type: GraphQLCompositeType;
  hasTypename: boolean;
  readonly fields: Map<string, SelectedField>;
  readonly fragments: Map<string, { readonly label: string | null; readonly selection: Selection }>;
}

interface SelectedField {
  readonly name: string;
  readonly arguments: readonly ArgumentNode[];
  readonly directives: readonly DirectiveNode[];
  readonly selection: Selection | null;
}

const NOTHING_HIDDEN = { partlyHidden: new Set<string>() };

function createSelection(
  type: GraphQLCompositeType,
  { partlyHidden }: Pick<SupergraphFacts, 'partlyHidden'>,
  asksType = false,
): Selection {
  const hasTypename = asksType || partlyHidden.has(type.name);
  return { type, hasTypename, fields: new Map(), fragments: new Map() };
}

function createCollector(o: {
  readonly schema: GraphQLSchema;
  readonly facts: SupergraphFacts;
  readonly chosen: ChosenOperation;
  readonly keys: DataKeys;
  readonly access: FieldAccess;
}) {
  const { schema, facts, chosen, keys, access } = o;
  const deferred = new Map<string, DeferredFragment>();
  const path: { readonly responseName: string; readonly dataKey: string }[] = [];

  const collectField = (node: FieldNode, into: Selection, isRoot: boolean) => {
    const name = node.name.value;
    const fate = access.fateOf(into.type, node);
    if (fate === 'denied' || fate === 'emptied') return;
    if (name === '__typename') {
      into.hasTypename ||= !isRoot;
      return;
    }
    if (isUnionType(into.type) || name.startsWith('__')) return;
    const field: GraphQLField<unknown, unknown> | undefined = into.type.getFields()[name];
    if (field === undefined) return;
    const key = keys.keyOf(into.type, node);
    const possible = isInterfaceType(into.type) ? schema.getPossibleTypes(into.type) : [];
    if (possible.some((type) => facts.requiring.has(`${type.name}.${name}`))) {
      for (const type of possible) addField(node, key, nestedOn(into, type, null), fate);
    } else addField(node, key, into, fate);
  };

  /** An object that the caller may not see must be told from the others, whatever else is asked. */
  const isPartlyDenied = (type: GraphQLCompositeType) =>
    isAbstractType(type) && schema.getPossibleTypes(type).some(({ name }) => !access.isShown(name));

  const nestedOn = (into: Selection, type: GraphQLCompositeType, label: string | null): Selection => {
    const key = `${type.name} ${label ?? ''}`;
    const nested = into.fragments.get(key) ?? { label, selection: createSelection(type, NOTHING_HIDDEN) };
    into.fragments.set(key, nested);
    return nested.selection;
  };

  const addField = (node: FieldNode, key: string, into: Selection, fate: FieldFate) => {
    const name = node.name.value;
    const field = isUnionType(into.type) ? undefined : into.type.getFields()[name];
    if (field === undefined) return;
    const type = getNamedType(field.type);
    const known = into.fields.get(key) ?? {
      name,
      arguments: node.arguments ?? [],
      directives: (node.directives ?? []).filter(
        ({ name: { value } }) => value !== 'skip' && value !== 'include',
      ),
      selection: isCompositeType(type) ? createSelection(type, facts, isPartlyDenied(type)) : null,
    };
    into.fields.set(key, known);
    // Of what is only counted nothing is asked; an empty selection asks whether objects are there.
    if (!node.selectionSet || known.selection === null || fate === 'counted') return;
    path.push({ responseName: node.alias?.value ?? name, dataKey: key });
    collect(node.selectionSet, known.selection, false);
    path.pop();
  };

  const collectFragment = (
    fragment: Pick<FragmentDefinitionNode, 'selectionSet'> & { readonly on: string | undefined },
    directives: readonly DirectiveNode[] | undefined,
    into: Selection,
    isRoot: boolean,
  ) => {
    const type = fragmentType(schema, into.type, fragment.on);
    if (type === null) return;
    const defer = deferOf(directives, chosen);
    if (defer === null && type === into.type) return collect(fragment.selectionSet, into, isRoot);
    const label = defer === null ? null : `d${deferred.size}`;
    if (label !== null) {
      const { selectionSet } = fragment;
      deferred.set(label, { path: [...path], label: defer?.label ?? null, type, selectionSet });
    }
    collect(fragment.selectionSet, nestedOn(into, type, label), isRoot);
  };

  const collect = (set: SelectionSetNode, into: Selection, isRoot: boolean) => {
    for (const node of set.selections) {
      if (!conditionHolds(node.directives, chosen.variables)) continue;
      if (node.kind === 'Field') collectField(node, into, isRoot);
      else if (node.kind === 'InlineFragment') {
        const { selectionSet, typeCondition } = node;
        collectFragment({ selectionSet, on: typeCondition?.name.value }, node.directives, into, isRoot);
      } else {
        const fragment = chosen.fragments.get(node.name.value);
        if (fragment === undefined) continue;
        const on = fragment.typeCondition.name.value;
        collectFragment({ selectionSet: fragment.selectionSet, on }, node.directives, into, isRoot);
      }
    }
  };
  return { collect, deferred };
}

/**
 * Names that planners use for variables of their own. A client's variable of such a name would be declared twice in a
 * fetch.
 */
const RESERVED = /^_*(representations|__batch_reps|contextualArgument)/;

function renamedVariables({
  variableDefinitions = [],
}: OperationDefinitionNode): ReadonlyMap<string, string> {
  const names = variableDefinitions.map(({ variable }) => variable.name.value);
  const renamed = new Map<string, string>();
  for (const name of names.filter((candidate) => RESERVED.test(candidate))) {
    let ours = `client_${name}`;
    while (names.includes(ours)) ours = `_${ours}`;
    renamed.set(ours, name);
  }
  return renamed;
}

function printOperation(
  { operation }: ChosenOperation,
  selection: Selection,
  renamed: ReadonlyMap<string, string>,
): string {
  const ours = new Map([...renamed].map(([own, client]) => [client, own]));
  const printer = createPrinter(ours);
  const body = printer.selection(selection, false);
  const variables = (operation.variableDefinitions ?? [])
    .filter(({ variable }) => printer.used.has(variable.name.value))
    .map((definition) => printer.node({ ...definition, directives: [] }));
  const name = operation.name === undefined ? '' : ` ${operation.name.value}`;
  return `${operation.operation}${name}${variables.length === 0 ? '' : `(${variables.join(' ')})`}${body}`;
}

/** `ours`: names of variables that are to be printed differently. */
function createPrinter(ours: ReadonlyMap<string, string>) {
  const used = new Set<string>();
  const printNode = (node: ASTNode): string =>
    print(
      visit(node, {
        Variable(variable) {
          used.add(variable.name.value);
          const name = ours.get(variable.name.value);
          return name === undefined ? undefined : { ...variable, name: { ...variable.name, value: name } };
        },
      }),
    );
  const printSelection = (
    { hasTypename, fields, fragments, type }: Selection,
    isOfField: boolean,
  ): string => {
    const parts: string[] = [];
    for (const [key, field] of fields) {
      const alias = key === field.name ? '' : `${key}:`;
      const given = field.arguments.length === 0 ? '' : `(${field.arguments.map(printNode).join(' ')})`;
      const directives = field.directives.map(printNode).join(' ');
      const below = field.selection === null ? '' : printSelection(field.selection, true);
      parts.push(`${alias}${field.name}${given}${directives}${below}`);
    }
    for (const { label, selection } of fragments.values()) {
      const on = selection.type === type ? '' : `on ${selection.type.name}`;
      const defer = label === null ? '' : ` @defer(label:"${label}")`;
      parts.push(`...${on}${defer}${printSelection(selection, false)}`);
    }
    // An object of which nothing was selected, only what is skipped or only what may not apply to it, is still asked
    // whether it is there: planners leave out objects that no fragment applies to.
    const mayBeEmpty = parts.length === 0 || (isOfField && fields.size === 0);
    if (hasTypename || mayBeEmpty) parts.unshift('__typename');
    return `{${parts.join(' ')}}`;
  };
  return { used, node: printNode, selection: printSelection };
}
