import type { ApolloServerPlugin } from '@apollo/server';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { requestError } from '../errors/requestError.ts';
import { type CostLimits, createCostLimit } from './cost/limitCost.ts';
import { countSelections } from './countSelections.ts';
import type { DocumentLimits } from './limitDocument.ts';

/** What one operation may ask for. */
export interface OperationLimits extends DocumentLimits, CostLimits {
  readonly maxSelections: number;
}

/**
 * Refuses valid operations over the limits before they are planned: the time that a plan takes grows faster than the
 * operation (README, "Limits").
 */
export function limitOperations({
  maxSelections,
  ...costs
}: CostLimits & Pick<OperationLimits, 'maxSelections'>): ApolloServerPlugin {
  const cost = createCostLimit(costs);
  const counts = new WeakMap<
    OperationDefinitionNode,
    { readonly schema: GraphQLSchema; readonly selections: number }
  >();
  /** Documents are kept by Apollo Server, so an operation that is asked again is measured once. */
  const count = (schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode) => {
    const known = counts.get(operation);
    if (known?.schema === schema) return known.selections;
    const selections = countSelections(schema, document, operation);
    counts.set(operation, { schema, selections });
    return selections;
  };
  return {
    async serverWillStart() {
      return {
        schemaDidLoadOrUpdate({ apiSchema, coreSupergraphSdl = '' }) {
          cost.load(apiSchema, coreSupergraphSdl);
        },
      };
    },
    async requestDidStart() {
      return {
        async didResolveOperation({ schema, document, operation, request }) {
          if (operation === undefined) return;
          const selections = count(schema, document, operation);
          if (selections > maxSelections) {
            throw requestError(
              'QUERY_TOO_COMPLEX',
              `The operation selects ${selections} fields, those of each possible type counted; at most ${maxSelections} are allowed.`,
            );
          }
          cost.check({ schema, document, operation, variables: request.variables ?? {} });
        },
      };
    },
  };
}
