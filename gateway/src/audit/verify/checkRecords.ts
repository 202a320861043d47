import type { BundleFiles } from './bundleFiles.ts';
import type { Checkpoint } from './checkpoint.ts';
import type { Report } from './fault.ts';
import { hashOfLeaf, isIncluded } from './merkleProof.ts';
import { parseTlogProof } from './tlogProof.ts';

/** Checks each record of `records/` by its proof, and gives their hashes by index. */
export async function checkRecords(
  files: BundleFiles,
  checkpoint: Checkpoint,
  report: Report,
): Promise<ReadonlyMap<number, Buffer>> {
  const hashes = new Map<number, Buffer>();
  const names = await files.list('records');
  for (const name of names) {
    if (/^\d+\.json$/.test(name) && !names.includes(name.replace('.json', '.tlog-proof'))) {
      report('MISSING', `records/${name}`, 'it has no proof');
    }
    const [, index] = /^(\d+)\.tlog-proof$/.exec(name) ?? [];
    if (index === undefined) continue;
    const path = `records/${index}.json`;
    const record = await files.read(path);
    if (record === null) {
      report('MISSING', path, 'there is a proof of it, and it is not there');
      continue;
    }
    const written = (await files.read(`records/${name}`)) ?? Buffer.alloc(0);
    if (checkRecord(record, written.toString(), Number(index), checkpoint, report)) {
      hashes.set(Number(index), hashOfLeaf(record));
    }
  }
  return hashes;
}

function checkRecord(
  record: Buffer,
  written: string,
  index: number,
  { size, root, note }: Checkpoint,
  report: Report,
): boolean {
  const path = `records/${index}`;
  const leaf = hashOfLeaf(record);
  try {
    const { index: proven, hashes, extra, checkpoint } = parseTlogProof(written);
    // The proof brings the checkpoint with it; what is believed is the one that was checked.
    if (!checkpoint.startsWith(`${note.text}\n`)) {
      report('PROOF_CHANGED', `${path}.tlog-proof`, 'it is of another checkpoint');
    } else if (proven !== index) {
      report('PROOF_CHANGED', `${path}.tlog-proof`, `it is of record ${proven}`);
    } else if (isIncluded(leaf, index, size, hashes, root)) {
      if (extra === null || extra.equals(leaf)) return true;
      report('HASH_CHANGED', `${path}.tlog-proof`, 'the hash in it is not the hash of the record');
    } else if (extra !== null && isIncluded(extra, index, size, hashes, root)) {
      report('RECORD_CHANGED', `${path}.json`, 'another record was logged here');
    } else {
      report(
        'PROOF_CHANGED',
        `${path}.tlog-proof`,
        'its hashes do not lead from the record to the checkpoint',
      );
    }
  } catch (error) {
    report('PROOF_CHANGED', `${path}.tlog-proof`, (error as Error).message);
  }
  return false;
}
