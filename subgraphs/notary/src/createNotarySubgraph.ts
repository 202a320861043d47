import {
  createSubgraph,
  createVisibility,
  readTypeDefs,
  type SubgraphOptions,
  serviceCaseTypeDefs,
} from '@tongban/kit';
import type { FastifyInstance } from 'fastify';
import { createNotaryContext, type NotaryContext } from './context.ts';
import { createNotarySystems } from './notarySystems.ts';
import { resolvers } from './resolvers.ts';

/** The name in the supergraph. */
export const SUBGRAPH_NAME = 'notary';

export interface NotarySubgraphOptions
  extends Pick<SubgraphOptions<NotaryContext>, 'callerKeys' | 'subjectTagKeys' | 'logger' | 'production'> {
  /** `<region prefix>=<url>,…`, the systems to wrap; the longest prefix wins. */
  readonly systems: string;
  /** Credentials of basic authentication at the systems. */
  readonly username: string;
  readonly password: string;
  /** Milliseconds one call of a system may take. */
  readonly agencyTimeoutMs: number;
  /** The clock of deadlines; the real one unless a test hands in its own. */
  readonly now?: () => Date;
}

/**
 * Builds the subgraph; it does not listen yet.
 *
 * It counts as ready while any of its systems is; one province that is down must not take the others out of service.
 *
 * @throws Error listing every mistake in `systems`, or where keys are missing in production.
 */
export function createNotarySubgraph(options: NotarySubgraphOptions): Promise<FastifyInstance> {
  const { callerKeys, subjectTagKeys, logger, production, username, password, agencyTimeoutMs } = options;
  const now = options.now ?? (() => new Date());
  const systems = createNotarySystems({
    spec: options.systems,
    username,
    password,
    timeoutMs: agencyTimeoutMs,
    production,
  });
  const shared = {
    systems,
    visibility: createVisibility('NOTARY', { now }),
    now,
    production,
  };
  return createSubgraph<NotaryContext>({
    name: SUBGRAPH_NAME,
    typeDefs: readTypeDefs(serviceCaseTypeDefs, new URL('../schema.graphql', import.meta.url)),
    resolvers,
    hidesCases: true,
    createContext: (request) => createNotaryContext(shared, request),
    callerKeys,
    subjectTagKeys,
    logger,
    production,
    ready: () =>
      Promise.any(systems.all().map((api) => api.checkReady())).then(
        () => true,
        () => false,
      ),
  });
}
