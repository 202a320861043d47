import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { encodeAccessRecord } from '../accessRecord.ts';
import { checkpointText, signCheckpoint } from '../checkpoint/checkpointNote.ts';
import { startCheckpointPublisher } from '../checkpoint/checkpointPublisher.ts';
import { createWitnessClient } from '../checkpoint/witnessClient.ts';
import { exportBundle } from '../exportBundle.ts';
import type { LogStore } from '../logStore.ts';
import { leafHash } from '../merkleTree/merkleHash.ts';
import type { Receipt } from '../sequencer.ts';
import { appendEntries } from '../testing/appendEntries.ts';
import { outcomeRecord } from '../testing/records.ts';
import { createTestSigner, startTestWitness, type TestWitness } from '../testing/signers.ts';
import { type TestLog, testLogStores } from '../testing/testLogStores.ts';
import { type VerifyOptions, verifyBundle } from './verifyBundle.ts';

const SIZE = 700;
const SEEN = 300;
const CHOSEN = [0, 255, 256, 699];
const signer = createTestSigner();
const bodies = Array.from({ length: SIZE }, (_, at) =>
  encodeAccessRecord(outcomeRecord({ requestId: `request-${at}` })),
);
const receipts: Receipt[] = CHOSEN.map((index) => ({
  index,
  leafHash: leafHash(bodies[index] as Buffer).toString('hex'),
}));

let witnesses: TestWitness[];
let policy: string;
let root: string;
let log: TestLog;
let store: LogStore;
/** Bundles without faults: of four records, and of the whole log. */
let some: string;
let whole: string;
/** What was published at 300 records, with its cosignatures. */
let seen: string;
let directory: string;

