import type { GraphQLSchema } from 'graphql';
import { createFlights } from '../../transport/flights.ts';
import { withSignal } from '../createContext.ts';
import type { GatewayContext } from '../gatewayContext.ts';
import { JsonWriter } from '../shaping/jsonWriter.ts';
import type { OperationResult } from './operationResult.ts';
import type { FoundOperation } from './operationStore.ts';
import { runDeferredOperation } from './runDeferredOperation.ts';
import { runOperation } from './runOperation.ts';

/** Runs operations of one generation. */
export type RunFound = (found: FoundOperation, context: GatewayContext) => Promise<OperationResult>;

/**
 * Equal queries of equal callers at one time are run once where they may be; each still has its own record, and its errors are
 * formatted for each. Mutations and deferred operations are never shared.
 */
export function createOperationRunner(
  schema: GraphQLSchema,
  { isShared }: { readonly isShared: boolean },
): RunFound {
  const flights = createFlights<OperationResult>();
  const writer = new JsonWriter();
  return async ({ compiled, chosen, key }, context) => {
    if (compiled.deferred.size > 0)
      return runDeferredOperation(compiled, { schema, chosen, context, writer });
    if (!isShared || chosen.operation.operation !== 'query')
      return runOperation(compiled, { schema, chosen, context, writer });
    const question = `${context.sharingKey} ${key} ${JSON.stringify(chosen.variables)}`;
    const result = await flights.join(question, context.signal, (signal) =>
      runOperation(compiled, { schema, chosen, context: withSignal(context, signal), writer }),
    );
    if (result.completeness !== null) context.record.adopt(result.completeness);
    return result;
  };
}
