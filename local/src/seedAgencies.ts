import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from '@tongban/agency-kit';
import * as forensicAppraisal from '@tongban/forensic-appraisal-system';
import * as legalAid from '@tongban/legal-aid-system';
import * as mediation from '@tongban/mediation-system';
import * as notary from '@tongban/notary-system';
import { generateWorld, type WorldSlice } from '@tongban/synthetic';
import type { SeedStoresOptions } from './seedStores.ts';

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

const { agenciesDirectory, persons, seed, variants } = workerData as SeedStoresOptions;
const databases = Object.entries(systems).map(([name, system]) => {
  const file = join(agenciesDirectory, `${name}.sqlite`);
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
  const database = openDatabase(file, system.migrations);
  // A seeding that was cut short is done again from nothing, so nothing need be safe before its end.
  database.exec('PRAGMA synchronous = OFF');
  return { system, database };
});

const counts = { persons: 0, cases: 0, threads: 0, links: 0 };
for (const slice of generateWorld({ persons, seed, variants })) {
  for (const { system, database } of databases) system.importSlice(database, slice);
  counts.persons += slice.persons.length;
  counts.cases += slice.cases.length;
  counts.threads += slice.threads.length;
  counts.links += slice.links.length;
  parentPort?.postMessage(counts);
}
for (const { database } of databases) {
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
}
