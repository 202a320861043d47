import { createHmac, type KeyObject } from 'node:crypto';

/** `<epoch>:<HMAC-SHA256, base64url>`. */
export const SUBJECT_TAG = /^[a-z0-9]{1,16}:[A-Za-z0-9_-]{43}$/;

/** Stands for a person in the log: the same person has the same tag in one epoch, and only who has its key can tell whose it is. */
export interface SubjectTags {
  /** Under the key of today. */
  readonly tag: (subject: string) => string;
  /** Under every key that there was, the one of today first: what to look for to find all about somebody. */
  readonly tags: (subject: string) => string[];
}

/**
 * Keys are HMAC-SHA256 keys of 32 bytes by epoch, and `current` is the epoch whose key is in use. A key that is let go takes with it
 * the way from a person to what was recorded under it.
 *
 * @throws Error where there is no key for the current epoch, or an epoch has another form than letters and digits.
 */
export function createSubjectTags(current: string, keys: ReadonlyMap<string, KeyObject>): SubjectTags {
  if (!keys.has(current)) throw new Error(`there is no key for the epoch ${current}`);
  for (const [epoch, key] of keys) {
    if (!/^[a-z0-9]{1,16}$/.test(epoch)) throw new Error('an epoch is 1 to 16 small letters and digits');
    if (key.symmetricKeySize !== 32) throw new Error(`the key of the epoch ${epoch} must have 32 bytes`);
  }
  const others = [...keys.keys()].filter((epoch) => epoch !== current);
  const tagOf = (epoch: string, subject: string) =>
    `${epoch}:${createHmac('sha256', keys.get(epoch) as KeyObject)
      .update(subject)
      .digest('base64url')}`;
  return {
    tag: (subject) => tagOf(current, subject),
    tags: (subject) => [current, ...others].map((epoch) => tagOf(epoch, subject)),
  };
}
