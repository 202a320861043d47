import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  isUnionType,
} from 'graphql';
import type { ChosenOperation } from '../../planning/chosenOperation.ts';
import type { DataKeys } from '../../planning/dataKeys.ts';
import { conditionHolds, fragmentType } from '../../planning/selectionRules.ts';
import type { DataPath } from '../compiled/failure.ts';
import type { TypedSelection } from './collectFields.ts';

/**
 * The client's path to a place of the answer so far, in response names; it ends where the client's selections do. Only
 * asked for errors at positions that the client does not see.
 */
export function toClientPath(
  place: DataPath,
  o: {
    readonly schema: GraphQLSchema;
    readonly chosen: ChosenOperation;
    readonly keys: DataKeys;
    readonly root: unknown;
  },
): DataPath {
  const { schema, chosen, keys } = o;
  const type = schema.getRootType(chosen.operation.operation);
  const path: (string | number)[] = [];
  let value = o.root;
  let selections: readonly TypedSelection[] = type
    ? [{ type, selectionSet: chosen.operation.selectionSet }]
    : [];
  for (const step of place) {
    if (typeof step === 'number') path.push(step);
    else {
      const fields = fieldsUnder(step, selections, runtimeType(value), { schema, chosen, keys });
      const [first] = fields;
      if (first === undefined) break;
      path.push(first.node.alias?.value ?? first.node.name.value);
      selections = fields.flatMap(({ node, type: below }) =>
        node.selectionSet && below ? [{ type: below, selectionSet: node.selectionSet }] : [],
      );
    }
    value =
      typeof value === 'object' && value !== null
        ? (value as Record<string | number, unknown>)[step]
        : undefined;
  }
  return path;
}

interface FoundField {
  readonly node: FieldNode;
  /** Null for leaves. */
  readonly type: GraphQLCompositeType | null;
}

/** The selected fields whose value stands under a data key. */
function fieldsUnder(
  dataKey: string,
  selections: readonly TypedSelection[],
  typename: string | null,
  o: { readonly schema: GraphQLSchema; readonly chosen: ChosenOperation; readonly keys: DataKeys },
): FoundField[] {
  const { schema, chosen, keys } = o;
  const found: FoundField[] = [];
  const collect = ({ type: parent, selectionSet }: TypedSelection) => {
    for (const node of selectionSet.selections) {
      if (!conditionHolds(node.directives, chosen.variables)) continue;
      if (node.kind === 'Field') {
        const field = isUnionType(parent) ? undefined : parent.getFields()[node.name.value];
        if (field === undefined || keys.keyOf(parent, node) !== dataKey) continue;
        const type = getNamedType(field.type);
        found.push({ node, type: isCompositeType(type) ? type : null });
        continue;
      }
      const fragment = node.kind === 'InlineFragment' ? node : chosen.fragments.get(node.name.value);
      const on = fragment?.typeCondition?.name.value;
      const type = fragmentType(schema, parent, on);
      if (fragment !== undefined && type !== null && applies(schema, on, typename)) {
        collect({ type, selectionSet: fragment.selectionSet });
      }
    }
  };
  selections.forEach(collect);
  return found;
}

function applies(schema: GraphQLSchema, on: string | undefined, typename: string | null): boolean {
  if (on === undefined || typename === null || on === typename) return true;
  const condition = schema.getType(on);
  const runtime = schema.getType(typename);
  return isAbstractType(condition) && isObjectType(runtime) && schema.isSubType(condition, runtime);
}

function runtimeType(value: unknown): string | null {
  const typename =
    typeof value === 'object' && value !== null ? (value as { __typename?: unknown }).__typename : null;
  return typeof typename === 'string' ? typename : null;
}
