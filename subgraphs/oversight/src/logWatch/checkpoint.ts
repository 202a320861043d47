import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';

/** A signed head of a log (C2SP tlog-checkpoint). */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
}

/** The public key of a log (C2SP signed-note, "Verifier keys"), `<name>+<key id>+<type and key>`. */
export interface LogKey {
  readonly name: string;
  readonly keyId: Buffer;
  readonly publicKey: KeyObject;
}

const ED25519 = 0x01;
/** What stands before the 32 bytes of an Ed25519 key in DER (RFC 8410). */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** @throws Error where it is no Ed25519 key of a log. */
export function parseLogKey(written: string): LogKey {
  const [, name = '', id = '', key = ''] =
    /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(written) ?? [];
  const typed = Buffer.from(key, 'base64');
  const keyId = createHash('sha256').update(`${name}\n`).update(typed).digest().subarray(0, 4);
  if (typed.length !== 33 || typed[0] !== ED25519 || keyId.toString('hex') !== id)
    throw new Error('the key of the access log is none');
  const der = Buffer.concat([SPKI_PREFIX, typed.subarray(1)]);
  return { name, keyId, publicKey: createPublicKey({ key: der, format: 'der', type: 'spki' }) };
}

/** What a checkpoint says, where the log has signed it; null where it has not. */
export function openCheckpoint(note: string, key: LogKey): Checkpoint | null {
  const end = note.indexOf('\n\n');
  const text = note.slice(0, end + 1);
  const [origin = '', size = '', root = ''] = text.split('\n');
  if (end < 0 || origin !== key.name || !/^(0|[1-9]\d{0,15})$/.test(size)) return null;
  const hash = Buffer.from(root, 'base64');
  if (hash.length !== 32 || hash.toString('base64') !== root) return null;
  const isSigned = note
    .slice(end + 2)
    .split('\n')
    .some((line) => {
      const [, name, written = ''] = /^— (\S+) (\S+)$/.exec(line) ?? [];
      const bytes = Buffer.from(written, 'base64');
      return (
        name === key.name &&
        bytes.subarray(0, 4).equals(key.keyId) &&
        verify(null, Buffer.from(text), key.publicKey, bytes.subarray(4))
      );
    });
  return isSigned ? { origin, size: Number(size), root: hash } : null;
}
