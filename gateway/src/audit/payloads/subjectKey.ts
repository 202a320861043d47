import { createHmac, createSecretKey, type KeyObject, randomBytes, timingSafeEqual } from 'node:crypto';

/** The key of one person. Many are remembered for long, so each is a string: objects of `node:crypto` that grow old keep the garbage collector busy. */
export class SubjectKey {
  /** `key || id`, Latin-1. */
  readonly #bytes: string;

  constructor(derived: Buffer) {
    this.#bytes = derived.toString('latin1', 0, CHECK_AT);
  }

  /** Ready to seal with (AES-256), made anew each time. Node takes longer over bytes than over making this of them and using it. */
  get key(): KeyObject {
    return createSecretKey(this.#bytes.slice(0, KEY_BYTES), 'latin1');
  }

  /** Tells this key from one that the person is given after an erasure. `KEY_ID_BYTES` long. */
  get id(): Buffer {
    return Buffer.from(this.#bytes.slice(KEY_BYTES), 'latin1');
  }
}

export const KEY_ID_BYTES = 8;

const KEY_BYTES = 32;
const SEED_BYTES = 32;
const CHECK_BYTES = 16;
const CHECK_AT = KEY_BYTES + KEY_ID_BYTES;

/**
 * What is stored of a new key: random bytes, without which nobody can make the key again, and a check. It says nothing to who has not the
 * master key.
 */
export function createSeed(masterKey: KeyObject, subject: string): { seed: Buffer; key: SubjectKey } {
  const random = randomBytes(SEED_BYTES);
  const derived = derive(masterKey, subject, random);
  const seed = Buffer.concat([random, derived.subarray(CHECK_AT, CHECK_AT + CHECK_BYTES)]);
  return { seed, key: new SubjectKey(derived) };
}

/** @throws Error where the seed was made with another master key or for somebody else, or was changed. */
export function subjectKeyOf(masterKey: KeyObject, subject: string, seed: Uint8Array): SubjectKey {
  const derived = derive(masterKey, subject, seed.subarray(0, SEED_BYTES));
  const check = seed.subarray(SEED_BYTES);
  if (
    check.length !== CHECK_BYTES ||
    !timingSafeEqual(check, derived.subarray(CHECK_AT, CHECK_AT + CHECK_BYTES))
  )
    throw new Error('the seed of a key is not of this person and this master key');
  return new SubjectKey(derived);
}

/** `key || id || check` of one HMAC-SHA-512, as NIST SP 800-56C derives keys in one step. */
function derive(masterKey: KeyObject, subject: string, random: Uint8Array): Buffer {
  return createHmac('sha512', masterKey).update(random).update(subject).digest();
}
