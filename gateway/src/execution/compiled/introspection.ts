import { executeSync, type FieldNode, type GraphQLSchema, Kind } from 'graphql';
import type { ChosenOperation } from '../../planning/chosenOperation.ts';

/**
 * Answers `__schema` and `__type` from the schema that clients see. A variable in such a field is read from the request
 * that the operation was compiled for, so an operation with introspection is compiled anew for other variables.
 */
export function createIntrospection(
  schema: GraphQLSchema,
  chosen: ChosenOperation,
): (node: FieldNode) => string {
  return (node) => {
    const { operation, fragments, variables } = chosen;
    const selectionSet = { kind: Kind.SELECTION_SET, selections: [node] } as const;
    const { data } = executeSync({
      schema,
      document: {
        kind: Kind.DOCUMENT,
        definitions: [{ ...operation, selectionSet }, ...fragments.values()],
      },
      operationName: operation.name?.value,
      variableValues: variables,
    });
    return JSON.stringify(data?.[node.alias?.value ?? node.name.value] ?? null);
  };
}
