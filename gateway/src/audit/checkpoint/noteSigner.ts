import { createHash, createPublicKey, type KeyObject, sign } from 'node:crypto';

/** Signs notes: the log its checkpoints. The key is no business of the store's. */
export interface NoteSigner {
  readonly name: string;
  /** The public key as verifiers take it (C2SP signed-note, "Verifier keys"). */
  readonly verifierKey: string;
  /** The line that is added to a note with this text, with its line end. */
  signatureLine(text: string): string;
}

/** Signature types of C2SP signed-note. */
const ED25519 = 0x01;
const TIMESTAMPED_ED25519 = 0x04;

/** @throws Error where the name has a space or a plus, or the key is not an Ed25519 private key. */
export function createNoteSigner(name: string, privateKey: KeyObject): NoteSigner {
  const { keyId, verifierKey } = identify(name, privateKey, ED25519);
  return {
    name,
    verifierKey,
    signatureLine: (text) => line(name, keyId, sign(null, Buffer.from(text), privateKey)),
  };
}

/** A witness says with its signature when it saw a checkpoint: `cosignature/v1` of C2SP tlog-cosignature. */
export interface Cosigner {
  readonly name: string;
  readonly verifierKey: string;
  cosignatureLine(text: string, seconds: number): string;
}

export function createCosigner(name: string, privateKey: KeyObject): Cosigner {
  const { keyId, verifierKey } = identify(name, privateKey, TIMESTAMPED_ED25519);
  return {
    name,
    verifierKey,
    cosignatureLine(text, seconds) {
      const timestamp = Buffer.alloc(8);
      timestamp.writeBigUInt64BE(BigInt(seconds));
      const signature = sign(null, Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`), privateKey);
      return line(name, keyId, Buffer.concat([timestamp, signature]));
    },
  };
}

function identify(name: string, privateKey: KeyObject, type: number): { keyId: Buffer; verifierKey: string } {
  if (!/^[^\s+]+$/u.test(name)) throw new Error('the name of a key has neither spaces nor a plus');
  if (privateKey.type !== 'private' || privateKey.asymmetricKeyType !== 'ed25519') {
    throw new Error(`the key of ${name} must be an Ed25519 private key`);
  }
  const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  const typed = Buffer.concat([Uint8Array.of(type), Buffer.from(x, 'base64url')]);
  const keyId = createHash('sha256').update(`${name}\n`).update(typed).digest().subarray(0, 4);
  return { keyId, verifierKey: `${name}+${keyId.toString('hex')}+${typed.toString('base64')}` };
}

function line(name: string, keyId: Buffer, signature: Buffer): string {
  return `— ${name} ${Buffer.concat([keyId, signature]).toString('base64')}\n`;
}
