import { type SubgraphResolvers, scalarResolvers } from '@tongban/kit';
import { caseQueries, caseResolvers, linkResolvers } from './caseResolvers.ts';
import type { OneNetworkContext } from './context.ts';
import { organizationQueries, organizationResolvers } from './organizationResolvers.ts';
import { personQueries, personResolvers } from './personResolvers.ts';
import type { Service } from './serviceRegistry.ts';
import { threadQueries, threadResolvers, timelineEventResolvers } from './threadResolvers.ts';

/** All resolvers; every agency's case type gets the same. */
export function createResolvers(services: readonly Service[]): SubgraphResolvers {
  return {
    ...scalarResolvers,
    Query: { ...personQueries, ...caseQueries, ...threadQueries, ...organizationQueries, serviceStatus },
    Person: personResolvers,
    Organization: organizationResolvers,
    CaseThread: threadResolvers,
    TimelineEvent: timelineEventResolvers,
    ...linkResolvers,
    ...Object.fromEntries(services.map(({ type }) => [type, caseResolvers])),
  } as SubgraphResolvers;
}

/** Agencies whose address is not set are not listed: nothing can be said of them. */
async function serviceStatus(_root: unknown, _args: unknown, { registry, agencyHealth }: OneNetworkContext) {
  const answers = await agencyHealth.check();
  return registry.services.flatMap(({ service, subgraph, label }) => {
    const answer = answers.get(subgraph);
    return answer === undefined ? [] : [{ service, name: label.zh, ...answer }];
  });
}
