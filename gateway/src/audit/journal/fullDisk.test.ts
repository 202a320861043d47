import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { decodeAccessRecord, type OutcomeRecord } from '../accessRecord.ts';
import { rootOfTiles } from '../merkleTree/inclusionProof.ts';
import { leafHash } from '../merkleTree/merkleHash.ts';
import { type TestLog, testLogStores } from '../testing/testLogStores.ts';

jest.setTimeout(60_000);

const PROGRAM = join(import.meta.dirname, '..', 'testing', 'appendWhileFull.ts');
/** What a file may have while the disk is full, and when there is room again: the kernel refuses a write beyond it. */
const FULL_KIB = 300;
const ROOM_BYTES = 64 * 1024 * 1024;

let log: TestLog;
let folder: string;
let writer: ChildProcess | null;
let output: string;

beforeEach(async () => {
  const [journal] = await testLogStores();
  log = await (journal as NonNullable<typeof journal>).make();
  folder = (log.place as { folder: string }).folder;
  writer = null;
  output = '';
});
afterEach(async () => {
  await kill();
  await log.remove();
});

const lines = () => output.split('\n').slice(0, -1);
const states = () => lines().filter((line) => /^[a-z]+$/.test(line));
const receipts = () => lines().filter((line) => /^\d/.test(line));

async function until(isSo: () => boolean): Promise<number> {
  const since = performance.now();
  while (!isSo()) {
    expect(performance.now() - since).toBeLessThan(30_000);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return performance.now() - since;
}

function start(): ChildProcess {
  const limited = `ulimit -S -f ${FULL_KIB} && exec "$0" "$@"`;
  const program = spawn('bash', ['-c', limited, process.execPath, PROGRAM, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  program.stdout.on('data', (data) => {
    output += data;
  });
  writer = program;
  return program;
}

async function kill(): Promise<void> {
  if (writer === null || writer.signalCode !== null) return;
  writer.kill('SIGKILL');
  await once(writer, 'close');
}

/** Every receipt stands where it says, with what was sealed; nothing stands twice, and what was refused has no place that was given. */
async function isWhole(): Promise<number> {
  const store = await log.open();
  const { size, root } = await store.head();
  const requests = new Map<string, number>();
  for (const [at, body] of (await store.entries(0, size)).entries()) {
    const record = decodeAccessRecord(body) as OutcomeRecord;
    requests.set(record.requestId, at);
    expect(await store.sealed(at, record.payloads[0] as string)).not.toBeNull();
  }
  expect(requests.size).toBe(size);
  for (const receipt of receipts()) {
    const [index, hash, request] = receipt.split(' ') as [string, string, string];
    expect(requests.get(request)).toBe(Number(index));
    const [body] = await store.entries(Number(index), Number(index) + 1);
    expect(leafHash(body as Buffer).toString('hex')).toBe(hash);
  }
  expect(await rootOfTiles(store.readTile, size)).toEqual(root);
  await store.close();
  return size;
}

it('a journal on a full disk refuses, and goes on where it stopped when there is room', async () => {
  const { pid } = start();
  await until(() => states().at(-1) === 'unavailable');
  const before = receipts().length;
  expect(before).toBeGreaterThan(10);
  const refused = lines().length;
  await until(() => lines().length > refused + 20);
  expect(
    lines()
      .slice(refused)
      .every((line) => line.startsWith('refused ')),
  ).toBe(true);
  execFileSync('prlimit', ['--pid', String(pid), `--fsize=${ROOM_BYTES}:`]);
  expect(await until(() => states().at(-1) === 'open')).toBeLessThan(5_000);
  await until(() => receipts().length > before + 50);
  expect(states()).toEqual(['open', 'unavailable', 'recovered', 'open']);
  await kill();
  expect(await isWhole()).toBeGreaterThanOrEqual(receipts().length);
});

it('a journal whose writer was killed on a full disk has all that was acknowledged, and no torn end', async () => {
  start();
  await until(() => states().at(-1) === 'unavailable');
  await kill();
  const size = await isWhole();
  expect(size).toBeGreaterThanOrEqual(receipts().length);
  // Opened on the full disk again, it stays closed, and spoils nothing.
  start();
  await until(() => states().at(-1) === 'unavailable');
  await kill();
  expect(await isWhole()).toBeGreaterThanOrEqual(size);
});
