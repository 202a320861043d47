import { GraphQLError, type GraphQLSchema, getVariableValues, type OperationDefinitionNode } from 'graphql';
import { requestError } from '../errors/requestError.ts';

type Variables = Readonly<Record<string, unknown>>;

export type CoercedVariables =
  | { readonly values: Variables; readonly errors: null }
  | { readonly values: null; readonly errors: readonly GraphQLError[] };

const NONE: CoercedVariables = { values: {}, errors: null };
const MAX_ERRORS = 10;

/**
 * The variables of a request with defaults filled in and values checked; what the operation does not declare is dropped.
 * Errors have the code BAD_USER_INPUT. `conditions`: names of variables that `@skip`, `@include` or `@defer` look at, which
 * may be null by their type but not by what they are used for.
 * Source: GraphQL specification, section 6.1.2.
 */
export function coerceVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: Variables,
  conditions: readonly string[],
): CoercedVariables {
  if (variableDefinitions.length === 0) return NONE;
  const { coerced, errors } = getVariableValues(schema, variableDefinitions, given, {
    maxErrors: MAX_ERRORS,
  });
  if (errors === undefined) {
    const missing = conditions.filter((name) => coerced[name] === null);
    if (missing.length === 0) return { values: coerced, errors: null };
    const told = `The variables ${missing.map((name) => `$${name}`).join(', ')} decide what is asked: they must be true or false.`;
    return { values: null, errors: [requestError('BAD_USER_INPUT', told, 400)] };
  }
  return {
    values: null,
    errors: errors.map(
      (error) =>
        new GraphQLError(error.message, {
          nodes: error.nodes ?? null,
          extensions: requestError('BAD_USER_INPUT', error.message, 400).extensions,
        }),
    ),
  };
}
