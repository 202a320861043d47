import type { LogEntry } from '../logStore.ts';
import { HASH_BYTES } from '../merkleTree/merkleHash.ts';
import { encodeSealed, sealedBytes } from './sealedBytes.ts';

/** What one frame of the journal holds: entries, and the root that the tree has after them. */
export interface BatchPayload {
  readonly start: number;
  readonly root: Buffer;
  readonly bodies: readonly Buffer[];
  /** Where each body begins in the payload, and how many bytes of what is sealed with it follow on it. */
  readonly places: readonly { readonly offset: number; readonly sealedLength: number }[];
}

const FIXED_BYTES = 8 + HASH_BYTES + 4;
const LENGTHS_BYTES = 2 + 4;

/** `start (uint64) || root || count (uint32) || (length (uint16) || sealed length (uint32) || body || sealed)*`, big-endian. */
export function encodeBatchPayload(
  start: number,
  root: Buffer,
  entries: readonly Pick<LogEntry, 'body' | 'sealed'>[],
): Buffer {
  const length = entries.reduce(
    (sum, { body, sealed }) => sum + LENGTHS_BYTES + body.length + sealedBytes(sealed),
    FIXED_BYTES,
  );
  const payload = Buffer.allocUnsafe(length);
  payload.writeBigUInt64BE(BigInt(start), 0);
  root.copy(payload, 8);
  payload.writeUInt32BE(entries.length, 8 + HASH_BYTES);
  let at = FIXED_BYTES;
  for (const { body, sealed } of entries) {
    payload.writeUInt16BE(body.length, at);
    payload.writeUInt32BE(sealedBytes(sealed), at + 2);
    body.copy(payload, at + LENGTHS_BYTES);
    at = encodeSealed(sealed, payload, at + LENGTHS_BYTES + body.length);
  }
  return payload;
}

/** @throws RangeError where the payload is shorter than it says. */
export function decodeBatchPayload(payload: Buffer): BatchPayload {
  const count = payload.readUInt32BE(8 + HASH_BYTES);
  const bodies: Buffer[] = [];
  const places: { offset: number; sealedLength: number }[] = [];
  let at = FIXED_BYTES;
  for (let entry = 0; entry < count; entry++) {
    const length = payload.readUInt16BE(at);
    const sealedLength = payload.readUInt32BE(at + 2);
    const offset = at + LENGTHS_BYTES;
    places.push({ offset, sealedLength });
    bodies.push(payload.subarray(offset, offset + length));
    at = offset + length + sealedLength;
  }
  if (at !== payload.length) throw new RangeError('a batch of the journal has another length than it says');
  return {
    start: Number(payload.readBigUInt64BE(0)),
    root: payload.subarray(8, 8 + HASH_BYTES),
    bodies,
    places,
  };
}
