import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { addDecision, type FindingDecision, findDecisions } from './decisions.ts';
import { openStore, type Store } from './openStore.ts';
import { testDatabases } from './testStores.ts';

const finding = (letter: string) => `F-${letter.repeat(43)}`;
const decision = (changes: Partial<FindingDecision> = {}): FindingDecision => ({
  finding: finding('a'),
  at: new Date('2026-11-27T10:00:00+08:00'),
  by: 'auditor:case',
  basis: 'AUD-2026-001',
  decision: 'NEEDS_MORE',
  reason: 'The second office was asked for its file.',
  ...changes,
});

const databases = await testDatabases();

describe.each(databases)('decisions on $name', (database) => {
  let store: Store;
  beforeAll(async () => {
    store = await database.open();
  });
  afterAll(() => database.close(store));

  it('are kept beside earlier ones and given newest first', async () => {
    const first = decision();
    // By a clock that was set back: order is that of deciding.
    const second = decision({ at: new Date('2026-11-27T09:00:00+08:00'), decision: 'DISMISSED' });
    await addDecision(store, first);
    await addDecision(store, second);
    await addDecision(store, decision({ finding: finding('b') }));
    const found = await findDecisions(store, [finding('a'), finding('c')]);
    expect([...found]).toEqual([[finding('a'), [second, first]]]);
  });

  it.each([
    ['changed', sql`update finding_decision set reason = 'x'`],
    ['deleted', sql`delete from finding_decision`],
  ])('cannot be %s, by the owner of the tables neither', async (_what, statement) => {
    await addDecision(store, decision());
    await expect(statement.execute(store.database)).rejects.toThrow('kept as they were made');
  });

  it('cannot be replaced or emptied at a stroke', async () => {
    await addDecision(store, decision());
    const statement =
      database.name === 'SQLite'
        ? sql`insert or replace into finding_decision select * from finding_decision`
        : sql`truncate finding_decision`;
    await expect(statement.execute(store.database)).rejects.toThrow('kept as they were made');
  });

  it('are of findings only', async () => {
    await expect(addDecision(store, decision({ finding: 'LA-480101-A1' }))).rejects.toThrow(/check/i);
  });
});

describe('decisions in a file', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'oversight-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are there after a restart', async () => {
    const config = { databaseUrl: null, databaseFile: join(folder, 'new', 'decisions.sqlite') };
    const first = await openStore(config);
    await addDecision(first, decision());
    await first.close();
    const second = await openStore(config);
    expect((await findDecisions(second, [finding('a')])).get(finding('a'))).toEqual([decision()]);
    expect(await second.ready()).toBe(true);
    await second.close();
    expect(await second.ready()).toBe(false);
  });
});
