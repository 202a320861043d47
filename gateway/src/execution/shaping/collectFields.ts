import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isUnionType,
  type SelectionSetNode,
} from 'graphql';
import type { FieldAccess, FieldFate } from '../../authorization/fieldAccess.ts';
import type { ChosenOperation } from '../../planning/chosenOperation.ts';
import { conditionHolds, deferOf, fragmentType } from '../../planning/selectionRules.ts';

/** A selection set, and the type that it is on as the document has it. */
export interface TypedSelection {
  readonly type: GraphQLCompositeType;
  readonly selectionSet: SelectionSetNode;
}

/** What one response name of an answer stands for. */
export interface CollectedField {
  readonly responseName: string;
  readonly node: FieldNode;
  /** The type that `node` is selected on as the document has it: data keys are made from that. */
  readonly parent: GraphQLCompositeType;
  readonly fate: FieldFate;
  readonly selections: TypedSelection[];
}

/** Of a field that is selected in several ways, what the caller gets is what he may see of any. */
const BEST_FIRST: readonly FieldFate[] = ['shown', 'counted', 'emptied', 'denied'];

/** What decides which selections of an operation count. */
export interface CollectContext {
  readonly schema: GraphQLSchema;
  readonly chosen: ChosenOperation;
  readonly access: FieldAccess;
}

/** As in section 6.3.2 of the specification, for one runtime type; `@defer` is a border. */
export function collectFields(
  runtime: GraphQLObjectType | GraphQLInterfaceType,
  selections: readonly TypedSelection[],
  { schema, chosen, access }: CollectContext,
): CollectedField[] {
  const collected = new Map<string, CollectedField>();
  const collect = ({ type: parent, selectionSet }: TypedSelection) => {
    for (const node of selectionSet.selections) {
      if (!conditionHolds(node.directives, chosen.variables)) continue;
      if (node.kind === 'Field') {
        const responseName = node.alias?.value ?? node.name.value;
        const fate = access.fateOf(parent, node);
        const before = collected.get(responseName);
        const isBetter = before === undefined || BEST_FIRST.indexOf(fate) < BEST_FIRST.indexOf(before.fate);
        const selections = before?.selections ?? [];
        const known = isBetter ? { responseName, node, parent, fate, selections } : before;
        collected.set(responseName, known);
        if (fate === 'denied') continue;
        const below = node.selectionSet && fieldType(parent, node);
        if (node.selectionSet && below)
          known.selections.push({ type: below, selectionSet: node.selectionSet });
        continue;
      }
      if (deferOf(node.directives, chosen) !== null) continue;
      const fragment = node.kind === 'InlineFragment' ? node : chosen.fragments.get(node.name.value);
      if (fragment === undefined) continue;
      const on = fragment.typeCondition?.name.value;
      const type = fragmentType(schema, parent, on);
      const applies = on === undefined || on === runtime.name || isMember(schema, on, runtime);
      if (type !== null && applies) collect({ type, selectionSet: fragment.selectionSet });
    }
  };
  selections.forEach(collect);
  return [...collected.values()];
}

/** Whether a fragment is about some of the objects of this type only. */
export function hasNarrowFragment(
  type: GraphQLCompositeType,
  selections: readonly TypedSelection[],
  { schema, chosen }: CollectContext,
): boolean {
  const isNarrow = ({ type: parent, selectionSet }: TypedSelection): boolean =>
    selectionSet.selections.some((node) => {
      if (node.kind === 'Field' || !conditionHolds(node.directives, chosen.variables)) return false;
      const fragment = node.kind === 'InlineFragment' ? node : chosen.fragments.get(node.name.value);
      const on = fragmentType(schema, parent, fragment?.typeCondition?.name.value);
      if (fragment === undefined || on === null) return false;
      return on !== type || isNarrow({ type: on, selectionSet: fragment.selectionSet });
    });
  return selections.some(isNarrow);
}

function fieldType(parent: GraphQLCompositeType, node: FieldNode): GraphQLCompositeType | null {
  const field = isUnionType(parent) ? undefined : parent.getFields()[node.name.value];
  const type = field && getNamedType(field.type);
  return isCompositeType(type) ? type : null;
}

function isMember(
  schema: GraphQLSchema,
  on: string,
  runtime: GraphQLObjectType | GraphQLInterfaceType,
): boolean {
  const type = schema.getType(on);
  return isAbstractType(type) && schema.isSubType(type, runtime);
}
