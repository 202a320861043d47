import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto';

/** Encrypts what identifies a person, and opens it again. */
export interface PersonSeal {
  seal(id: string, plain: string): Buffer;
  /** @throws Error where the bytes were changed, belong to another id, or were sealed with another key. */
  open(id: string, sealed: Uint8Array): string;
}

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * AES-256-GCM, one nonce each: version (1 byte), nonce (12), ciphertext, tag (16). The person's id is authenticated
 * with it, so that sealed records cannot be exchanged between rows.
 *
 * Not SM4 (GB/T 32907): OpenSSL as Node ships it has SM4 only in modes without authentication, and a mode put together by
 * hand is where mistakes are made. Where GB/T 39786 asks for a commercial cipher, the disk or a cryptographic module
 * below the database adds it; the version byte lets another cipher come in row by row.
 *
 * @param key 32 bytes
 */
export function createPersonSeal(key: KeyObject): PersonSeal {
  return {
    seal(id, plain) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(id));
      const ciphertext = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.of(VERSION), nonce, ciphertext, cipher.getAuthTag()]);
    },
    open(id, sealed) {
      const bytes = Buffer.from(sealed);
      if (bytes[0] !== VERSION || bytes.length < 1 + NONCE_BYTES + TAG_BYTES) {
        throw new Error('a sealed person record has an unknown form');
      }
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, 1 + NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      })
        .setAAD(Buffer.from(id))
        .setAuthTag(bytes.subarray(-TAG_BYTES));
      try {
        const plain = decipher.update(bytes.subarray(1 + NONCE_BYTES, -TAG_BYTES));
        return Buffer.concat([plain, decipher.final()]).toString('utf8');
      } catch {
        throw new Error('a sealed person record does not open: it was changed, or CREDENTIAL_KEY is another');
      }
    },
  };
}
