import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';

/** A signed note as C2SP signed-note has it: what is signed, and who says they did. */
export interface SignedNote {
  /** With its last line end. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

export interface NoteSignature {
  readonly name: string;
  /** Hexadecimal. */
  readonly keyId: string;
  readonly signature: Buffer;
  /** As it stands in the note, with its line end. */
  readonly line: string;
}

/** A public key that is trusted to have made signatures of one kind. */
export interface VerifierKey {
  readonly name: string;
  readonly keyId: string;
  readonly type: number;
  /** The 32 bytes of it, to tell whether two are the same. */
  readonly raw: Buffer;
  readonly key: KeyObject;
}

/** An Ed25519 signature of the text, and one of a witness with its time. */
export const LOG_KEY = 0x01;
export const WITNESS_KEY = 0x04;

const MAX_SIGNATURES = 64;

/** @throws Error where it is not a signed note. */
export function parseNote(note: string): SignedNote {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the specification forbids all of them but the line end
  if (/[\x00-\x09\x0b-\x1f]|\ufffd/.test(note))
    throw new Error('a note has no control characters and is UTF-8');
  const split = note.lastIndexOf('\n\n');
  if (split === -1 || !note.endsWith('\n')) throw new Error('a note is text, an empty line and signatures');
  const lines = note.slice(split + 2, -1).split('\n');
  if (lines.length > MAX_SIGNATURES) throw new Error('a note has too many signatures');
  return { text: note.slice(0, split + 1), signatures: lines.map(parseSignature) };
}

function parseSignature(line: string): NoteSignature {
  const [, name, encoded] = /^— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/u.exec(line) ?? [];
  const bytes = Buffer.from(encoded ?? '', 'base64');
  if (name === undefined || bytes.length < 5 || bytes.toString('base64') !== encoded) {
    throw new Error('a line of a note is no signature');
  }
  return {
    name,
    keyId: bytes.subarray(0, 4).toString('hex'),
    signature: bytes.subarray(4),
    line: `${line}\n`,
  };
}

/** @throws Error where it is not a key of Ed25519 in the form `<name>+<key id>+<base64>`. */
export function parseVerifierKey(written: string): VerifierKey {
  const [, name, keyId, encoded] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/u.exec(written) ?? [];
  const typed = Buffer.from(encoded ?? '', 'base64');
  const [type] = typed;
  const raw = typed.subarray(1);
  if (
    name === undefined ||
    keyId === undefined ||
    (type !== LOG_KEY && type !== WITNESS_KEY) ||
    raw.length !== 32 ||
    typed.toString('base64') !== encoded
  ) {
    throw new Error('a key is not written as a verifier key of Ed25519');
  }
  const id = createHash('sha256').update(`${name}\n`).update(typed).digest('hex').slice(0, 8);
  if (id !== keyId) throw new Error(`the key id of ${name} does not belong to the key`);
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') };
  return { name, keyId, type, raw, key: createPublicKey({ key: jwk, format: 'jwk' }) };
}

/** What a key has to say to a note: nothing, something true, or something false. */
export function checkSignature(note: SignedNote, key: VerifierKey): 'absent' | 'valid' | 'invalid' {
  const mine = note.signatures.filter(({ name, keyId }) => name === key.name && keyId === key.keyId);
  if (mine.length === 0) return 'absent';
  return mine.every(({ signature }) => isSignedBy(note.text, signature, key)) ? 'valid' : 'invalid';
}

function isSignedBy(text: string, signature: Buffer, { type, key }: VerifierKey): boolean {
  if (type === LOG_KEY) return signature.length === 64 && verify(null, Buffer.from(text), key, signature);
  if (signature.length !== 72) return false;
  const seconds = signature.readBigUInt64BE(0);
  return verify(null, Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`), key, signature.subarray(8));
}
