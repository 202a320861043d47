import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeAccessRecord, subjectsOfRecord } from '../../../gateway/src/audit/accessRecord.ts';
import { blastRadius, type LooksMeant } from '../../../gateway/src/audit/blastRadius.ts';
import { signCheckpoint } from '../../../gateway/src/audit/checkpoint/checkpointNote.ts';
import { createNoteSigner } from '../../../gateway/src/audit/checkpoint/noteSigner.ts';
import { createIndexKeeper } from '../../../gateway/src/audit/completeness/indexKeeper.ts';
import { exportBundle } from '../../../gateway/src/audit/exportBundle.ts';
import { openJournal } from '../../../gateway/src/audit/journal/openJournal.ts';
import type { LogStore } from '../../../gateway/src/audit/logStore.ts';
import { leafHash } from '../../../gateway/src/audit/merkleTree/merkleHash.ts';
import { TileTree } from '../../../gateway/src/audit/merkleTree/tileTree.ts';
import { readAllEntries } from '../../../gateway/src/audit/readAllEntries.ts';
import { openSequencer } from '../../../gateway/src/audit/sequencer.ts';
import { verifyBundle } from '../../../gateway/src/audit/verify/verifyBundle.ts';
import { benchOutcome } from './benchRecord.ts';

export interface VerificationFigures {
  readonly records: number;
  /** Every record hashed, every tile, the root and the index computed again, the signature checked. */
  readonly verifySeconds: number;
  /** The journal opened again, which checks all of it too. */
  readonly openSeconds: number;
  /** An index of all persons in it, read from its records and written to it. */
  readonly indexSeconds: number;
  /** Whom the looks of one actor touched, and those of a tenth of the time. */
  readonly actorSeconds: number;
  readonly timeSeconds: number;
}

const BATCH = 4_096;

/** Writes a log of so many records with an index, asks it whom looks touched, and checks its bundle from scratch. */
export async function measureVerification(records: number): Promise<VerificationFigures> {
  const directory = mkdtempSync(join(tmpdir(), 'tongban-bench-audit-'));
  try {
    const folder = join(directory, 'journal');
    const signer = createNoteSigner('bench.example/log', generateKeyPairSync('ed25519').privateKey);
    const policy = `log ${signer.verifierKey}\nquorum none\n`;
    const bundle = join(directory, 'bundle');
    await write(folder, records);

    const opening = performance.now();
    const store = await openJournal({ folder, subjectsOf: subjectsOfRecord });
    const openSeconds = seconds(opening);
    const indexSeconds = await writeIndex(store);
    const actorSeconds = await askWhom(store, records, { actor: benchOutcome(7).actor.id });
    const at = (number: number) => new Date(benchOutcome(number).time);
    const timeSeconds = await askWhom(store, records, { from: at(0), to: at(records / 10) });
    const head = await store.head();
    await store.addCheckpoint({ ...head, note: signCheckpoint(head, signer) });
    await exportBundle(store, { directory: bundle, records: 'all', policy });
    await store.close();

    const started = performance.now();
    const verdict = await verifyBundle({ directory: bundle, policy });
    const verifySeconds = seconds(started);
    const isWhole = verdict.records === head.size && verdict.indexes === 1;
    if (verdict.faults.length > 0 || !isWhole) throw new Error('the log was not proven with its index');
    return { records, verifySeconds, openSeconds, indexSeconds, actorSeconds, timeSeconds };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function write(folder: string, records: number): Promise<void> {
  const store = await openJournal({ folder, subjectsOf: () => [] });
  const tree = new TileTree();
  for (let start = 0; start < records; start += BATCH) {
    const from = { size: tree.size, root: tree.root() };
    const entries = Array.from({ length: Math.min(BATCH, records - start) }, (_, at) => {
      const body = encodeAccessRecord(benchOutcome(start + at));
      return { body, leafHash: leafHash(body), subjects: [], sealed: [] };
    });
    const fullTiles = tree.append(entries.map((entry) => entry.leafHash));
    await store.append({ from, to: { size: tree.size, root: tree.root() }, entries, fullTiles });
  }
  await store.close();
}

async function writeIndex(store: LogStore): Promise<number> {
  const sequencer = await openSequencer({ store });
  const keeper = createIndexKeeper({ store, sequencer, onFailure: () => undefined });
  const started = performance.now();
  await keeper.refresh();
  const took = seconds(started);
  await keeper.close();
  await sequencer.close();
  return took;
}

async function askWhom(store: LogStore, size: number, meant: LooksMeant): Promise<number> {
  const started = performance.now();
  const { persons } = await blastRadius(readAllEntries(store, size), meant);
  if (persons.size === 0) throw new Error('nobody was touched');
  return seconds(started);
}

function seconds(since: number): number {
  return Math.round((performance.now() - since) / 10) / 100;
}
