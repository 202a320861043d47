import type { ErrorCodeName } from '@tongban/schema';
import { GraphQLError } from 'graphql';

/**
 * An error that stands beside data because of one subgraph. Its message is client-safe and it has been logged already
 * where it was found, so `formatError` lets it through without another line.
 */
export class SubgraphError extends GraphQLError {
  readonly subgraph: string;

  constructor(o: {
    subgraph: string;
    code: ErrorCodeName;
    message: string;
    /** Where in the client's answer; null where no position can be named. */
    path: readonly (string | number)[] | null;
    retryAfterSeconds: number | null;
  }) {
    super(o.message, {
      path: o.path,
      extensions: {
        code: o.code,
        ...(o.retryAfterSeconds === null ? {} : { retryAfterSeconds: o.retryAfterSeconds }),
      },
    });
    this.subgraph = o.subgraph;
  }
}
