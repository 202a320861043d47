import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeAccessRecord, subjectsOfRecord } from '../../../gateway/src/audit/accessRecord.ts';
import { signCheckpoint } from '../../../gateway/src/audit/checkpoint/checkpointNote.ts';
import { createNoteSigner } from '../../../gateway/src/audit/checkpoint/noteSigner.ts';
import { exportBundle } from '../../../gateway/src/audit/exportBundle.ts';
import { openJournal } from '../../../gateway/src/audit/journal/openJournal.ts';
import { leafHash } from '../../../gateway/src/audit/merkleTree/merkleHash.ts';
import { TileTree } from '../../../gateway/src/audit/merkleTree/tileTree.ts';
import { verifyBundle } from '../../../gateway/src/audit/verify/verifyBundle.ts';
import { benchOutcome } from './benchRecord.ts';

export interface VerificationFigures {
  readonly records: number;
  /** Every record hashed, every tile and the root computed again, the signature checked. */
  readonly verifySeconds: number;
  /** The journal opened again, which checks all of it too. */
  readonly openSeconds: number;
}

const BATCH = 4_096;

/** Writes a log of so many records and its bundle, and then checks them. */
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
    const head = await store.head();
    await store.addCheckpoint({ ...head, note: signCheckpoint(head, signer) });
    await exportBundle(store, { directory: bundle, records: 'all', policy });
    await store.close();

    const started = performance.now();
    const verdict = await verifyBundle({ directory: bundle, policy });
    const verifySeconds = seconds(started);
    if (verdict.faults.length > 0 || verdict.records !== records) throw new Error('the log was not proven');
    return { records, verifySeconds, openSeconds };
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

function seconds(since: number): number {
  return Math.round((performance.now() - since) / 10) / 100;
}
