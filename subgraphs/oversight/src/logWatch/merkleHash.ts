import { createHash } from 'node:crypto';

/** RFC 6962 section 2.1: an inner node. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return createHash('sha256').update(Buffer.of(1)).update(left).update(right).digest();
}

/** RFC 6962 section 2.1: the tree of nothing. */
export const EMPTY_ROOT: Buffer = createHash('sha256').digest();
