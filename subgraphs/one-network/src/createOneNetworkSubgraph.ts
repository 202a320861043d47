import { createSubgraph, readTypeDefs, type SubgraphOptions, serviceCaseTypeDefs } from '@tongban/kit';
import type { FastifyInstance } from 'fastify';
import { createAgencyHealth } from './agencyHealth.ts';
import { createContext, type OneNetworkContext } from './context.ts';
import { createResolvers } from './resolvers.ts';
import { readServiceRegistry } from './serviceRegistry.ts';
import type { Store } from './store/openStore.ts';

/** The name in the supergraph. */
export const SUBGRAPH_NAME = 'one-network';

export interface OneNetworkOptions
  extends Pick<
    SubgraphOptions<OneNetworkContext>,
    'callerKeys' | 'subjectTagKeys' | 'logger' | 'production'
  > {
  readonly store: Store;
  /** Where to ask whether an agency is ready, by name of its subgraph. */
  readonly agencyHealthUrls: ReadonlyMap<string, string>;
  /** The present; replaced in tests. */
  now?(): Date;
}

const file = (path: string) => new URL(`../${path}`, import.meta.url);

/** The subgraph of what belongs to no agency. The store stays the caller's to close. */
export function createOneNetworkSubgraph(options: OneNetworkOptions): Promise<FastifyInstance> {
  const { store, callerKeys, subjectTagKeys, logger, production } = options;
  const now = () => options.now?.() ?? new Date();
  const registry = readServiceRegistry(file('generated/services.json'), { allowSynthetic: !production });
  const agencyHealth = createAgencyHealth(options.agencyHealthUrls, now);
  const oneNetwork = { store, registry, agencyHealth, production, now };
  return createSubgraph<OneNetworkContext>({
    name: SUBGRAPH_NAME,
    typeDefs: readTypeDefs(
      serviceCaseTypeDefs,
      file('schema.graphql'),
      file('generated/serviceCases.graphql'),
    ),
    resolvers: createResolvers(registry.services),
    createContext: (request) => createContext(oneNetwork, request),
    callerKeys,
    subjectTagKeys,
    logger,
    ready: () => store.ready(),
    production,
  });
}
