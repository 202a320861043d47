import { createHmac, type KeyObject } from 'node:crypto';

/** Gives the graph's id of the person who holds a credential (`TYPE:NUMBER`). The same credential gives the same id. */
export type PersonIdOf = (credential: string) => string;

/**
 * Ids of persons: HMAC (RFC 2104) with SM3 (GB/T 32905) over the credential, so that nobody without the key can make one
 * from an identity number, or try all numbers until one fits. Form: `P-` and 43 characters safe in URLs.
 *
 * @param key 32 bytes. Another key gives everybody another id, so it is kept as long as the data.
 */
export function createPersonIdOf(key: KeyObject): PersonIdOf {
  return (credential) => `P-${createHmac('sm3', key).update(credential).digest('base64url')}`;
}

/** Whether `id` has the form of a person's id; says nothing of whether such a person is registered. */
export function isPersonId(id: string): boolean {
  return /^P-[\w-]{43}$/.test(id);
}
