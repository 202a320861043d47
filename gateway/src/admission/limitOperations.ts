import type { ApolloServerPlugin } from '@apollo/server';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { requestError } from '../errors/requestError.ts';
import { measureOperation, type OperationSize } from './measureOperation.ts';

/** What one operation may ask for. */
export interface OperationLimits {
  readonly maxSelections: number;
  readonly maxDepth: number;
  readonly maxAliases: number;
}

/**
 * Refuses operations over the limits before they are planned: the time that a plan takes grows faster than the operation
 * (README, "Limits").
 */
export function limitOperations({
  maxSelections,
  maxDepth,
  maxAliases,
}: OperationLimits): ApolloServerPlugin {
  const sizes = new WeakMap<
    OperationDefinitionNode,
    { readonly schema: GraphQLSchema; readonly size: OperationSize }
  >();
  /** Documents are kept by Apollo Server, so an operation that is asked again is measured once. */
  const sizeOf = (schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode) => {
    const known = sizes.get(operation);
    if (known?.schema === schema) return known.size;
    const size = measureOperation(schema, document, operation);
    sizes.set(operation, { schema, size });
    return size;
  };
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ schema, document, operation }) {
          if (operation === undefined) return;
          const { selections, depth, aliases } = sizeOf(schema, document, operation);
          if (depth > maxDepth) {
            throw requestError(
              'QUERY_TOO_COMPLEX',
              `The operation is ${depth} levels deep; at most ${maxDepth} are allowed.`,
            );
          }
          if (aliases > maxAliases) {
            throw requestError(
              'QUERY_TOO_COMPLEX',
              `The operation has ${aliases} aliases; at most ${maxAliases} are allowed.`,
            );
          }
          if (selections > maxSelections) {
            throw requestError(
              'QUERY_TOO_COMPLEX',
              `The operation selects ${selections} fields, those of each possible type counted; at most ${maxSelections} are allowed.`,
            );
          }
        },
      };
    },
  };
}
