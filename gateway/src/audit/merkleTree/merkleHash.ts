import { hash } from 'node:crypto';

/** Length of every hash in the tree: SHA-256. */
export const HASH_BYTES = 32;

/** The root of a tree without leaves: the hash of nothing (RFC 6962 section 2.1). */
export const EMPTY_ROOT: Buffer = hash('sha256', Buffer.alloc(0), 'buffer');

/** `SHA-256(0x00 || entry)`. The first byte keeps a leaf from being passed off as a node (RFC 6962 section 2.1). */
export function leafHash(entry: Uint8Array): Buffer {
  const input = Buffer.allocUnsafe(1 + entry.length);
  input[0] = 0;
  input.set(entry, 1);
  return hash('sha256', input, 'buffer');
}

/** `SHA-256(0x01 || left || right)` (RFC 6962 section 2.1). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  const input = Buffer.allocUnsafe(1 + 2 * HASH_BYTES);
  input[0] = 1;
  input.set(left, 1);
  input.set(right, 1 + HASH_BYTES);
  return hash('sha256', input, 'buffer');
}
