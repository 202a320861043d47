import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { encodeAccessRecord, MAX_RECORD_BYTES } from './accessRecord.ts';
import { HeadMoved, type LogBatch, type LogStore } from './logStore.ts';
import { inclusionProof, rootOfTiles } from './merkleTree/inclusionProof.ts';
import { leafHash } from './merkleTree/merkleHash.ts';
import {
  type LogState,
  LogUnavailable,
  openSequencer,
  type Receipt,
  type Sequencer,
  type SequencerOptions,
} from './sequencer.ts';
import { appendEntries } from './testing/appendEntries.ts';
import { intentRecord, outcomeRecord } from './testing/records.ts';
import { sealedAs } from './testing/sealedAs.ts';
import { asOwner, type TestLog, testLogStores } from './testing/testLogStores.ts';
import { isIncluded } from './verify/merkleProof.ts';

jest.setTimeout(30_000);

const record = (id: string | number) => intentRecord({ requestId: `request-${id}` });

/** Patient, as machines that run tests are slow at times; what is about patience says how much. */
const open = (options: SequencerOptions) => openSequencer({ patienceMs: 30_000, ...options });

/** Receipts in the order in which they were asked for, whatever became of them. */
async function settled(receipts: readonly Promise<Receipt>[]): Promise<(number | string)[]> {
  const results = await Promise.allSettled(receipts);
  return results.map((result) =>
    result.status === 'fulfilled' ? result.value.index : (result.reason as Error).message,
  );
}

/** A store in which appending can be made to fail, before or after it is done. */
function breakable(store: LogStore) {
  const faults: ('before' | 'after' | 'never')[] = [];
  const batches: LogBatch[] = [];
  let isDown = false;
  const down = () => Promise.reject(new Error('connection refused'));
  const broken: LogStore = {
    ...store,
    head: () => (isDown ? down() : store.head()),
    async append(batch) {
      if (isDown) return down();
      const fault = faults.shift();
      if (fault === 'before') throw new Error('connection reset');
      if (fault === 'never') return new Promise(() => undefined);
      await store.append(batch);
      batches.push(batch);
      if (fault === 'after') throw new Error('connection reset');
    },
  };
  return {
    store: broken,
    faults,
    batches,
    setDown: (value: boolean) => {
      isDown = value;
    },
  };
}