async function publish(of: LogStore): Promise<string> {
  const publisher = startCheckpointPublisher({
    store: of,
    signer,
    witnesses: witnesses.map((witness) => createWitnessClient(witness, 5_000)),
    onAlarm: () => undefined,
    everyMs: 3_600_000,
  });
  await publisher.publish();
  await publisher.close();
  const latest = await of.latestCheckpoint();
  return `${latest?.note}${latest?.cosignatures.join('')}`;
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'audit-bundles-'));
  witnesses = await Promise.all(
    [1, 2, 3, 4].map((at) => startTestWitness(signer.verifierKey, `w${at}.example`)),
  );
  const lines = witnesses.map(({ verifierKey }, at) => `witness W${at + 1} ${verifierKey}\n`).join('');
  policy = `log ${signer.verifierKey}\n${lines}group agencies 3 W1 W2 W3 W4\nquorum agencies\n`;
  log = await (
    (await testLogStores())[0] as NonNullable<Awaited<ReturnType<typeof testLogStores>>[0]>
  ).make();
  store = await log.open();
  await appendEntries(store, bodies.slice(0, SEEN));
  seen = await publish(store);
  await appendEntries(store, bodies.slice(SEEN));
  await publish(store);
  [some, whole] = [join(root, 'some'), join(root, 'whole')];
  const common = { policy, seenCheckpoint: seen, receipts };
  await exportBundle(store, { directory: some, records: CHOSEN, ...common });
  await exportBundle(store, { directory: whole, records: 'all', ...common });
});
afterAll(async () => {
  await store.close();
  await log.remove();
  for (const witness of witnesses) await witness.remove();
  await rm(root, { recursive: true, force: true });
});
beforeEach(async () => {
  directory = await mkdtemp(join(root, 'copy-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

async function faults(options: Partial<VerifyOptions> = {}): Promise<string[]> {
  const verdict = await verifyBundle({ directory, policy, ...options });
  return verdict.faults.map(({ code, where }) => `${code} ${where}`);
}

async function flip(path: string, at: number): Promise<void> {
  const file = join(directory, path);
  const bytes = await readFile(file);
  const place = at < 0 ? bytes.length + at : at;
  bytes[place] = (bytes[place] as number) ^ 1;
  await writeFile(file, bytes);
}

async function edit(path: string, change: (text: string) => string): Promise<void> {
  const file = join(directory, path);
  const before = await readFile(file, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  await writeFile(file, after);
}

/** Another character of base64 at a place, so that the line is still one of base64. */
const swap = (line: string, at: number) =>
  line.slice(0, at) + (line[at] === 'A' ? 'B' : 'A') + line.slice(at + 1);
const swapLine = (text: string, number: number, at: number) =>
  text
    .split('\n')
    .map((line, index) => (index === number ? swap(line, at) : line))
    .join('\n');

describe('a bundle of some records', () => {
  beforeEach(() => cp(some, directory, { recursive: true }));

  it('is proven as it was written', async () => {
    expect(await verifyBundle({ directory, policy })).toEqual({
      faults: [],
      records: CHOSEN.length,
      size: SIZE,
      cosignedBy: ['W1', 'W2', 'W3', 'W4'],
      stepsBack: [],
      completeness: null,
      indexes: 0,
    });
  });

  it('names a record in which any byte was flipped', async () => {
    const { length } = bodies[255] as Buffer;
    for (let at = 0; at < length; at += 37) {
      await flip('records/255.json', at);
      expect(await faults()).toEqual([
        'RECORD_CHANGED records/255.json',
        'MISSING receipts.json, record 255',
      ]);
      await flip('records/255.json', at);
    }
  });

  it('names a proof in which a hash was changed', async () => {
    const lines = (await readFile(join(directory, 'records/255.tlog-proof'), 'utf8')).indexOf('\n\n');
    const hashes = (await readFile(join(directory, 'records/255.tlog-proof'), 'utf8'))
      .slice(0, lines)
      .split('\n');
    expect(hashes.length).toBeGreaterThan(10);
    for (let number = 3; number < hashes.length; number++) {
      await cp(some, directory, { recursive: true });
      await edit('records/255.tlog-proof', (text) => swapLine(text, number, 5));
      expect(await faults()).toContain('PROOF_CHANGED records/255.tlog-proof');
    }
  });

  it('names the hash that was kept of a record, where it is another', async () => {
    await edit('records/255.tlog-proof', (text) => swapLine(text, 1, 10));
    expect(await faults()).toContain('HASH_CHANGED records/255.tlog-proof');
  });

  it.each([
    ['another record', (text: string) => text.replace('\nindex 255\n', '\nindex 254\n')],
    ['another checkpoint', (text: string) => text.replace(/\n700\n/, '\n701\n')],
    ['nothing that can be read', () => 'c2sp.org/tlog-proof@v2\n'],
  ])('names a proof that is of %s', async (_, change) => {
    await edit('records/255.tlog-proof', change);
    expect(await faults()).toContain('PROOF_CHANGED records/255.tlog-proof');
  });

  it('names a record or a proof that was taken out', async () => {
    await unlink(join(directory, 'records/0.json'));
    await unlink(join(directory, 'records/256.tlog-proof'));
    expect(await faults()).toEqual([
      'MISSING records/0.json',
      'MISSING records/256.json',
      'MISSING receipts.json, record 0',
      'MISSING receipts.json, record 256',
    ]);
  });

  it.each([
    ['its size', (text: string) => text.replace('\n700\n', '\n699\n')],
    ['its root', (text: string) => swapLine(text, 2, 7)],
    ['its origin', (text: string) => text.replace('example.com/log\n', 'example.com/other\n')],
    ['its signature', (text: string) => swapLine(text, 4, 40)],
    ['its form', (text: string) => text.replace('\n\n', '\n')],
  ])('is not believed where the checkpoint was changed in %s', async (_, change) => {
    await edit('checkpoint', change);
    expect(await faults()).toEqual(['CHECKPOINT_CHANGED checkpoint']);
  });

  it('names a cosignature that was changed, and says when too few are left', async () => {
    await edit('checkpoint', (text) => swapLine(text, 5, 60));
    expect(await faults()).toEqual(['COSIGNATURE_CHANGED checkpoint']);
    await edit('checkpoint', (text) => swapLine(text, 6, 60));
    expect(await faults()).toEqual([
      'COSIGNATURE_CHANGED checkpoint',
      'COSIGNATURE_CHANGED checkpoint',
      'QUORUM_MISSING checkpoint',
    ]);
  });

  it('is proven with three of four cosignatures, and not with two', async () => {
    await edit('checkpoint', (text) => text.replace(/— w4\.example .*\n/, ''));
    expect(await faults()).toEqual([]);
    await edit('checkpoint', (text) => text.replace(/— w2\.example .*\n/, ''));
    expect(await faults()).toEqual(['QUORUM_MISSING checkpoint']);
  });

  it('is not believed where the policy in it was changed, by who brings his own', async () => {
    const other = createTestSigner();
    const forged = signCheckpoint({ size: 1, root: leafHash(bodies[0] as Buffer) }, other);
    await writeFile(join(directory, 'checkpoint'), forged);
    await writeFile(join(directory, 'policy'), `log ${other.verifierKey}\nquorum none\n`);
    expect(await faults()).toEqual(['CHECKPOINT_CHANGED checkpoint']);
  });

  it.each([
    ['size', (text: string) => text.replace('700', '699')],
    [
      'root',
      (text: string) =>
        text.replace(/"root":"./, (found) => `${found.slice(0, -1)}${found.endsWith('A') ? 'B' : 'A'}`),
    ],
  ])('names the head of the store where its %s was changed', async (_, change) => {
    await edit('head.json', change);
    expect(await faults()).toEqual(['HEAD_CHANGED head.json']);
  });

  it('names a receipt that the log does not keep', async () => {
    const [first] = receipts as [Receipt];
    const broken = [
      { ...first, leafHash: 'ab'.repeat(32) },
      { ...first, index: SIZE },
    ];
    await writeFile(join(directory, 'receipts.json'), JSON.stringify(broken));
    expect(await faults()).toEqual([
      'RECEIPT_BROKEN receipts.json, record 0',
      'TAIL_MISSING receipts.json, record 700',
    ]);
  });
});

describe('a bundle of the whole log', () => {
  beforeEach(() => cp(whole, directory, { recursive: true }));

  it('is proven as it was written', async () => {
    expect(await verifyBundle({ directory, policy })).toMatchObject({
      faults: [],
      records: SIZE,
      size: SIZE,
    });
  });

  it('names a record in which a byte was flipped', async () => {
    await flip('tile/entries/001', 100);
    expect(await faults()).toEqual(['RECORD_CHANGED record 256']);
  });

  it('names a hash of the lowest tiles that was flipped, and the tiles of those above', async () => {
    await flip('tile/0/000', 5 * 32);
    expect(await faults()).toEqual(['HASH_CHANGED tile/0/000']);
    await cp(whole, directory, { recursive: true });
    await flip('tile/1/000.p/2', 40);
    expect(await faults()).toEqual(['TILE_CHANGED tile/1/000.p/2']);
  });

  it('names tiles that are not there or too short', async () => {
    await unlink(join(directory, 'tile/0/001'));
    await writeFile(join(directory, 'tile/1/000.p/2'), '');
    expect(await faults()).toEqual(['MISSING tile/0/001', 'MALFORMED tile/1/000.p/2']);
  });

  it('says that the end is gone where records were cut off', async () => {
    await unlink(join(directory, 'tile/entries/002.p/188'));
    expect(await faults()).toEqual(['TAIL_MISSING tile/entries', 'MISSING receipts.json, record 699']);
  });

  it('says that the log was rewritten where records and tiles were changed alike', async () => {
    const forged = await (
      (await testLogStores())[0] as NonNullable<unknown> as { make(): Promise<TestLog> }
    ).make();
    const rewritten = await forged.open();
    await appendEntries(rewritten, [
      encodeAccessRecord(outcomeRecord({ requestId: 'forged' })),
      ...bodies.slice(1),
    ]);
    const { root: forgedRoot } = await rewritten.head();
    await rewritten.addCheckpoint({
      size: SIZE,
      root: forgedRoot,
      note: signCheckpoint({ size: SIZE, root: forgedRoot }, signer),
    });
    const checkpoint = await readFile(join(directory, 'checkpoint'));
    await exportBundle(rewritten, { directory, records: 'all', policy });
    await writeFile(join(directory, 'checkpoint'), checkpoint);
    expect(await faults()).toEqual([
      'LOG_REWRITTEN checkpoint',
      'HEAD_CHANGED head.json',
      'RECEIPT_BROKEN receipts.json, record 0',
    ]);
    await rewritten.close();
    await forged.remove();
  });
});

describe('a clock that was set back', () => {
  it('is named and no fault: the order is that of the log', async () => {
    const timed = [
      '01:00:00.000',
      '01:00:01.000',
      '01:00:00.500',
      '00:00:02.000',
      '00:00:03.000',
      '01:00:04.000',
      '00:30:00.000',
    ];
    const log = await (
      (await testLogStores())[0] as NonNullable<unknown> as { make(): Promise<TestLog> }
    ).make();
    const slow = await log.open();
    await appendEntries(
      slow,
      timed.map((time) => encodeAccessRecord(outcomeRecord({ time: `2026-03-02T${time}Z` }))),
    );
    const head = await slow.head();
    await slow.addCheckpoint({ ...head, note: signCheckpoint(head, signer) });
    await exportBundle(slow, { directory, records: 'all', policy });
    const trusting = `log ${signer.verifierKey}\nquorum none\n`;
    expect(await verifyBundle({ directory, policy: trusting })).toMatchObject({
      faults: [],
      stepsBack: [3, 6],
    });
    await slow.close();
    await log.remove();
  });
});

describe('two histories', () => {
  let other: LogStore;
  let otherLog: TestLog;

  beforeEach(async () => {
    otherLog = await (
      (await testLogStores())[0] as NonNullable<unknown> as { make(): Promise<TestLog> }
    ).make();
    other = await otherLog.open();
  });
  afterEach(async () => {
    await other.close();
    await otherLog.remove();
  });

  /** A bundle of another log under the same key, cosigned by nobody: witnesses do not take it. */
  async function exportOther(records: readonly Buffer[], seenCheckpoint: string): Promise<void> {
    await appendEntries(other, records);
    expect((await publish(other)).match(/^— w/gm)).toBeNull();
    await exportBundle(other, { directory, records: [0], policy, seenCheckpoint });
  }

  it('of different length are told apart by who has seen the shorter one', async () => {
    await exportOther([...bodies.slice(1), ...bodies], seen);
    expect(await faults()).toEqual(['QUORUM_MISSING checkpoint', 'SPLIT_VIEW consistency']);
  });

  it('of the same length are told apart by two auditors who compare', async () => {
    const shown = await readFile(join(some, 'checkpoint'), 'utf8');
    await exportOther([...bodies.slice(1), bodies[0] as Buffer], shown);
    expect(await faults()).toEqual(['QUORUM_MISSING checkpoint', 'SPLIT_VIEW seen-checkpoint']);
  });

  it('an old backup in place of the log is named, also where it was published anew', async () => {
    const shown = await readFile(join(some, 'checkpoint'), 'utf8');
    await exportOther(bodies.slice(0, 400), shown);
    expect(await faults()).toEqual(['QUORUM_MISSING checkpoint', 'ROLLED_BACK seen-checkpoint']);
  });

  it('are no fault where one continues the other', async () => {
    await cp(some, directory, { recursive: true });
    expect(await faults({ seenCheckpoint: seen })).toEqual([]);
    await edit('consistency', (text) => swapLine(text, 1, 3));
    expect(await faults()).toEqual(['SPLIT_VIEW consistency']);
  });

  it('a checkpoint that the log did not sign is evidence of nothing', async () => {
    await cp(some, directory, { recursive: true });
    const text = checkpointText(signer.name, { size: 300, root: Buffer.alloc(32) });
    const forged = `${text}\n${signer.signatureLine('another text\n')}`;
    expect(await faults({ seenCheckpoint: forged })).toEqual(['CHECKPOINT_CHANGED seen-checkpoint']);
  });
});

describe('the program', () => {
  const run = (...args: string[]) => {
    const { status, stdout } = spawnSync(process.execPath, [join(import.meta.dirname, 'main.ts'), ...args]);
    return [status, stdout.toString()];
  };

  it('says what is proven, and what is wrong, by its exit code too', async () => {
    const trusted = join(root, 'trusted');
    await writeFile(trusted, policy);
    expect(run(some, '--policy', trusted)).toEqual([
      0,
      'proven: 4 records of 700, cosigned by W1, W2, W3, W4\n',
    ]);
    await cp(whole, directory, { recursive: true });
    await flip('tile/entries/000', 100);
    const [status, output] = run(directory);
    expect(status).toBe(1);
    expect(output).toContain('RECORD_CHANGED record 0: ');
    expect(output).toContain('The policy is the one of the bundle.');
    expect(run()[0]).toBe(2);
  });

  it('reads a bundle in which nothing is left, without falling over', async () => {
    for (const name of await readdir(directory)) await unlink(join(directory, name));
    expect(await faults()).toEqual(['MISSING checkpoint']);
  });
});
