import {
  createSubgraph,
  createVisibility,
  readTypeDefs,
  type SubgraphOptions,
  serviceCaseTypeDefs,
} from '@tongban/kit';
import { createAgencyRequest } from './agencyRequest.ts';
import { AGENCY } from './caseAnswer.ts';
import { createCasesOfPersonLoader } from './casesOfPersonLoader.ts';
import type { MediationContext } from './context.ts';
import { createMediationCaseLoader } from './mediationCaseLoader.ts';
import { createMediationSystems } from './mediationSystems.ts';
import { resolvers } from './resolvers.ts';

export interface MediationSubgraphOptions
  extends Pick<SubgraphOptions<MediationContext>, 'callerKeys' | 'subjectTagKeys' | 'logger' | 'production'> {
  /** `<region prefix>=<url>,…`; the longest prefix wins. */
  readonly systems: string;
  /** What the systems know this subgraph by. */
  readonly token: string;
  /** For one call to a system. */
  readonly timeoutMs: number;
  /** For everything that one request asks of systems, waiting for turns included. */
  readonly requestBudgetMs: number;
  /** Calls under way at once, for each system. */
  readonly maxConcurrentCalls: number;
  now?(): Date;
}

/**
 * The subgraph of mediation over the systems named.
 * @throws Error listing every mistake in `systems`.
 */
export function createMediationSubgraph(options: MediationSubgraphOptions) {
  const { callerKeys, subjectTagKeys, logger, production, requestBudgetMs, now = () => new Date() } = options;
  const systems = createMediationSystems({ ...options, spec: options.systems });
  const visibility = createVisibility('MEDIATION', { now });
  return createSubgraph<MediationContext>({
    name: AGENCY,
    typeDefs: readTypeDefs(serviceCaseTypeDefs, new URL('../schema.graphql', import.meta.url)),
    resolvers,
    hidesCases: true,
    createContext({ caller, requestId, signal, access, tagOf }) {
      const request = createAgencyRequest({ requestId, signal, budgetMs: requestBudgetMs });
      const parts = { caller, visibility, access, systems, request };
      return {
        ...parts,
        cases: createMediationCaseLoader(parts),
        casesOfPerson: createCasesOfPersonLoader({ ...parts, production }),
        now,
        tagOf,
      };
    },
    callerKeys,
    subjectTagKeys,
    logger,
    // One province that answers is enough to be of use.
    ready: async () => (await Promise.all(systems.all().map((api) => api.isReady()))).some(Boolean),
    production,
  });
}
