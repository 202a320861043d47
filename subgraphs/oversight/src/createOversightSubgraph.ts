import {
  createSubgraph,
  createSubjectTags,
  readTypeDefs,
  type SubgraphOptions,
  serviceCaseTypeDefs,
  withSharedTypes,
} from '@tongban/kit';
import type { FastifyInstance } from 'fastify';
import type { AccessLogApi } from './accesses/accessLogApi.ts';
import { createContext, type OversightContext } from './context.ts';
import { createFindingKeys } from './findings/findingKeys.ts';
import type { LogProver } from './logWatch/proveLog.ts';
import { resolvers } from './resolvers.ts';
import type { Store } from './store/openStore.ts';

/** The name in the supergraph. */
export const SUBGRAPH_NAME = 'oversight';

export interface OversightOptions
  extends Pick<SubgraphOptions<OversightContext>, 'callerKeys' | 'subjectTagKeys' | 'logger' | 'production'> {
  readonly store: Store;
  readonly accessLog: AccessLogApi;
  readonly logProver: LogProver;
  /** 64 hexadecimal digits. */
  readonly findingKey: string;
  /** The present; replaced in tests. */
  now?(): Date;
}

const file = (path: string) => new URL(`../${path}`, import.meta.url);

/** The subgraph of accountability. The store stays the caller's to close. */
export function createOversightSubgraph(options: OversightOptions): Promise<FastifyInstance> {
  const { store, accessLog, logProver, findingKey, callerKeys, subjectTagKeys, logger, production } = options;
  const oversight = {
    store,
    accessLog,
    logProver,
    findingKeys: createFindingKeys(findingKey),
    tagsOf: createSubjectTags(subjectTagKeys).tagsOf,
    now: () => options.now?.() ?? new Date(),
  };
  return createSubgraph<OversightContext>({
    name: SUBGRAPH_NAME,
    typeDefs: withSharedTypes(readTypeDefs(serviceCaseTypeDefs), [
      readTypeDefs(file('schema.graphql'), file('generated/caseFacts.graphql')),
    ]),
    resolvers,
    createContext: (request) => createContext(oversight, request),
    callerKeys,
    subjectTagKeys,
    logger,
    ready: () => store.ready(),
    production,
  });
}
