import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { openDatabase } from '@tongban/agency-kit';
import * as forensicAppraisal from '@tongban/forensic-appraisal-system';
import * as legalAid from '@tongban/legal-aid-system';
import * as mediation from '@tongban/mediation-system';
import * as notary from '@tongban/notary-system';
import * as oneNetwork from '@tongban/one-network-subgraph';
import { generateWorld, type WorldSlice } from '@tongban/synthetic';

export interface SeedStoresOptions {
  /** Holds one SQLite file for each agency system. */
  readonly agenciesDirectory: string;
  /** PGlite's folder; unused with `databaseUrl`. */
  readonly oneNetworkDirectory: string;
  readonly databaseUrl: string | null;
  /** 64 hexadecimal digits each. */
  readonly personIdKey: string;
  readonly credentialKey: string;
  readonly persons: number;
  readonly seed: number;
  onProgress(persons: number): void;
}

/** How much the stores hold now. */
export interface SeedCounts {
  readonly persons: number;
  readonly cases: number;
  readonly threads: number;
  readonly links: number;
}

interface AgencySystem {
  readonly migrations: readonly string[];
  importSlice(database: DatabaseSync, slice: WorldSlice): void;
}

const systems: Readonly<Record<string, AgencySystem>> = {
  'legal-aid': legalAid,
  notary,
  'forensic-appraisal': forensicAppraisal,
  mediation,
};

/** Empties every store and fills it with the synthetic world, slice by slice, so that memory stays bounded. */
export async function seedStores(options: SeedStoresOptions): Promise<SeedCounts> {
  const databases = Object.entries(systems).map(([name, system]) => {
    const file = join(options.agenciesDirectory, `${name}.sqlite`);
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
    return { system, database: openDatabase(file, system.migrations) };
  });
  if (options.databaseUrl === null) rmSync(options.oneNetworkDirectory, { recursive: true, force: true });
  const store = await oneNetwork.openStore({
    databaseUrl: options.databaseUrl,
    dataDirectory: options.oneNetworkDirectory,
    personIdKey: options.personIdKey,
    credentialKey: options.credentialKey,
  });
  const counts = { persons: 0, cases: 0, threads: 0, links: 0 };
  try {
    await oneNetwork.emptyStore(store);
    for (const slice of generateWorld({ persons: options.persons, seed: options.seed })) {
      const pointers = oneNetwork.importSlice(store, slice);
      for (const { system, database } of databases) system.importSlice(database, slice);
      await pointers;
      counts.persons += slice.persons.length;
      counts.cases += slice.cases.length;
      counts.threads += slice.threads.length;
      counts.links += slice.links.length;
      options.onProgress(counts.persons);
    }
  } finally {
    await store.close();
    for (const { database } of databases) database.close();
  }
  return counts;
}
