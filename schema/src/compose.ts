import { composeServices } from '@apollo/composition';
import { Supergraph } from '@apollo/federation-internals';
import { printSchema } from 'graphql';
import type { Subgraph } from './readSubgraphs.ts';

/** The two artefacts that are committed: what the gateway runs on, and what clients see. */
export interface Composition {
  readonly supergraph: string;
  readonly api: string;
}

/** The subgraphs do not fit together; `reasons` are Apollo composition's own messages, one each. */
export class CompositionError extends Error {
  override readonly name = 'CompositionError';
  readonly reasons: readonly string[];

  constructor(reasons: readonly string[]) {
    super(`The subgraphs do not compose:\n${reasons.map((reason) => `  - ${reason}`).join('\n')}`);
    this.reasons = reasons;
  }
}

/**
 * Composes the subgraphs into one supergraph and the API schema that clients see.
 * The same subgraphs give the same bytes, so that a stale file can be told by comparing.
 * @throws {CompositionError} with every reason at once.
 */
export function compose(subgraphs: readonly Subgraph[]): Composition {
  const result = composeServices(subgraphs.map(({ name, url, typeDefs }) => ({ name, url, typeDefs })));
  if (result.errors) throw new CompositionError(result.errors.map((error) => error.message));
  const api = Supergraph.build(result.supergraphSdl).apiSchema().toGraphQLJSSchema();
  return { supergraph: `${result.supergraphSdl.trimEnd()}\n`, api: `${printSchema(api)}\n` };
}
