import { createHmac, createSecretKey, type KeyObject, randomBytes, timingSafeEqual } from 'node:crypto';

/** The key of one person, ready to seal with (AES-256). */
export interface SubjectKey {
  readonly key: KeyObject;
  /** Tells this key from one that the person is given after an erasure. `KEY_ID_BYTES` long. */
  readonly id: Buffer;
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
  return { seed, key: toKey(derived) };
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
  return toKey(derived);
}

function toKey(derived: Buffer): SubjectKey {
  // Node looks longer at bytes, each time that they are used, than at a key.
  return { key: createSecretKey(derived.subarray(0, KEY_BYTES)), id: derived.subarray(KEY_BYTES, CHECK_AT) };
}

/** `key || id || check` of one HMAC-SHA-512, as NIST SP 800-56C derives keys in one step. */
function derive(masterKey: KeyObject, subject: string, random: Uint8Array): Buffer {
  return createHmac('sha512', masterKey).update(random).update(subject).digest();
}
