import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import type { LogStore } from '../logStore.ts';
import type { SubjectKeyRows } from '../payloads/subjectKeyRows.ts';
import { appendEntries } from '../testing/appendEntries.ts';
import { sealedAs } from '../testing/sealedAs.ts';
import { asOwner, type TestLog, testLogStores } from '../testing/testLogStores.ts';

const [, postgres] = await testLogStores();
if (postgres !== undefined) {
  let place: TestLog;
  let log: LogStore;
  let keys: SubjectKeyRows;

  beforeAll(async () => {
    place = await postgres.make();
    log = await place.open();
    keys = await place.openKeys();
  });
  afterAll(async () => {
    await keys.close();
    await log.close();
    await place.remove();
  });

  it('a seed is on the disk when the record is that its key has sealed for', () =>
    asOwner(async (owner) => {
      const sealed = sealedAs(1);
      await keys.addSeeds(new Map([[sealed.subject, randomBytes(48)]]));
      const end = await written(owner);
      await appendEntries(log, [Buffer.from('a record')], [sealed.subject], [sealed]);
      expect(await isOnDisk(owner, end)).toBe(true);
    }));

  it('a seed by itself is not waited for, and one that is erased is', () =>
    asOwner(async (owner) => {
      const waited = { adding: 0, erasing: 0 };
      for (let round = 0; round < 20; round++) {
        await keys.addSeeds(new Map([['e1:somebody', randomBytes(48)]]));
        if (await isOnDisk(owner, await written(owner))) waited.adding += 1;
        const end = await written(owner);
        await keys.erase('e1:somebody');
        // Its commit stands behind what was written before it, which then is on the disk too.
        if (await isOnDisk(owner, end)) waited.erasing += 1;
      }
      // Others write to this server too, and what they wait for is on the disk with all before it.
      expect(waited.adding).toBeLessThan(20);
      expect(waited.erasing).toBe(20);
    }));
}

/** Where the write-ahead log ends. */
async function written(owner: Client): Promise<string> {
  const { rows } = await owner.query<{ end: string }>('select pg_current_wal_insert_lsn() as end');
  return rows[0]?.end as string;
}

async function isOnDisk(owner: Client, end: string): Promise<boolean> {
  const { rows } = await owner.query<{ is: boolean }>(
    'select pg_current_wal_flush_lsn() >= $1::pg_lsn as is',
    [end],
  );
  return rows[0]?.is === true;
}
