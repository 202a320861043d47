import type { Checkpoint } from './checkpoint.ts';
import type { Report } from './fault.ts';
import { isConsistent } from './merkleProof.ts';

/** Holds a checkpoint that was seen before, or by somebody else, against the one of the bundle. Both are signed. */
export function compareHeads(
  seen: Checkpoint,
  now: Checkpoint,
  proof: readonly Buffer[],
  report: Report,
): void {
  const where = 'seen-checkpoint';
  if (seen.origin !== now.origin) {
    report('CHECKPOINT_CHANGED', where, 'it is of another log');
  } else if (seen.size > now.size) {
    report('ROLLED_BACK', where, `${seen.size} records were published, and the checkpoint has ${now.size}`);
  } else if (seen.size === now.size && !seen.root.equals(now.root)) {
    report('SPLIT_VIEW', where, `the log has signed two roots for ${now.size} records`);
  } else if (!isConsistent(seen.size, now.size, proof, seen.root, now.root)) {
    report(
      'SPLIT_VIEW',
      'consistency',
      `nothing proves that the log still begins with the ${seen.size} that were seen`,
    );
  }
}
