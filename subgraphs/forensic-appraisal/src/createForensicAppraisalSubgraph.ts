import {
  createSubgraph,
  createVisibility,
  readTypeDefs,
  type SubgraphOptions,
  serviceCaseTypeDefs,
} from '@tongban/kit';
import type { FastifyInstance } from 'fastify';
import { createAppraisalSystems } from './appraisalSystems.ts';
import { type AppraisalContext, createAppraisalContext } from './context.ts';
import { resolvers } from './resolvers.ts';

/** The name in the supergraph. */
export const SUBGRAPH_NAME = 'forensic-appraisal';

export interface ForensicAppraisalSubgraphOptions
  extends Pick<SubgraphOptions<AppraisalContext>, 'callerKeys' | 'subjectTagKeys' | 'logger' | 'production'> {
  /** `<region prefix>=<url>,…`, the systems to wrap; the longest prefix wins. */
  readonly systems: string;
  /** The application that the systems know this subgraph as, and the key it signs with. */
  readonly appId: string;
  readonly secret: string;
  /** Milliseconds one call of a system may take. */
  readonly agencyTimeoutMs: number;
  /** The clock of deadlines and signatures; the real one unless a test hands in its own. */
  readonly now?: () => Date;
}

/**
 * Builds the subgraph; it does not listen yet. It counts as ready while at least one of its systems does.
 *
 * @throws Error listing every mistake in `systems`, or where keys are missing in production.
 */
export async function createForensicAppraisalSubgraph(
  options: ForensicAppraisalSubgraphOptions,
): Promise<FastifyInstance> {
  const { callerKeys, subjectTagKeys, logger, production, appId, secret, now = () => new Date() } = options;
  const systems = createAppraisalSystems({
    spec: options.systems,
    signer: { appId, secret, now: () => now().getTime() },
    timeoutMs: options.agencyTimeoutMs,
    production,
  });
  const shared = { systems, visibility: createVisibility('FORENSIC_APPRAISAL', { now }), now, production };
  return createSubgraph<AppraisalContext>({
    name: SUBGRAPH_NAME,
    typeDefs: readTypeDefs(serviceCaseTypeDefs, new URL('../schema.graphql', import.meta.url)),
    resolvers,
    hidesCases: true,
    createContext: (request) => createAppraisalContext(shared, request),
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