describe.each(await testLogStores())('the sequencer on $name', ({ make }) => {
  let log: TestLog;
  let store: LogStore;
  let states: LogState[];
  const onStateChange = (state: LogState) => states.push(state);

  beforeEach(async () => {
    states = [];
    log = await make();
    store = await log.open();
  });
  afterEach(async () => {
    await store.close();
    await log.remove();
  });

  it('gives each record its place and hash, which the log can prove', async () => {
    const sequencer = await open({ store });
    const records = Array.from({ length: 700 }, (_, at) => record(at));
    const receipts = await Promise.all(records.map((each) => sequencer.append(each)));
    expect(receipts.map(({ index }) => index)).toEqual(records.map((_, at) => at));
    const { size, root } = await store.head();
    expect(size).toBe(700);
    for (const at of [0, 255, 256, 699]) {
      const leaf = leafHash(encodeAccessRecord(records[at] as (typeof records)[0]));
      expect(receipts[at]?.leafHash).toBe(leaf.toString('hex'));
      expect(isIncluded(leaf, at, size, await inclusionProof(store.readTile, at, size), root)).toBe(true);
    }
    await sequencer.close();
  });

  const all = (sequencer: Sequencer, count: number, from = 0) =>
    Promise.all(Array.from({ length: count }, (_, at) => sequencer.append(record(from + at))));
  const sizes = (batches: readonly LogBatch[]) => batches.map(({ entries }) => entries.length);

  it('writes one alone at once, and in one commit all that come while another is written', async () => {
    const { store: counted, batches } = breakable(store);
    const sequencer = await open({ store: counted });
    await sequencer.append(record('alone'));
    await all(sequencer, 600);
    expect(sizes(batches)).toEqual([1, 256, 256, 88]);
    const first = all(sequencer, 3, 600);
    await new Promise((resolve) => setImmediate(resolve));
    await Promise.all([first, all(sequencer, 200, 700)]);
    expect(sizes(batches.slice(4))).toEqual([3, 200]);
    await sequencer.close();
  });

  it('waits for more where it is told to, and no longer than it is told', async () => {
    const { store: counted, batches } = breakable(store);
    const sequencer = await open({ store: counted, batchDelayMs: 500 });
    const first = sequencer.append(record('alone'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    await Promise.all([first, all(sequencer, 30)]);
    expect(sizes(batches)).toEqual([31]);
    await sequencer.close();
  });

  it('has acknowledged nothing that is not in the store', async () => {
    const { store: watched, batches } = breakable(store);
    let written = 0;
    const sequencer = await open({
      store: {
        ...watched,
        async append(batch) {
          await new Promise((resolve) => setTimeout(resolve, 20));
          await watched.append(batch);
          written = batch.to.size;
        },
      },
    });
    await Promise.all(
      Array.from({ length: 300 }, async (_, at) => {
        const { index } = await sequencer.append(record(at));
        expect(index).toBeLessThan(written);
      }),
    );
    expect(batches.length).toBeGreaterThan(1);
    await sequencer.close();
  });

  it('goes on behind another that writes to the same store', async () => {
    const other = 'folder' in log.place ? store : await log.open();
    const [one, two] = await Promise.all([open({ store }), open({ store: other })]);
    const receipts = await Promise.all(
      Array.from({ length: 1_000 }, async (_, at) => {
        await new Promise((resolve) => setTimeout(resolve, at / 5));
        return await (at % 2 === 0 ? one : two).append(record(at));
      }),
    );
    expect(receipts.map(({ index }) => index).sort((a, b) => a - b)).toEqual(receipts.map((_, at) => at));
    const bodies = await store.entries(0, 1_000);
    for (const [at, { index }] of receipts.entries()) {
      expect(bodies[index]).toEqual(encodeAccessRecord(record(at)));
    }
    const { root } = await store.head();
    expect(await rootOfTiles(store.readTile, 1_000)).toEqual(root);
    await one.close();
    await two.close();
    if (other !== store) await other.close();
  });

  it.each(['before', 'after', 'never'] as const)(
    'writes a record once where the store breaks %s it is written',
    async (fault) => {
      const { store: broken, faults } = breakable(store);
      const sequencer = await open({ store: broken, patienceMs: 300, onStateChange });
      faults.push(fault);
      const first = sequencer.append(record(1));
      if (fault === 'never') await expect(first).rejects.toThrow(LogUnavailable);
      else expect((await first).index).toBe(0);
      faults.push(fault);
      if (fault !== 'never') {
        const more = Array.from({ length: 300 }, (_, at) => sequencer.append(record(`more-${at}`)));
        expect(await settled(more)).toEqual(more.map((_, at) => at + 1));
        expect((await store.head()).size).toBe(301);
        expect(states).toEqual(['open']);
      }
      await sequencer.close();
    },
  );

  it('finds its batch also where another has already written behind it', async () => {
    const { store: broken, batches } = breakable(store);
    let isFirst = true;
    const sequencer = await open({
      store: {
        ...broken,
        async append(batch) {
          await broken.append(batch);
          if (!isFirst) return;
          isFirst = false;
          await appendEntries(store, [encodeAccessRecord(outcomeRecord())]);
          throw new Error('connection reset');
        },
      },
    });
    expect((await sequencer.append(record(1))).index).toBe(0);
    expect((await sequencer.append(record(2))).index).toBe(2);
    expect(batches).toHaveLength(2);
    await sequencer.close();
  });

  it('does not give up because others are faster', async () => {
    let others = 30;
    const sequencer = await open({
      store: {
        ...store,
        append: (batch) => (others-- > 0 ? Promise.reject(new HeadMoved()) : store.append(batch)),
      },
      patienceMs: 100,
      onStateChange,
    });
    expect((await sequencer.append(record(1))).index).toBe(0);
    expect(states).toEqual(['open']);
    await sequencer.close();
  });

  it('closes when the store is gone, says so at once to others, and opens when it is back', async () => {
    const { store: broken, setDown } = breakable(store);
    const options = { patienceMs: 200, probeMs: 50, onStateChange };
    const sequencer = await open({ store: broken, ...options });
    await sequencer.append(record(0));
    setDown(true);
    const refused = 'The access log does not answer.';
    expect(await settled([1, 2, 3].map((at) => sequencer.append(record(at))))).toEqual([
      refused,
      refused,
      refused,
    ]);
    expect(sequencer.state()).toBe('unavailable');
    const asked = performance.now();
    await expect(sequencer.append(record(4))).rejects.toThrow(LogUnavailable);
    expect(performance.now() - asked).toBeLessThan(100);
    setDown(false);
    while (sequencer.state() === 'unavailable') await new Promise((resolve) => setTimeout(resolve, 20));
    expect(states).toEqual(['open', 'unavailable', 'recovered']);
    expect((await sequencer.append(record(5))).index).toBe(1);
    expect(states).toEqual(['open', 'unavailable', 'recovered', 'open']);
    await sequencer.close();
  });

  it('starts closed where the store is down, and opens by itself', async () => {
    const { store: broken, setDown } = breakable(store);
    setDown(true);
    const sequencer = await open({ store: broken, probeMs: 20, onStateChange });
    await expect(sequencer.append(record(0))).rejects.toThrow(LogUnavailable);
    setDown(false);
    while (sequencer.state() === 'unavailable') await new Promise((resolve) => setTimeout(resolve, 20));
    expect((await sequencer.append(record(1))).index).toBe(0);
    expect(states).toEqual(['unavailable', 'recovered', 'open']);
    await sequencer.close();
  });

  it('sheds what is too much, and drops nothing of what it took', async () => {
    const sequencer = await open({ store, maxWaiting: 500 });
    const all = await settled(Array.from({ length: 800 }, (_, at) => sequencer.append(record(at))));
    expect(all.slice(0, 500)).toEqual(Array.from({ length: 500 }, (_, at) => at));
    expect(new Set(all.slice(500))).toEqual(new Set(['The access log has too much to write.']));
    expect((await sequencer.append(record('later'))).index).toBe(500);
    expect(sequencer.state()).toBe('open');
    await sequencer.close();
  });

  it('answers everybody before it closes, and takes no more', async () => {
    const sequencer = await open({ store, batchDelayMs: 10_000 });
    const waiting = settled([1, 2, 3].map((at) => sequencer.append(record(at))));
    await sequencer.close();
    expect(await waiting).toEqual([0, 1, 2]);
    await expect(sequencer.append(record(4))).rejects.toThrow(LogUnavailable);
  });

  it('writes what was sealed with its record, and refuses what does not belong to it', async () => {
    const sequencer = await open({ store });
    const [one, two] = [sealedAs(1), sealedAs(2)];
    const naming = outcomeRecord({
      subjects: [one.subject, 'e1:'.padEnd(46, 'x'), two.subject],
      payloads: [one.digest, null, two.digest],
    });
    const { index } = await sequencer.append(naming, [two, one]);
    expect(await store.sealed(index, one.digest)).toEqual(one.ciphertext);
    expect(await store.sealed(index, two.digest)).toEqual(two.ciphertext);
    for (const [record, sealed] of [
      [naming, [one]],
      [naming, [one, two, sealedAs(3)]],
      [naming, [one, two, two]],
      [naming, [one, { ...two, subject: one.subject }]],
      [outcomeRecord(), [one]],
      [intentRecord(), [one]],
    ] as const) {
      await expect(sequencer.append(record, sealed)).rejects.toThrow('do not belong together');
    }
    expect((await store.head()).size).toBe(1);
    await sequencer.close();
  });

  it('divides what is too much for one batch, and refuses what is too much for any', async () => {
    const { store: counted, batches } = breakable(store);
    const sequencer = await open({ store: counted, batchDelayMs: 500 });
    const heavy = [1, 2, 3].map((number) => {
      const sealed = sealedAs(number, { bytes: 3_500_000 });
      return { sealed, record: outcomeRecord({ subjects: [sealed.subject], payloads: [sealed.digest] }) };
    });
    await Promise.all(heavy.map(({ record, sealed }) => sequencer.append(record, [sealed])));
    expect(batches.map(({ entries }) => entries.length)).toEqual([2, 1]);
    for (const [at, { sealed }] of heavy.entries())
      expect((await store.sealed(at, sealed.digest))?.equals(sealed.ciphertext)).toBe(true);
    const all = outcomeRecord({
      subjects: heavy.map(({ sealed }) => sealed.subject),
      payloads: heavy.map(({ sealed }) => sealed.digest),
    });
    const refused = sequencer.append(
      all,
      heavy.map(({ sealed }) => sealed),
    );
    await expect(refused).rejects.toThrow('bytes');
    expect((await sequencer.append(record(1))).index).toBe(3);
    await sequencer.close();
  });

  it('takes neither what is no record nor what is too long, and goes on', async () => {
    const sequencer = await open({ store });
    const fields = Array.from({ length: MAX_RECORD_BYTES / 10 }, () => 'Type.field');
    await expect(sequencer.append(intentRecord({ fields }))).rejects.toThrow('bytes');
    await expect(sequencer.append(intentRecord({ requestId: '张三' }))).rejects.toThrow('requestId');
    expect((await sequencer.append(record(1))).index).toBe(0);
    await sequencer.close();
  });
});

const [, postgres] = await testLogStores();
if (postgres !== undefined) {
  it('the sequencer stays closed on a log whose hashes were changed', async () => {
    const log = await postgres.make();
    const store = await log.open();
    await appendEntries(store, [encodeAccessRecord(record(0))]);
    const { schema } = log.place as { schema: string };
    await asOwner(async (owner) => {
      await owner.query(`alter table ${schema}.audit_leaf disable trigger all`);
      await owner.query(`update ${schema}.audit_leaf set leaf_hash = sha256('')`);
    });
    const causes: (string | undefined)[] = [];
    const sequencer = await open({
      store,
      onStateChange: (_, cause) => causes.push(cause?.message),
    });
    expect(sequencer.state()).toBe('unavailable');
    expect(causes).toEqual(['the access log does not have the root that its head says']);
    await sequencer.close();
    await store.close();
    await log.remove();
  });
}
