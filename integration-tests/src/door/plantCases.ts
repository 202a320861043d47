import { createHash } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { openDatabase } from '@tongban/agency-kit';
import * as forensicAppraisal from '@tongban/forensic-appraisal-system';
import * as legalAid from '@tongban/legal-aid-system';
import * as mediation from '@tongban/mediation-system';
import * as notary from '@tongban/notary-system';
import type { SyntheticCase, WorldSlice } from '@tongban/synthetic';
import { testGraph } from '../client.ts';

const systems = { 'legal-aid': legalAid, notary, 'forensic-appraisal': forensicAppraisal, mediation };
type AgencySystem = {
  readonly migrations: readonly string[];
  importSlice(database: DatabaseSync, slice: WorldSlice): void;
};

/**
 * Puts cases into the stores of the running agency systems, as each takes them over from the synthetic world. Suites share
 * a graph: what one of them has planted is there for the others.
 */
export function plantCases(cases: readonly SyntheticCase[]): void {
  const { dataDirectory } = testGraph();
  const keys = createHash('sha256').update(cases.map(({ key }) => key).join());
  const marker = join(dataDirectory, `planted-${keys.digest('hex').slice(0, 16)}`);
  if (existsSync(marker)) return;
  const slice: WorldSlice = { persons: [], bodies: [], practitioners: [], cases, threads: [], links: [] };
  for (const [name, system] of Object.entries(systems) as [string, AgencySystem][]) {
    const file = join(dataDirectory, 'agencies', `${name}.sqlite`);
    const database = openDatabase(file, system.migrations);
    try {
      system.importSlice(database, slice);
    } finally {
      database.close();
    }
  }
  writeFileSync(marker, '');
}
