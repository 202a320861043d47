import {
  type DirectiveNode,
  doTypesOverlap,
  type GraphQLCompositeType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isUnionType,
  type ValueNode,
} from 'graphql';
import type { ChosenOperation } from './chosenOperation.ts';

type Variables = Readonly<Record<string, unknown>>;

/**
 * Whether `@skip` and `@include` let a selection through.
 * Source: GraphQL specification, sections 3.13.1 and 3.13.2.
 */
export function conditionHolds(
  directives: readonly DirectiveNode[] | undefined,
  variables: Variables,
): boolean {
  if (directives === undefined) return true;
  for (const directive of directives) {
    const name = directive.name.value;
    if (name !== 'skip' && name !== 'include') continue;
    const value = argumentOf(directive, 'if', variables);
    if (name === 'skip' ? value === true : value !== true) return false;
  }
  return true;
}

/** The `@defer` that is in force on a fragment; null when there is none. */
export function deferOf(
  directives: readonly DirectiveNode[] | undefined,
  { variables, defers }: Pick<ChosenOperation, 'variables' | 'defers'>,
): { readonly label: string | null } | null {
  const directive = defers ? directives?.find(({ name }) => name.value === 'defer') : undefined;
  if (directive === undefined || argumentOf(directive, 'if', variables) === false) return null;
  const label = argumentOf(directive, 'label', variables);
  return { label: typeof label === 'string' ? label : null };
}

/**
 * The type that a fragment's selections are on: its condition, or the type around it where that says more already. Null
 * when no object is of both.
 */
export function fragmentType(
  schema: GraphQLSchema,
  around: GraphQLCompositeType,
  condition: string | undefined,
): GraphQLCompositeType | null {
  const type = condition === undefined ? around : schema.getType(condition);
  if (type === around) return around;
  if (!isCompositeType(type) || !typesOverlap(schema, type, around)) return null;
  const isWider = isAbstractType(type) && !isUnionType(around) && schema.isSubType(type, around);
  return isWider ? around : type;
}

/** Whether an object can be of both types. */
function typesOverlap(schema: GraphQLSchema, a: GraphQLCompositeType, b: GraphQLCompositeType): boolean {
  return a === b || doTypesOverlap(schema, a, b);
}

function argumentOf(directive: DirectiveNode, name: string, variables: Variables): unknown {
  const value: ValueNode | undefined = directive.arguments?.find(
    (argument) => argument.name.value === name,
  )?.value;
  switch (value?.kind) {
    case 'Variable':
      return variables[value.name.value];
    case 'BooleanValue':
    case 'StringValue':
      return value.value;
    default:
      return undefined;
  }
}
