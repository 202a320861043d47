import type { GraphQLSchema } from 'graphql';
import type { Protection } from '../authorization/protectionOf.ts';
import type { GatewayExecutionResult, GatewayRequest } from './apolloGatewayTypes.ts';

/**
 * One supergraph with all that was built for it: planner, plan cache, connections. It never changes; a new supergraph
 * is a new generation, and an operation stays on the one it was validated against.
 */
export interface Generation {
  readonly apiSchema: GraphQLSchema;
  readonly supergraphSdl: string;
  /** What its fields ask of callers. */
  readonly protection: Protection;
  /** Scheme, host and port of each subgraph whose address it says itself, by name. */
  readonly origins: ReadonlyMap<string, string>;
  execute(request: GatewayRequest): Promise<GatewayExecutionResult>;
  /** The operations used last, latest first, at most so many: what the next generation is warmed up with. */
  recent(count: number): readonly KnownOperation[];
  /** Another generation has taken its place: gives up what only new operations need. */
  rest(): void;
  /** Only called when nothing is executed here any more. */
  close(): Promise<void>;
}

/** An operation as it was asked, with what its plan depends on. */
export interface KnownOperation {
  readonly source: string;
  readonly queryHash: string;
  readonly operationName: string | null;
  /** Values of the variables that `@skip`, `@include` and `@defer` look at. */
  readonly conditions: Readonly<Record<string, unknown>>;
  readonly defers: boolean;
  readonly overrideLabels: readonly string[];
  /** Ids of the requirements that its caller met, of those that it depends on. */
  readonly requirements: ReadonlySet<string>;
}

/**
 * Builds a generation and plans `known` operations on it, as far as they fit and there is time.
 * @throws when the text is not a supergraph that can be served.
 */
export type BuildGeneration = (
  supergraphSdl: string,
  known: readonly KnownOperation[],
) => Promise<Generation>;
