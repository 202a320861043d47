import type { LogHead } from '../logStore.ts';
import type { NoteSigner } from './noteSigner.ts';

/** A head of the log, signed: C2SP tlog-checkpoint, a signed note of origin, size and root. The origin is the signer's name. */
export function signCheckpoint(head: LogHead, signer: NoteSigner): string {
  const text = checkpointText(signer.name, head);
  return `${text}\n${signer.signatureLine(text)}`;
}

export function checkpointText(origin: string, { size, root }: LogHead): string {
  return `${origin}\n${size}\n${root.toString('base64')}\n`;
}
