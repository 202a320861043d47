import {
  type DefinitionNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionNode,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { countSelections } from '../../admission/countSelections.ts';
import { type FieldModel, findField, type Model, type ObjectModel } from './model.ts';
import type { Operation } from './operation.ts';

/** What can be said of an operation, for telling whether a known difference may show in it. */
export interface OperationFacts {
  readonly model: Model;
  /** Response names that are not the names of their fields. */
  readonly aliases: ReadonlySet<string>;
  /** Fields of objects that may be read, each for every type that may stand there. */
  readonly selected: readonly { readonly object: ObjectModel; readonly field: FieldModel }[];
  /** Some selection has `@skip` or `@include`. */
  readonly hasConditions: boolean;
  /** Some selection with a condition is inside another. */
  readonly hasNestedConditions: boolean;
  /** Some fragment is on an interface or a union. */
  readonly hasAbstractFragments: boolean;
  /** On some object nothing is selected but in fragments that name a type. */
  readonly hasFragmentsOnly: boolean;
  /** Some fragment names a type. */
  readonly hasTypeConditions: boolean;
  readonly introspects: boolean;
  /** As admission measures them. */
  readonly selections: number;
}

export function readFacts(model: Model, schema: GraphQLSchema, { text }: Operation): OperationFacts {
  const document = parse(text);
  const aliases = new Set<string>();
  const selected: OperationFacts['selected'][number][] = [];
  let introspects = false;
  let hasFragmentsOnly = false;
  let hasAbstractFragments = false;
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      Field(node) {
        const name = node.name.value;
        if (node.alias !== undefined && node.alias.value !== name) aliases.add(node.alias.value);
        introspects ||= name === '__schema' || name === '__type';
        const parent = info.getParentType();
        if (!parent) return;
        for (const type of isAbstractType(parent) ? schema.getPossibleTypes(parent) : [parent]) {
          const object = model.objects.get(type.name);
          const field = object === undefined ? null : findField(model, object, name);
          if (object !== undefined && field !== null) selected.push({ object, field });
        }
      },
      SelectionSet({ selections }) {
        hasFragmentsOnly ||= selections.every(
          (one) =>
            one.kind === Kind.FRAGMENT_SPREAD || (one.kind === Kind.INLINE_FRAGMENT && one.typeCondition),
        );
      },
      FragmentDefinition: ({ typeCondition }) => {
        hasAbstractFragments ||= isAbstractType(schema.getType(typeCondition.name.value));
      },
      InlineFragment: ({ typeCondition }) => {
        hasAbstractFragments ||=
          typeCondition !== undefined && isAbstractType(schema.getType(typeCondition.name.value));
      },
    }),
  );
  const depth = depthOfConditions(document);
  return {
    model,
    aliases,
    selected,
    hasConditions: depth > 0,
    hasNestedConditions: depth > 1,
    hasAbstractFragments,
    hasFragmentsOnly,
    hasTypeConditions: /\bon [A-Z]/.test(text),
    introspects,
    selections: Math.max(
      ...document.definitions.filter(isOperation).map((one) => countSelections(schema, document, one)),
    ),
  };
}

function isOperation(definition: DefinitionNode): definition is OperationDefinitionNode {
  return definition.kind === Kind.OPERATION_DEFINITION;
}

/** How many conditions stand inside each other at most. */
function depthOfConditions({ definitions }: DocumentNode): number {
  const depthOf = (set: SelectionSetNode | undefined): number =>
    Math.max(0, ...(set?.selections ?? []).map((selection) => own(selection) + below(selection)));
  const own = ({ directives = [] }: SelectionNode) => (directives.length > 0 ? 1 : 0);
  const below = (selection: SelectionNode): number =>
    depthOf(
      selection.kind === Kind.FRAGMENT_SPREAD
        ? definitions.find(
            (definition): definition is FragmentDefinitionNode =>
              definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === selection.name.value,
          )?.selectionSet
        : selection.selectionSet,
    );
  return Math.max(
    0,
    ...definitions.map((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION ? depthOf(definition.selectionSet) : 0,
    ),
  );
}
