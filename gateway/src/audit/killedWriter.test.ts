import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { decodeAccessRecord, type OutcomeRecord } from './accessRecord.ts';
import type { LogStore } from './logStore.ts';
import { rootOfTiles } from './merkleTree/inclusionProof.ts';
import { leafHash } from './merkleTree/merkleHash.ts';
import { type TestLog, testLogStores } from './testing/testLogStores.ts';

// biome-ignore lint/style/noProcessEnv: a long run is asked for from outside
const KILLS = Number(process.env.AUDIT_KILLS ?? 50);
const PROGRAM = join(import.meta.dirname, 'testing', 'appendUntilKilled.ts');

function digestOf(ciphertext: Buffer | null): string | null {
  return ciphertext === null ? null : createHash('sha256').update(ciphertext).digest('hex');
}

/** The program, running. `printed` is resolved when it has printed so many receipts from now on, or has ended. */
function run(place: TestLog['place'], name: string) {
  const program = spawn(process.execPath, [PROGRAM, JSON.stringify(place), name], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  program.stdout.setEncoding('utf8').on('data', (data: string) => {
    output += data;
  });
  const ended = once(program, 'close');
  // A line without its end was not printed by one write.
  const receipts = () => output.split('\n').slice(0, -1);

  return {
    async printed(count: number): Promise<void> {
      const until = receipts().length + count;
      while (receipts().length < until && program.exitCode === null && program.signalCode === null) {
        await Promise.race([once(program.stdout, 'data'), ended]);
      }
    },
    async kill(afterMs: number): Promise<string[]> {
      setTimeout(() => program.kill('SIGKILL'), afterMs);
      const [, signal] = await ended;
      expect(signal).toBe('SIGKILL');
      return receipts();
    },
  };
}

/** Mostly while it appends, now and then while it still opens what the last one left. */
async function runAndKill(place: TestLog['place'], name: string): Promise<string[]> {
  const program = run(place, name);
  const appends = Math.random() < 0.8;
  if (appends) await program.printed(1);
  return program.kill(Math.random() * (appends ? 80 : 380));
}

/** More receipts than one has under way at a time: what it prints of them it appended while the other appended too. */
const MORE_THAN_AT_ONCE = 100;

describe.each(await testLogStores())('a writer to $name that is killed', ({ make }) => {
  it(
    `loses no receipt and nothing sealed, leaves no gap and writes nothing twice, ${KILLS} times`,
    async () => {
      const log = await make({ leavesPerPartition: 1_000_000 });
      const hashes: string[] = [];
      const requests = new Set<string>();
      let acknowledged = 0;

      const readOn = async (store: LogStore) => {
        const { size, root } = await store.head();
        expect(size).toBeGreaterThanOrEqual(hashes.length);
        for (const body of await store.entries(hashes.length, size)) {
          const record = decodeAccessRecord(body) as OutcomeRecord;
          const digest = record.payloads[0] as string;
          expect(digestOf(await store.sealed(hashes.length, digest))).toBe(digest);
          hashes.push(leafHash(body).toString('hex'));
          requests.add(record.requestId);
        }
        expect(await rootOfTiles(store.readTile, size)).toEqual(root);
      };

      for (let kill = 0; kill < KILLS; kill++) {
        const receipts = await runAndKill(log.place, `run-${kill}`);
        const store = await log.open();
        try {
          await readOn(store);
          for (const receipt of receipts) {
            const [index, hash, request] = receipt.split(' ') as [string, string, string];
            expect(hashes[Number(index)]).toBe(hash);
            expect(requests.has(request)).toBe(true);
          }
          acknowledged += receipts.length;
        } finally {
          await store.close();
        }
      }
      // Each request was made once: as many records as requests means that none stands twice.
      expect(requests.size).toBe(hashes.length);
      expect(acknowledged).toBeGreaterThan(KILLS);
      expect(hashes.length).toBeGreaterThanOrEqual(acknowledged);
      await log.remove();
    },
    KILLS * 10_000,
  );
});

const [, postgres] = await testLogStores();
if (postgres !== undefined) {
  it(
    'two writers at once, each killed, have neither a place in common nor one left free',
    async () => {
      const log = await postgres.make({ leavesPerPartition: 1_000_000 });
      const places = new Map<number, string>();
      for (let round = 0; round < Math.max(2, KILLS / 10); round++) {
        const writers = ['one', 'two'].map((name) => run(log.place, `${name}-${round}`));
        await Promise.all(writers.map((writer) => writer.printed(1)));
        await Promise.all(writers.map((writer) => writer.printed(MORE_THAN_AT_ONCE)));
        const printed = await Promise.all(writers.map((writer) => writer.kill(Math.random() * 80)));
        for (const receipt of printed.flat()) {
          const [index, , request] = receipt.split(' ') as [string, string, string];
          expect(places.has(Number(index))).toBe(false);
          places.set(Number(index), request);
        }
      }
      const store = await log.open();
      const { size, root } = await store.head();
      const requests = (await store.entries(0, size)).map(
        (body) => (decodeAccessRecord(body) as OutcomeRecord).requestId,
      );
      expect(new Set(requests).size).toBe(size);
      for (const [index, request] of places) expect(requests[index]).toBe(request);
      expect(await rootOfTiles(store.readTile, size)).toEqual(root);
      // Both have written, now one and now the other.
      const names = requests.map((request) => request.slice(0, 3));
      expect(names.filter((name, at) => at > 0 && name !== names[at - 1]).length).toBeGreaterThan(2);
      await store.close();
      await log.remove();
    },
    Math.max(60_000, KILLS * 2_000),
  );
}
