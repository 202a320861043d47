import { parseVerifierKey } from './verify/signedNote.ts';

/**
 * The policy that a log gives out (C2SP tlog-policy): its key, its witnesses, and that three of four of them must have seen a checkpoint. An
 * auditor who does not trust the log brings his own.
 */
export function policyOf(verifierKey: string, witnessKeys: readonly string[]): string {
  const names = witnessKeys.map((key) => parseVerifierKey(key).name);
  const most = Math.ceil((names.length * 3) / 4);
  return [
    `log ${verifierKey}`,
    ...witnessKeys.map((key, at) => `witness ${names[at]} ${key}`),
    ...(names.length === 0
      ? ['quorum none']
      : [`group witnesses ${most} ${names.join(' ')}`, 'quorum witnesses']),
    '',
  ].join('\n');
}
