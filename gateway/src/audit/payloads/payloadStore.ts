import { hash, type KeyObject } from 'node:crypto';
import type { LogStore, SealedPayload } from '../logStore.ts';
import { openSealed, seal } from './aesGcm.ts';
import { createKeyRing, type KeyRingLimits } from './keyRing.ts';
import { KEY_ID_BYTES, type SubjectKey } from './subjectKey.ts';
import type { SubjectKeyRows } from './subjectKeyRows.ts';

/** What is to be sealed about one person. */
export interface Payload {
  readonly subject: string;
  readonly payload: Uint8Array;
}

export type { SealedPayload } from '../logStore.ts';

/** The half of the store that who writes the log needs. */
export type PayloadSealer = Pick<PayloadStore, 'sealAll'>;

/**
 * What can be read again about an access, sealed with a key of the person concerned. Records carry the digests only, so erasing a
 * person's key (PIPL art. 47) leaves every proof of the log as it was.
 */
export interface PayloadStore {
  /** For `Sequencer.append`, which writes it with the record that names it. Here only the key is written, once for each person. */
  seal(subject: string, payload: Uint8Array): Promise<SealedPayload>;
  /** In the order of the items; new keys are made in one transaction. */
  sealAll(items: readonly Payload[]): Promise<SealedPayload[]>;
  /**
   * What was sealed with the entry at `index`. Null where it was erased or never was.
   * @throws Error where what stands there was not sealed for this subject, or was changed.
   */
  open(subject: string, index: number, digest: string): Promise<Buffer | null>;
  /**
   * For ever: what the key is made of is destroyed. In PostgreSQL the rows go too. In the journal the ciphertext stays, and nobody can read it. Who has a
   * backup of keys and rows can still, so backups are to be kept no longer than the law lets. What is sealed about the person later has
   * another key.
   */
  erase(subject: string): Promise<void>;
}

export interface PayloadStoreConfig {
  readonly keys: SubjectKeyRows;
  /** 32 bytes. Without it the seeds of persons' keys say nothing, so it is kept where the rows are not. */
  readonly masterKey: KeyObject;
  readonly log: Pick<LogStore, 'sealed'>;
  readonly limits?: KeyRingLimits;
}

export function createPayloadStore({ keys, masterKey, log, limits }: PayloadStoreConfig): PayloadStore {
  if (masterKey.symmetricKeySize !== 32) throw new Error('the master key of payloads must have 32 bytes');
  const ring = createKeyRing(keys, masterKey, limits);

  const sealAll = async (items: readonly Payload[]): Promise<SealedPayload[]> => {
    const subjectKeys = await ring.keysOf(items.map(({ subject }) => subject));
    return items.map(({ subject, payload }) => {
      const { id, key } = subjectKeys.get(subject) as SubjectKey;
      const ciphertext = Buffer.concat([id, seal(key, subject, payload)]);
      return { subject, digest: digestOf(ciphertext), ciphertext };
    });
  };

  return {
    async seal(subject, payload) {
      const [sealed] = await sealAll([{ subject, payload }]);
      return sealed as SealedPayload;
    },
    sealAll,
    async open(subject, index, digest) {
      const [subjectKey, ciphertext] = await Promise.all([ring.find(subject), log.sealed(index, digest)]);
      if (subjectKey === null || ciphertext === null) return null;
      if (digestOf(ciphertext) !== digest) throw new Error('a sealed payload was changed');
      if (!subjectKey.id.equals(ciphertext.subarray(0, KEY_ID_BYTES))) return null;
      return openSealed(subjectKey.key, subject, ciphertext.subarray(KEY_ID_BYTES));
    },
    erase: (subject) => ring.erase(subject),
  };
}

function digestOf(ciphertext: Uint8Array): string {
  return hash('sha256', ciphertext, 'hex');
}
