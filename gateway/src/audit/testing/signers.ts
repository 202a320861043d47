import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCosigner, createNoteSigner, type NoteSigner } from '../checkpoint/noteSigner.ts';
import { parseVerifierKey } from '../verify/signedNote.ts';
import { startWitness, type Witness } from '../witness/startWitness.ts';
import { openWitnessState } from '../witness/witnessState.ts';

const ORIGIN = 'example.com/log';

export function createTestSigner(name = ORIGIN): NoteSigner {
  return createNoteSigner(name, generateKeyPairSync('ed25519').privateKey);
}

export interface TestWitness {
  readonly name: string;
  readonly verifierKey: string;
  readonly folder: string;
  url: string;
  /** Stops, and starts again with what it remembers on the disk. */
  restart(): Promise<void>;
  stop(): Promise<void>;
  remove(): Promise<void>;
}

/** A witness of one log, over HTTP, that remembers in a folder of its own. */
export async function startTestWitness(logKey: string, name: string): Promise<TestWitness> {
  const folder = await mkdtemp(join(tmpdir(), 'audit-witness-'));
  const cosigner = createCosigner(name, generateKeyPairSync('ed25519').privateKey);
  const start = async (port: number): Promise<Witness> =>
    await startWitness({
      cosigner,
      logs: [parseVerifierKey(logKey)],
      state: await openWitnessState(folder),
      now: Date.now,
      host: '127.0.0.1',
      port,
    });
  let witness = await start(0);
  return {
    name,
    verifierKey: cosigner.verifierKey,
    folder,
    url: witness.url,
    async restart() {
      await witness.close();
      witness = await start(Number(new URL(witness.url).port));
    },
    stop: () => witness.close(),
    async remove() {
      await witness.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
