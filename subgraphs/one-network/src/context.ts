import { createBatchLoader, type SubgraphRequest } from '@tongban/kit';
import type DataLoader from 'dataloader';
import type { AgencyHealth } from './agencyHealth.ts';
import type { ServiceRegistry } from './serviceRegistry.ts';
import { findLinks, type LinkRecord } from './store/findLinks.ts';
import { findOrganizations } from './store/findOrganizations.ts';
import { findPersons } from './store/findPersons.ts';
import { findThreadNosOfCases, findThreads } from './store/findThreads.ts';
import type { Store } from './store/openStore.ts';
import type { OrganizationEntry, ThreadEntry } from './store/pointerSlice.ts';
import type { PersonRecord } from './store/sealedPerson.ts';

/** What lives as long as the process. */
export interface OneNetwork {
  readonly store: Store;
  readonly registry: ServiceRegistry;
  readonly agencyHealth: AgencyHealth;
  readonly production: boolean;
  now(): Date;
}

/** What every resolver is given, built afresh for each request: loaders remember, and callers differ. */
export interface OneNetworkContext extends OneNetwork, Pick<SubgraphRequest, 'caller' | 'access' | 'tagsOf'> {
  /** By id of the graph; an id of a former document leads to the person of today. */
  readonly persons: DataLoader<string, PersonRecord | null, string>;
  readonly organizations: DataLoader<string, OrganizationEntry | null, string>;
  readonly threads: DataLoader<string, ThreadEntry | null, string>;
  /** Thread number by case id. */
  readonly threadNosOfCases: DataLoader<string, string | null, string>;
  /** Links by case id. */
  readonly links: DataLoader<string, readonly LinkRecord[] | null, string>;
}

/** Most keys of one statement. */
const MAX_BATCH_SIZE = 1_000;

export function createContext(
  oneNetwork: OneNetwork,
  { caller, access, tagsOf }: Pick<SubgraphRequest, 'caller' | 'access' | 'tagsOf'>,
): OneNetworkContext {
  const { store } = oneNetwork;
  const loader = <V>(
    name: string,
    load: (store: Store, keys: readonly string[]) => Promise<Map<string, V>>,
  ) =>
    createBatchLoader<string, V>({ name, maxBatchSize: MAX_BATCH_SIZE, load: (keys) => load(store, keys) });
  return {
    ...oneNetwork,
    caller,
    access,
    tagsOf,
    persons: loader('persons', findPersons),
    organizations: loader('organizations', findOrganizations),
    threads: loader('threads', findThreads),
    threadNosOfCases: loader('threads of cases', findThreadNosOfCases),
    links: loader('links', findLinks),
  };
}
