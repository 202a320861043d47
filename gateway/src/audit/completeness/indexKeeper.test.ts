import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { decodeAccessRecord } from '../accessRecord.ts';
import type { LogStore } from '../logStore.ts';
import { openSequencer, type Sequencer } from '../sequencer.ts';
import { outcomeRecord } from '../testing/records.ts';
import { type TestLog, testLogStores } from '../testing/testLogStores.ts';
import { createIndexKeeper, type IndexKeeper, type IndexKeeperOptions } from './indexKeeper.ts';
import { buildSubjectIndex } from './subjectIndexBuilder.ts';

jest.setTimeout(30_000);

const tag = (person: number) => `e1:${String(person).padStart(43, '0')}`;

describe.each(await testLogStores())('the keeper of the index in $name', ({ make }) => {
  let log: TestLog;
  let store: LogStore;
  let sequencer: Sequencer;
  let keeper: IndexKeeper;
  let failures: Error[];

  const keep = (about: Partial<IndexKeeperOptions> = {}) =>
    createIndexKeeper({ store, sequencer, onFailure: (cause) => failures.push(cause), ...about });
  const look = (...persons: number[]) => sequencer.append(outcomeRecord({ subjects: persons.map(tag) }));

  beforeEach(async () => {
    failures = [];
    log = await make();
    store = await log.open();
    sequencer = await openSequencer({ store });
    keeper = keep();
  });
  afterEach(async () => {
    await keeper.close();
    await sequencer.close();
    await store.close();
    await log.remove();
  });

  it('writes a record of all entries, and none where nothing came since', async () => {
    await look(1);
    await look(1, 2);
    const first = await keeper.refresh();
    const { root } = await buildSubjectIndex(store, 2);
    const [body] = await store.entries(2, 3);
    expect(first.record).toBe(2);
    expect(decodeAccessRecord(body as Buffer)).toMatchObject({
      phase: 'index',
      size: 2,
      tags: 2,
      root: root.toString('hex'),
    });
    expect(await keeper.refresh()).toBe(first);
    expect(await keeper.current()).toBe(first);
    await look(3);
    const second = await keeper.refresh();
    expect([second.record, second.index.size, second.index.tags]).toEqual([4, 4, 3]);
    expect((await first.index.prove(tag(3))).found).toBeNull();
  });

  it('goes on after a restart, and together with others', async () => {
    await look(1);
    await keeper.refresh();
    const other = keep();
    await look(2);
    const { index } = await other.current();
    expect([index.size, index.root]).toEqual([3, (await buildSubjectIndex(store, 3)).root]);
    const both = await Promise.all([keeper.refresh(), keeper.refresh()]);
    expect(both[0]).toBe(both[1]);
    await other.close();
  });

  it('is closed without having read all', async () => {
    await look(1);
    let reads = 0;
    const slow = keep({
      store: {
        ...store,
        head: async () => ({ ...(await store.head()), size: 1_000_000 }),
        async entries() {
          reads += 1;
          const [body] = await store.entries(0, 1);
          return Array.from({ length: 512 }, () => body as Buffer);
        },
      },
    });
    const refused = expect(slow.refresh()).rejects.toThrow('being closed');
    while (reads === 0) await new Promise((resolve) => setImmediate(resolve));
    await slow.close();
    await refused;
    expect(reads).toBeLessThan(100);
    expect(failures).toEqual([]);
  });

  it('writes by itself, and says so where it cannot', async () => {
    await keeper.close();
    await look(1);
    let isDown = true;
    keeper = keep({
      everyMs: 20,
      store: {
        ...store,
        head: async () => {
          if (isDown) throw new Error('the store is down');
          return await store.head();
        },
      },
    });
    while (failures.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(failures[0]?.message).toBe('the store is down');
    isDown = false;
    while ((await store.head()).size < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect((await store.head()).size).toBe(2);
  });
});
