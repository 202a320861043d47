import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from 'graphql';
import type { CostDirectives, ListSize } from './costDirectives.ts';
import { createInputCost } from './inputCost.ts';
import { listLength } from './listLength.ts';
import type { ValueReader } from './valueReader.ts';

/** An operation with the values of its arguments. */
export interface PricedOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly values: ValueReader;
}

/** A mutation costs so much by itself: what it starts in an agency does not show in its selections. */
const MUTATION_COST = 10;

/**
 * What an operation costs at most, told before anything is fetched: an object costs 1 and a leaf nothing, unless `@cost`
 * says otherwise; a field costs as often as it may be there, which for a list is what `@listSize` says, or `defaultSize`.
 * Of the types that may stand at one place the dearest counts, and what `@skip` and `@include` look at is taken to be asked.
 * It takes time linear in the document for each type that may stand at one place.
 */
export function createOperationCost(o: {
  readonly schema: GraphQLSchema;
  readonly directives: CostDirectives;
  readonly defaultSize: number;
}): (operation: PricedOperation) => number {
  const { schema, directives, defaultSize } = o;
  const { weights, listSizes } = directives;
  const inputs = createInputCost(schema, directives);

  /** What is said of a field, or else of the field that it implements. */
  const find = <Said>(said: ReadonlyMap<string, Said>, type: GraphQLObjectType, name: string) =>
    [type, ...type.getInterfaces()]
      .map((one) => said.get(`${one.name}.${name}`))
      .find((one) => one !== undefined);
  const typeWeight = (field: GraphQLField<unknown, unknown>) => {
    const type = getNamedType(field.type);
    return weights.get(type.name) ?? (isCompositeType(type) ? 1 : 0);
  };

  return ({ document, operation, values }) => {
    const fragments = new Map<string, FragmentDefinitionNode>();
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    }
    const known = new Map<SelectionSetNode, Map<string, number>>();

    const costOf = (set: SelectionSetNode, type: GraphQLCompositeType, sized: Sized | null): number => {
      const costs = known.get(set) ?? new Map<string, number>();
      known.set(set, costs);
      const key = sized === null ? type.name : `${type.name} ${sized.length} ${sized.fields.join()}`;
      const cost =
        costs.get(key) ??
        (isAbstractType(type)
          ? Math.max(0, ...schema.getPossibleTypes(type).map((possible) => costOf(set, possible, sized)))
          : costOfSelections(set, type, sized));
      costs.set(key, cost);
      return cost;
    };
    const costOfSelections = (set: SelectionSetNode, type: GraphQLObjectType, sized: Sized | null): number =>
      set.selections.reduce((sum, selection) => {
        if (selection.kind === Kind.FIELD) return sum + costOfField(selection, type, sized);
        const fragment =
          selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
        const on = fragment?.typeCondition?.name.value;
        return fragment === undefined || !isOn(schema, type, on)
          ? sum
          : sum + costOf(fragment.selectionSet, type, sized);
      }, 0);
    const costOfField = (node: FieldNode, parent: GraphQLObjectType, sized: Sized | null): number => {
      const field = fieldOf(parent, node.name.value);
      if (field === undefined) return 0;
      const listSize = find(listSizes, parent, field.name) ?? null;
      const length = listSize === null ? 1 : listLength({ listSize, field, node, values, defaultSize });
      const type = getNamedType(field.type);
      const below =
        node.selectionSet !== undefined && isCompositeType(type)
          ? costOf(node.selectionSet, type, toSized(listSize, length))
          : 0;
      const weight = find(weights, parent, field.name) ?? typeWeight(field);
      return (
        costOfArguments(node, parent, field) + times(countOf(field, listSize, length, sized), weight + below)
      );
    };
    const countOf = (
      field: GraphQLField<unknown, unknown>,
      listSize: ListSize | null,
      length: number,
      sized: Sized | null,
    ): number => {
      if (sized?.fields.includes(field.name)) return sized.length;
      if (!isListType(getNullableType(field.type))) return 1;
      return listSize === null || listSize.sizedFields.length > 0 ? defaultSize : length;
    };
    const costOfArguments = (
      node: FieldNode,
      parent: GraphQLObjectType,
      field: GraphQLField<unknown, unknown>,
    ): number =>
      (node.arguments ?? []).reduce((sum, { name, value }) => {
        const argument = field.args.find((candidate) => candidate.name === name.value);
        const weight = find(weights, parent, `${field.name}(${name.value}:)`);
        if (argument === undefined || (weight === undefined && !inputs.isWeighed(argument.type))) return sum;
        return sum + inputs.of(argument.type, values.read(value), weight);
      }, 0);

    const root = schema.getRootType(operation.operation);
    const own = operation.operation === 'mutation' ? MUTATION_COST : 0;
    return root ? own + costOf(operation.selectionSet, root, null) : own;
  };
}

/** What `sizedFields` says of the fields of an object. */
interface Sized {
  readonly fields: readonly string[];
  readonly length: number;
}

function toSized(listSize: ListSize | null, length: number): Sized | null {
  return listSize === null || listSize.sizedFields.length === 0
    ? null
    : { fields: listSize.sizedFields, length };
}

function fieldOf(parent: GraphQLObjectType, name: string): GraphQLField<unknown, unknown> | undefined {
  if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
  return name === TypeMetaFieldDef.name ? TypeMetaFieldDef : parent.getFields()[name];
}

/** Whether a fragment on a type says anything of an object. */
function isOn(schema: GraphQLSchema, type: GraphQLObjectType, on: string | undefined): boolean {
  const condition = on === undefined ? type : schema.getType(on);
  return isObjectType(condition)
    ? condition === type
    : isAbstractType(condition) && schema.isSubType(condition, type);
}

/** Nothing costs nothing, however often it is there. */
function times(count: number, cost: number): number {
  return cost === 0 ? 0 : count * cost;
}
