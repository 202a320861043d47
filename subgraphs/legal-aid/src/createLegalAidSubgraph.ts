import {
  createSubgraph,
  createVisibility,
  readTypeDefs,
  type SubgraphOptions,
  serviceCaseTypeDefs,
} from '@tongban/kit';
import type { FastifyInstance } from 'fastify';
import { createLegalAidContext, type LegalAidContext } from './context.ts';
import { createLegalAidSystems } from './legalAidSystems.ts';
import { resolvers } from './resolvers.ts';

/** The name in the supergraph. */
export const SUBGRAPH_NAME = 'legal-aid';

export interface LegalAidSubgraphOptions
  extends Pick<SubgraphOptions<LegalAidContext>, 'callerKeys' | 'subjectTagKeys' | 'logger' | 'production'> {
  /** `<region prefix>=<url>,…`, the systems to wrap; the longest prefix wins. */
  readonly systems: string;
  /** The key that the systems ask for. */
  readonly apiKey: string;
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
export function createLegalAidSubgraph(options: LegalAidSubgraphOptions): Promise<FastifyInstance> {
  const {
    callerKeys,
    subjectTagKeys,
    logger,
    production,
    apiKey,
    agencyTimeoutMs,
    now = () => new Date(),
  } = options;
  const systems = createLegalAidSystems({
    spec: options.systems,
    apiKey,
    timeoutMs: agencyTimeoutMs,
    production,
  });
  const shared = { systems, visibility: createVisibility('LEGAL_AID', { now }), now, production };
  return createSubgraph<LegalAidContext>({
    name: SUBGRAPH_NAME,
    typeDefs: readTypeDefs(serviceCaseTypeDefs, new URL('../schema.graphql', import.meta.url)),
    resolvers,
    hidesCases: true,
    createContext: (request) => createLegalAidContext(shared, request),
    callerKeys,
    subjectTagKeys,
    logger,
    production,
    // The first that answers decides: one system that hangs must not hold up the answer for the others.
    ready: () =>
      Promise.any(
        systems.all().map(async (api) => (await api.isReady()) || Promise.reject(new Error('not ready'))),
      ).catch(() => false),
  });
}
