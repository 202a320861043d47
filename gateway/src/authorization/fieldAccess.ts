import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isNonNullType,
  isUnionType,
  type SelectionSetNode,
} from 'graphql';
import type { ChosenOperation } from '../planning/chosenOperation.ts';
import { conditionHolds, deferOf, fragmentType } from '../planning/selectionRules.ts';
import type { Requirements } from './readRequirements.ts';
import type { Requirement } from './requirement.ts';

/** What a caller gets of a field that an operation selects. */
export type FieldFate =
  /** It is asked for and shown. */
  | 'shown'
  /** The caller may not see it: it is not asked for, and null with an error. */
  | 'denied'
  /** It could be seen, but nothing of what is selected below it: it is not asked for either, and null. */
  | 'emptied'
  /** Objects in a list that are null for sure, because something below is denied that must not be null: only how many there are is asked. */
  | 'counted';

/** Response names and nothing else: list positions are not known before anything is fetched. */
export type DeniedPath = readonly string[];

/** What one operation's caller may see of it. Conditions count: what is skipped is not looked at. */
export interface FieldAccess {
  /** `parent`: the type that the field is selected on as the document has it. */
  fateOf(parent: GraphQLCompositeType, field: FieldNode): FieldFate;
  /** Whether objects of a type are shown. */
  isShown(objectType: string): boolean;
  /** Paths of the denied fields at or below the selections of a type. */
  deniedBelow(type: GraphQLCompositeType, selectionSet: SelectionSetNode): readonly DeniedPath[];
}

/** For callers who may see everything that an operation asks for. */
export const FULL_ACCESS: FieldAccess = {
  fateOf: () => 'shown',
  isShown: () => true,
  deniedBelow: () => [],
};

/** More are not listed: an answer is not to be longer than what was asked. */
const MOST_DENIED = 100;

/** `isMet` says what the caller meets. */
export function createFieldAccess(o: {
  readonly schema: GraphQLSchema;
  readonly requirements: Requirements;
  readonly chosen: ChosenOperation;
  isMet(requirement: Requirement): boolean;
}): FieldAccess {
  const { schema, requirements, chosen, isMet } = o;
  const surveys = new WeakMap<SelectionSetNode, Map<string, Survey>>();
  const isShown = (type: string) => requirements.ofType(type).every(isMet);

  const isAllowed = (parent: GraphQLCompositeType, name: string): boolean =>
    name === '__typename'
      ? isShown(parent.name) || isRoot(parent)
      : name.startsWith('__') || requirements.ofField(parent.name, name).every(isMet);
  const isRoot = (type: GraphQLCompositeType) =>
    type === schema.getQueryType() || type === schema.getMutationType();

  const fieldOf = (parent: GraphQLCompositeType, name: string) =>
    isUnionType(parent) ? undefined : parent.getFields()[name];

  const fateOf = (parent: GraphQLCompositeType, node: FieldNode): FieldFate => {
    const name = node.name.value;
    if (!isAllowed(parent, name)) return 'denied';
    const field = fieldOf(parent, name);
    const type = field && getNamedType(field.type);
    if (field === undefined || !node.selectionSet || !isCompositeType(type)) return 'shown';
    const below = survey(type, node.selectionSet);
    if (!below.hasDenied) return 'shown';
    if (!below.hasShown) return 'emptied';
    if (!below.isNull) return 'shown';
    return isListType(getNullableType(field.type)) ? 'counted' : 'emptied';
  };

  /** Looks at each selection set once for each type, however often fragments spread it. */
  const survey = (type: GraphQLCompositeType, set: SelectionSetNode): Survey => {
    const byType = surveys.get(set) ?? new Map<string, Survey>();
    surveys.set(set, byType);
    const known = byType.get(type.name);
    if (known !== undefined) return known;
    const found = { hasDenied: false, hasShown: false, isNull: false };
    byType.set(type.name, found);
    for (const node of set.selections) {
      if (!conditionHolds(node.directives, chosen.variables)) continue;
      if (node.kind === 'Field') {
        const fate = fateOf(type, node);
        const field = fieldOf(type, node.name.value);
        const isGone = fate === 'denied' || fate === 'emptied';
        found.hasDenied ||= fate !== 'shown' || hasDeniedBelow(type, node);
        found.hasShown ||= !isGone;
        const mustBe = node.name.value === '__typename' || (field !== undefined && isNonNullType(field.type));
        found.isNull ||= mustBe && (isGone || (fate === 'counted' && hasNonNullItems(field?.type)));
        continue;
      }
      const fragment = node.kind === 'InlineFragment' ? node : chosen.fragments.get(node.name.value);
      const on = fragmentType(schema, type, fragment?.typeCondition?.name.value);
      if (fragment === undefined || on === null) continue;
      const within = survey(on, fragment.selectionSet);
      found.hasDenied ||= within.hasDenied;
      found.hasShown ||= within.hasShown;
      // A fragment on some of the objects, or one that comes later, does not take all of them down.
      found.isNull ||= within.isNull && on === type && deferOf(node.directives, chosen) === null;
    }
    return found;
  };

  const hasDeniedBelow = (parent: GraphQLCompositeType, node: FieldNode): boolean => {
    const field = fieldOf(parent, node.name.value);
    const type = field && getNamedType(field.type);
    return (
      isCompositeType(type) && node.selectionSet !== undefined && survey(type, node.selectionSet).hasDenied
    );
  };

  const deniedBelow = (type: GraphQLCompositeType, set: SelectionSetNode): readonly DeniedPath[] => {
    const paths = new Map<string, DeniedPath>();
    const visit = (on: GraphQLCompositeType, selections: SelectionSetNode, path: DeniedPath): void => {
      if (paths.size >= MOST_DENIED || !survey(on, selections).hasDenied) return;
      for (const node of selections.selections) {
        if (paths.size >= MOST_DENIED) return;
        if (!conditionHolds(node.directives, chosen.variables)) continue;
        if (node.kind === 'Field') {
          const here = [...path, node.alias?.value ?? node.name.value];
          if (fateOf(on, node) === 'denied') paths.set(JSON.stringify(here), here);
          else {
            const field = fieldOf(on, node.name.value);
            const below = field && getNamedType(field.type);
            if (isCompositeType(below) && node.selectionSet) visit(below, node.selectionSet, here);
          }
          continue;
        }
        const fragment = node.kind === 'InlineFragment' ? node : chosen.fragments.get(node.name.value);
        const narrowed = fragmentType(schema, on, fragment?.typeCondition?.name.value);
        if (fragment !== undefined && narrowed !== null) visit(narrowed, fragment.selectionSet, path);
      }
    };
    visit(type, set, []);
    return [...paths.values()];
  };

  return { fateOf, isShown, deniedBelow };
}

/** What is to be known of a selection set on a type. */
interface Survey {
  /** Something at or below it is denied. */
  readonly hasDenied: boolean;
  /** Something of it is asked for. */
  readonly hasShown: boolean;
  /** Objects that it is about are null for sure. */
  readonly isNull: boolean;
}

/** Whether a list is null when its items are. */
function hasNonNullItems(type: unknown): boolean {
  const list = getNullableType(type as Parameters<typeof getNullableType>[0]);
  return isListType(list) && isNonNullType(list.ofType);
}
