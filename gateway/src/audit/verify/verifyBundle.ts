import { type BundleFiles, openBundle } from './bundleFiles.ts';
import { type Completeness, checkCompleteness } from './checkCompleteness.ts';
import type { Checkpoint } from './checkpoint.ts';
import { checkRecords } from './checkRecords.ts';
import { checkWholeLog, type WholeLog } from './checkWholeLog.ts';
import { compareHeads } from './compareHeads.ts';
import type { Fault, Report } from './fault.ts';
import { type Policy, parsePolicy } from './policy.ts';
import { parseHashes } from './tlogProof.ts';
import { checkCheckpoint, type TrustedCheckpoint } from './trustedCheckpoint.ts';

export interface VerifyOptions {
  readonly directory: string;
  /** What the auditor trusts; without it the policy of the bundle, which proves no more than that the bundle agrees with itself. */
  readonly policy?: string;
  /** A checkpoint that the auditor, or another one, was given before. */
  readonly seenCheckpoint?: string;
}

export interface Verdict {
  readonly faults: readonly Fault[];
  /** Records that were proven, by themselves or as part of the whole log. */
  readonly records: number;
  readonly size: number | null;
  readonly cosignedBy: readonly string[];
  /** No fault: records of the whole log before which the clock was set back. */
  readonly stepsBack: readonly number[];
  /** That no record about a person is missing; null where the bundle is of no person, or it is not so. */
  readonly completeness: Completeness | null;
  /** Index records of the whole log that say what is so. */
  readonly indexes: number;
}

/** Checks a bundle without asking anybody: what is wrong is named, and a bundle without faults is proven. */
export async function verifyBundle({ directory, policy, seenCheckpoint }: VerifyOptions): Promise<Verdict> {
  const files = openBundle(directory);
  const faults: Fault[] = [];
  const report: Report = (code, where, message) => faults.push({ code, where, message });
  const trust = readPolicy(policy ?? (await text(files, 'policy')), report);
  const written = await text(files, 'checkpoint');
  if (written === null) report('MISSING', 'checkpoint', 'nothing can be proven without it');
  const checkpoint =
    trust === null || written === null ? null : checkCheckpoint(written, trust, 'checkpoint', report);
  if (trust === null || checkpoint === null) return { ...NOTHING, faults };

  await checkSeen(files, seenCheckpoint ?? (await text(files, 'seen-checkpoint')), trust, checkpoint, report);
  const whole = await checkWholeLog(files, checkpoint, report);
  const hashes = await checkRecords(files, checkpoint, report);
  const completeness = await checkCompleteness(files, hashes.keys(), report);
  await checkHead(files, checkpoint, whole, report);
  await checkReceipts(
    files,
    checkpoint,
    (index) => hashes.get(index) ?? whole?.hashAt(index) ?? null,
    report,
  );
  return {
    faults,
    records: Math.max(hashes.size, whole?.size ?? 0),
    size: checkpoint.size,
    cosignedBy: [...checkpoint.cosignedBy],
    stepsBack: whole?.stepsBack ?? [],
    completeness,
    indexes: whole?.indexes ?? 0,
  };
}

const NOTHING = { records: 0, size: null, cosignedBy: [], stepsBack: [], completeness: null, indexes: 0 };

function readPolicy(written: string | null, report: Report): Policy | null {
  try {
    if (written !== null) return parsePolicy(written);
    report('MISSING', 'policy', 'it must be said whom to believe');
  } catch (error) {
    report('MALFORMED', 'policy', (error as Error).message);
  }
  return null;
}

async function checkSeen(
  files: BundleFiles,
  written: string | null,
  policy: Policy,
  checkpoint: TrustedCheckpoint,
  report: Report,
): Promise<void> {
  if (written === null) return;
  // Few witnesses of long ago are no fault of today: what counts is that the log has signed it.
  const ofLongAgo: Report = (code, where, message) => {
    if (code !== 'QUORUM_MISSING') report(code, where, message);
  };
  const seen = checkCheckpoint(written, policy, 'seen-checkpoint', ofLongAgo);
  if (seen === null) return;
  try {
    const lines = ((await text(files, 'consistency')) ?? '').split('\n').filter((line) => line !== '');
    compareHeads(seen, checkpoint, parseHashes(lines), report);
  } catch (error) {
    report('MALFORMED', 'consistency', (error as Error).message);
  }
}

/** The head goes on after the checkpoint; it can be told wrong where it is behind, or of the same size, or all records are there. */
async function checkHead(
  files: BundleFiles,
  checkpoint: Checkpoint,
  whole: WholeLog | null,
  report: Report,
): Promise<void> {
  const written = await text(files, 'head.json');
  if (written === null) return;
  const [, size, root] = /^\{"size":(\d+),"root":"([A-Za-z0-9+/=]{44})"\}\n$/.exec(written) ?? [];
  if (root === undefined) return report('MALFORMED', 'head.json', 'it is no head');
  if (Number(size) < checkpoint.size) {
    report('HEAD_CHANGED', 'head.json', `${checkpoint.size} records were published, and it says ${size}`);
  } else if (Number(size) === checkpoint.size && root !== checkpoint.root.toString('base64')) {
    report('HEAD_CHANGED', 'head.json', 'its root is not the one that was published');
  } else if (Number(size) === whole?.size && root !== whole.root.toString('base64')) {
    report('HEAD_CHANGED', 'head.json', 'its root is not that of the records');
  }
}

async function checkReceipts(
  files: BundleFiles,
  { size }: Checkpoint,
  hashAt: (index: number) => Buffer | null,
  report: Report,
): Promise<void> {
  const written = await text(files, 'receipts.json');
  if (written === null) return;
  for (const { index, leafHash } of parseReceipts(written, report)) {
    const where = `receipts.json, record ${index}`;
    const hash = hashAt(index);
    if (index >= size)
      report('TAIL_MISSING', where, `it was promised, and the checkpoint has ${size} records`);
    else if (hash === null) report('MISSING', where, 'nothing here proves it');
    else if (hash.toString('hex') !== leafHash)
      report('RECEIPT_BROKEN', where, 'another record stands in its place');
  }
}

function parseReceipts(written: string, report: Report): { index: number; leafHash: string }[] {
  try {
    const receipts = JSON.parse(written) as { index: number; leafHash: string }[];
    if (
      receipts.every(({ index, leafHash }) => Number.isSafeInteger(index) && /^[0-9a-f]{64}$/.test(leafHash))
    ) {
      return receipts;
    }
  } catch {
    // Reported below.
  }
  report('MALFORMED', 'receipts.json', 'it is no list of receipts');
  return [];
}

async function text(files: BundleFiles, path: string): Promise<string | null> {
  return (await files.read(path))?.toString() ?? null;
}
