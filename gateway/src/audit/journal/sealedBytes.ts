import type { SealedPayload } from '../logStore.ts';

const DIGEST_BYTES = 32;
const HEADER_BYTES = DIGEST_BYTES + 4;

/** How many bytes `encodeSealed` writes. */
export function sealedBytes(sealed: readonly SealedPayload[]): number {
  return sealed.reduce((sum, { ciphertext }) => sum + HEADER_BYTES + ciphertext.length, 0);
}

/** `(digest || length (uint32) || ciphertext)*`, big-endian, from `at` on; gives where it ends. */
export function encodeSealed(sealed: readonly SealedPayload[], into: Buffer, at: number): number {
  let end = at;
  for (const { digest, ciphertext } of sealed) {
    into.write(digest, end, 'hex');
    into.writeUInt32BE(ciphertext.length, end + DIGEST_BYTES);
    ciphertext.copy(into, end + HEADER_BYTES);
    end += HEADER_BYTES + ciphertext.length;
  }
  return end;
}

/** The ciphertext with this digest among them; null where there is none. */
export function findSealed(bytes: Buffer, digest: string): Buffer | null {
  const wanted = Buffer.from(digest, 'hex');
  for (let at = 0; at < bytes.length; ) {
    const end = at + HEADER_BYTES + bytes.readUInt32BE(at + DIGEST_BYTES);
    if (bytes.subarray(at, at + DIGEST_BYTES).equals(wanted)) return bytes.subarray(at + HEADER_BYTES, end);
    at = end;
  }
  return null;
}
