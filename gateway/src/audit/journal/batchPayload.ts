import { HASH_BYTES } from '../merkleTree/merkleHash.ts';

/** What one frame of the journal holds: entries, and the root that the tree has after them. */
export interface BatchPayload {
  readonly start: number;
  readonly root: Buffer;
  readonly bodies: readonly Buffer[];
  /** Where each body begins in the payload. */
  readonly offsets: readonly number[];
}

const FIXED_BYTES = 8 + HASH_BYTES + 4;

/** `start (uint64) || root || count (uint32) || (length (uint16) || body)*`, big-endian. */
export function encodeBatchPayload(start: number, root: Buffer, bodies: readonly Buffer[]): Buffer {
  const payload = Buffer.allocUnsafe(bodies.reduce((sum, body) => sum + 2 + body.length, FIXED_BYTES));
  payload.writeBigUInt64BE(BigInt(start), 0);
  root.copy(payload, 8);
  payload.writeUInt32BE(bodies.length, 8 + HASH_BYTES);
  let at = FIXED_BYTES;
  for (const body of bodies) {
    payload.writeUInt16BE(body.length, at);
    body.copy(payload, at + 2);
    at += 2 + body.length;
  }
  return payload;
}

/** @throws RangeError where the payload is shorter than it says. */
export function decodeBatchPayload(payload: Buffer): BatchPayload {
  const count = payload.readUInt32BE(8 + HASH_BYTES);
  const bodies: Buffer[] = [];
  const offsets: number[] = [];
  let at = FIXED_BYTES;
  for (let entry = 0; entry < count; entry++) {
    const length = payload.readUInt16BE(at);
    offsets.push(at + 2);
    bodies.push(payload.subarray(at + 2, at + 2 + length));
    at += 2 + length;
  }
  if (at !== payload.length) throw new RangeError('a batch of the journal has another length than it says');
  return {
    start: Number(payload.readBigUInt64BE(0)),
    root: payload.subarray(8, 8 + HASH_BYTES),
    bodies,
    offsets,
  };
}
