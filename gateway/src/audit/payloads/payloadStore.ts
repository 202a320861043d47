import { createHash, type KeyObject, randomBytes } from 'node:crypto';
import { openSealed, seal } from './aesGcm.ts';
import type { PayloadRows } from './payloadRows.ts';

/**
 * What can be read again about an access, sealed with a key of the person concerned. Records carry the digests only, so erasing a
 * person's key (PIPL art. 47) leaves every proof of the log as it was.
 */
export interface PayloadStore {
  /** Gives the digest that the record names. Seal before the record is appended: a record never names what is not there. */
  seal(subject: string, payload: Uint8Array): Promise<string>;
  /**
   * Null where it was erased or never was.
   * @throws Error where what stands there was not sealed for this subject, or was changed.
   */
  open(subject: string, digest: string): Promise<Buffer | null>;
  /** For ever: who has a backup of the rows has the key of it too, so backups are to be kept no longer than the law lets. */
  erase(subject: string): Promise<void>;
}

/** `masterKey` (AES-256) wraps the keys of subjects, and is kept where the rows are not. */
export function createPayloadStore(rows: PayloadRows, masterKey: KeyObject): PayloadStore {
  if (masterKey.symmetricKeySize !== 32) throw new Error('the master key of payloads must have 32 bytes');

  const unwrap = (subject: string, wrapped: Uint8Array) => openSealed(masterKey, subject, wrapped);

  return {
    async seal(subject, payload) {
      const wrapped =
        (await rows.findKey(subject)) ??
        (await rows.addKey(subject, seal(masterKey, subject, randomBytes(32))));
      const ciphertext = seal(unwrap(subject, wrapped), subject, payload);
      const digest = digestOf(ciphertext);
      await rows.addPayload(digest, subject, ciphertext);
      return digest;
    },
    async open(subject, digest) {
      const [wrapped, ciphertext] = await Promise.all([rows.findKey(subject), rows.findPayload(digest)]);
      if (wrapped === null || ciphertext === null) return null;
      if (digestOf(ciphertext) !== digest) throw new Error('a sealed payload was changed');
      return openSealed(unwrap(subject, wrapped), subject, ciphertext);
    },
    erase: (subject) => rows.erase(subject),
  };
}

function digestOf(ciphertext: Uint8Array): string {
  return createHash('sha256').update(ciphertext).digest('hex');
}
