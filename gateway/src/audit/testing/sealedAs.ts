import { createHash } from 'node:crypto';
import type { SealedPayload } from '../logStore.ts';

/** Something sealed about a person, told apart by number; to be written and read, not to be opened. */
export function sealedAs(number: number, { bytes = 120, subject = tagOf(number) } = {}): SealedPayload {
  const ciphertext = Buffer.alloc(bytes, `sealed ${number};`);
  return { subject, digest: createHash('sha256').update(ciphertext).digest('hex'), ciphertext };
}

function tagOf(number: number): string {
  return `e1:${createHash('sha256').update(String(number)).digest('base64url')}`;
}
