import {
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isUnionType,
  type SelectionSetNode,
} from 'graphql';
import type { ChosenOperation } from '../planning/chosenOperation.ts';
import { conditionHolds, fragmentType } from '../planning/selectionRules.ts';
import type { FieldAccess } from './fieldAccess.ts';

/** The fields that one operation selects, as `Type.field` on the types that the document has; without introspection. */
export interface SelectedFields {
  readonly asked: readonly string[];
  /** Those that the caller may see. */
  readonly granted: readonly string[];
}

/** What is skipped is not selected. Each selection set is looked at once for each type, however often fragments spread it. */
export function selectedFields(
  schema: GraphQLSchema,
  chosen: ChosenOperation,
  access: FieldAccess,
): SelectedFields {
  const asked = new Set<string>();
  const granted = new Set<string>();
  const seen = new Map<SelectionSetNode, Set<string>>();

  const visit = (type: GraphQLCompositeType, set: SelectionSetNode, isGranted: boolean): void => {
    const key = `${type.name} ${isGranted}`;
    const visited = seen.get(set) ?? new Set();
    if (visited.has(key)) return;
    seen.set(set, visited.add(key));
    for (const node of set.selections) {
      if (!conditionHolds(node.directives, chosen.variables)) continue;
      if (node.kind !== 'Field') {
        const fragment = node.kind === 'InlineFragment' ? node : chosen.fragments.get(node.name.value);
        const on = fragmentType(schema, type, fragment?.typeCondition?.name.value);
        if (fragment !== undefined && on !== null) visit(on, fragment.selectionSet, isGranted);
        continue;
      }
      const field = isUnionType(type) ? undefined : type.getFields()[node.name.value];
      if (field === undefined) continue;
      const coordinate = `${type.name}.${field.name}`;
      const isShown = isGranted && access.fateOf(type, node) === 'shown';
      asked.add(coordinate);
      if (isShown) granted.add(coordinate);
      const below = getNamedType(field.type);
      if (node.selectionSet && isCompositeType(below)) visit(below, node.selectionSet, isShown);
    }
  };

  const root = schema.getRootType(chosen.operation.operation);
  if (root) visit(root, chosen.operation.selectionSet, true);
  return { asked: [...asked].sort(), granted: [...granted].sort() };
}
