import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { encodeAccessRecord } from '../accessRecord.ts';
import type { LogStore } from '../logStore.ts';
import { appendEntries } from '../testing/appendEntries.ts';
import { outcomeRecord } from '../testing/records.ts';
import { createTestSigner, startTestWitness, type TestWitness } from '../testing/signers.ts';
import { type TestLog, testLogStores } from '../testing/testLogStores.ts';
import { parseCheckpoint } from '../verify/checkpoint.ts';
import { checkSignature, parseVerifierKey } from '../verify/signedNote.ts';
import {
  type CheckpointPublisher,
  type PublisherAlarm,
  startCheckpointPublisher,
} from './checkpointPublisher.ts';
import { createWitnessClient } from './witnessClient.ts';

const records = (count: number, name = 'request') =>
  Array.from({ length: count }, (_, at) => encodeAccessRecord(outcomeRecord({ requestId: `${name}-${at}` })));

describe.each(await testLogStores())('checkpoints of $name', ({ make }) => {
  const signer = createTestSigner();
  let log: TestLog;
  let store: LogStore;
  let witnesses: TestWitness[];
  let alarms: PublisherAlarm[];
  const publishers: CheckpointPublisher[] = [];

  beforeEach(async () => {
    log = await make();
    store = await log.open();
    alarms = [];
    witnesses = await Promise.all(
      [1, 2, 3, 4].map((at) => startTestWitness(signer.verifierKey, `w${at}.example`)),
    );
  });
  afterEach(async () => {
    for (const publisher of publishers.splice(0)) await publisher.close();
    await store.close();
    await log.remove();
    for (const witness of witnesses) await witness.remove();
  });

  function start(of = store, everyMs = 3_600_000, everyLeaves = 10_000): CheckpointPublisher {
    const publisher = startCheckpointPublisher({
      store: of,
      signer,
      witnesses: witnesses.map((witness) => createWitnessClient(witness, 2_000)),
      onAlarm: (alarm) => alarms.push(alarm),
      everyMs,
      everyLeaves,
    });
    publishers.push(publisher);
    return publisher;
  }

  async function latest(of = store) {
    const found = await of.latestCheckpoint();
    if (found === null) return null;
    const { note, size } = parseCheckpoint(found.note + found.cosignatures.join(''));
    const by = witnesses.filter(
      ({ verifierKey }) => checkSignature(note, parseVerifierKey(verifierKey)) === 'valid',
    );
    return {
      size,
      isSigned: checkSignature(note, parseVerifierKey(signer.verifierKey)) === 'valid',
      by: by.map(({ name }) => name),
    };
  }

  /** Witnesses are asked at the same time. */
  const byWitness = () =>
    alarms.toSorted((left, right) => JSON.stringify(left).localeCompare(JSON.stringify(right)));

  const all = ['w1.example', 'w2.example', 'w3.example', 'w4.example'];

  it('are signed by the log and by all witnesses, again and again', async () => {
    const publisher = start();
    await publisher.publish();
    expect(await latest()).toEqual({ size: 0, isSigned: true, by: all });
    for (const size of [300, 600]) {
      await appendEntries(store, records(300, `to-${size}`));
      await publisher.publish();
      expect(await latest()).toEqual({ size, isSigned: true, by: all });
    }
    expect(alarms).toEqual([]);
  });

  it('come by themselves: after their time, and with so many leaves', async () => {
    await appendEntries(store, records(1));
    start(store, 50);
    while ((await latest())?.by.length !== 4) await new Promise((resolve) => setTimeout(resolve, 20));
    const eager = start(store, 3_600_000, 10);
    await appendEntries(store, records(12, 'more'));
    eager.notice(13);
    while ((await latest())?.size !== 13) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(alarms).toEqual([]);
  });

  it('come also without a witness, which is asked again when it is back', async () => {
    await appendEntries(store, records(3));
    const publisher = start();
    await witnesses[1]?.stop();
    await publisher.publish();
    expect(await latest()).toEqual({
      size: 3,
      isSigned: true,
      by: ['w1.example', 'w3.example', 'w4.example'],
    });
    expect(alarms).toMatchObject([{ kind: 'UNREACHABLE', witness: 'w2.example' }]);
    await witnesses[1]?.restart();
    await publisher.publish();
    expect((await latest())?.by).toEqual(all);
  });

  it('go on after a restart from what was published', async () => {
    await appendEntries(store, records(3));
    await start().publish();
    await appendEntries(store, records(3, 'more'));
    await start().publish();
    expect(await latest()).toEqual({ size: 6, isSigned: true, by: all });
    expect(alarms).toEqual([]);
  });

  it('of an old backup are refused by every witness', async () => {
    await appendEntries(store, records(3));
    const backup = await make();
    const restored = await backup.open();
    await appendEntries(restored, records(3));
    const publisher = start();
    await publisher.publish();
    await appendEntries(store, records(5, 'lost'));
    await publisher.publish();

    await start(restored).publish();
    expect(byWitness()).toMatchObject(
      all.map((witness) => ({
        kind: 'WITNESS_DISAGREES',
        witness,
        reason: 'it has seen 8 entries, and there are 3',
      })),
    );
    // And when the backup has grown past what they saw, its history is another.
    await appendEntries(restored, records(9, 'other'));
    alarms = [];
    await start(restored).publish();
    expect(byWitness()).toMatchObject(all.map((witness) => ({ witness, reason: 'it answers 422' })));
    expect((await latest(restored))?.by).toEqual([]);
    for (const open of publishers.splice(0)) await open.close();
    await restored.close();
    await backup.remove();
  });

  it('are not signed over a head that does not continue the last one', async () => {
    await appendEntries(store, records(3));
    const other = await make();
    const rewritten = await other.open();
    await appendEntries(rewritten, records(5, 'other'));
    let current = store;
    const publisher = start({
      ...store,
      head: () => current.head(),
      readTile: (...tile) => current.readTile(...tile),
    });
    await publisher.publish();
    current = rewritten;
    await publisher.publish();
    expect(alarms).toEqual([{ kind: 'REWRITTEN', size: 5 }]);
    expect((await latest())?.size).toBe(3);
    await rewritten.close();
    await other.remove();
  });

  it('do not take a signature that the witness did not make', async () => {
    await appendEntries(store, records(3));
    const [first, second] = witnesses as [TestWitness, TestWitness];
    [first.url, second.url] = [second.url, first.url];
    await start().publish();
    expect(alarms.map(({ kind }) => kind)).toEqual(['UNREACHABLE', 'UNREACHABLE']);
    expect((await latest())?.by).toEqual(['w3.example', 'w4.example']);
  });
});
