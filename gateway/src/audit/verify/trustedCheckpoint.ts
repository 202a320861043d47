import { type Checkpoint, parseCheckpoint } from './checkpoint.ts';
import type { Report } from './fault.ts';
import type { Policy } from './policy.ts';
import { checkSignature } from './signedNote.ts';

/** A checkpoint that a log of the policy has signed, with the witnesses that have cosigned it. */
export interface TrustedCheckpoint extends Checkpoint {
  readonly cosignedBy: ReadonlySet<string>;
}

/** Null where it is not to be believed. Faults of cosignatures are reported, and leave it believed. */
export function checkCheckpoint(
  written: string,
  policy: Policy,
  where: string,
  report: Report,
): TrustedCheckpoint | null {
  let checkpoint: Checkpoint;
  try {
    checkpoint = parseCheckpoint(written);
  } catch (error) {
    report('CHECKPOINT_CHANGED', where, (error as Error).message);
    return null;
  }
  const keys = policy.logs.filter(({ name }) => name === checkpoint.origin);
  const checks = keys.map((key) => checkSignature(checkpoint.note, key));
  if (!checks.includes('valid') || checks.includes('invalid')) {
    report('CHECKPOINT_CHANGED', where, 'it is not signed by a log of the policy');
    return null;
  }
  const cosignedBy = new Set<string>();
  for (const [name, key] of policy.witnesses) {
    const check = checkSignature(checkpoint.note, key);
    if (check === 'valid') cosignedBy.add(name);
    if (check === 'invalid')
      report('COSIGNATURE_CHANGED', where, `the cosignature of ${name} is not of this checkpoint`);
  }
  if (!policy.isQuorum(cosignedBy)) {
    report(
      'QUORUM_MISSING',
      where,
      `cosigned by ${[...cosignedBy].join(', ') || 'nobody'}, which is not enough`,
    );
  }
  return { ...checkpoint, cosignedBy };
}
