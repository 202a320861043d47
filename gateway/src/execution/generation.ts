import type { GraphQLSchema } from 'graphql';
import type { GatewayExecutionResult, GatewayRequest } from './apolloGatewayTypes.ts';

/**
 * One supergraph with all that was built for it: planner, plan cache, connections. It never changes; a new supergraph
 * is a new generation, and an operation stays on the one it was validated against.
 */
export interface Generation {
  readonly apiSchema: GraphQLSchema;
  readonly supergraphSdl: string;
  execute(request: GatewayRequest): Promise<GatewayExecutionResult>;
  /** Only called when nothing is executed here any more. */
  close(): Promise<void>;
}

/** @throws when the text is not a supergraph that can be served. */
export type BuildGeneration = (supergraphSdl: string) => Promise<Generation>;
