import { readSync } from 'node:fs';
import { crc32 } from 'node:zlib';

/** Begins each frame. Its first byte is in no UTF-8, so that none begins within the text of a record; in sealed bytes one may by chance, without the checksum. */
const MAGIC = Buffer.from([0xff, 0x54, 0x42, 0x4a]);
const HEADER_BYTES = 12;
/** More than 256 records of 65,535 bytes, and more than the sequencer gives one batch. */
const MAX_PAYLOAD_BYTES = 32 * 1024 * 1024;

/**
 * `magic || length || CRC-32 of the payload || payload`, numbers as big-endian uint32.
 * @throws RangeError where the payload is longer than is read back.
 */
export function encodeFrame(payload: Uint8Array): Buffer {
  if (payload.length > MAX_PAYLOAD_BYTES) throw new RangeError(`a frame cannot hold ${payload.length} bytes`);
  const frame = Buffer.allocUnsafe(HEADER_BYTES + payload.length);
  MAGIC.copy(frame);
  frame.writeUInt32BE(payload.length, 4);
  frame.writeUInt32BE(crc32(payload), 8);
  frame.set(payload, HEADER_BYTES);
  return frame;
}

export interface Frame {
  readonly payload: Buffer;
  /** Where the payload begins in the file, and where the next frame does. */
  readonly payloadAt: number;
  readonly end: number;
}

/** Reads frames from the beginning, and stops at the end or before the first that is not whole. */
export function* readFrames(file: number, size: number): Generator<Frame> {
  const read = createChunkReader(file, size);
  for (let at = 0; ; ) {
    const frame = readFrame(read, at);
    if (frame === null) return;
    yield frame;
    at = frame.end;
  }
}

/** Whether a whole frame begins anywhere after `from`: then what stands at `from` is no torn end, it was damaged. */
export function isFrameAfter(file: number, size: number, from: number): boolean {
  const read = createChunkReader(file, size);
  const rest = read(from, size - from) ?? Buffer.alloc(0);
  for (let at = rest.indexOf(MAGIC, 1); at !== -1; at = rest.indexOf(MAGIC, at + 1)) {
    if (readFrame((start, length) => within(rest, start, length), at) !== null) return true;
  }
  return false;
}

type Read = (at: number, length: number) => Buffer | null;

function readFrame(read: Read, at: number): Frame | null {
  const header = read(at, HEADER_BYTES);
  if (header === null || header.compare(MAGIC, 0, 4, 0, 4) !== 0) return null;
  const length = header.readUInt32BE(4);
  const checksum = header.readUInt32BE(8);
  if (length > MAX_PAYLOAD_BYTES) return null;
  const payload = read(at + HEADER_BYTES, length);
  if (payload === null || crc32(payload) !== checksum) return null;
  return { payload, payloadAt: at + HEADER_BYTES, end: at + HEADER_BYTES + length };
}

function within(bytes: Buffer, start: number, length: number): Buffer | null {
  return start + length > bytes.length ? null : bytes.subarray(start, start + length);
}

const CHUNK_BYTES = 4 * 1024 * 1024;

/** Reads a file in large pieces; what is given stays valid, pieces are never written again. */
function createChunkReader(file: number, size: number): Read {
  let chunk = Buffer.alloc(0);
  let chunkAt = 0;
  return (at, length) => {
    if (at + length > size) return null;
    if (at < chunkAt || at + length > chunkAt + chunk.length) {
      chunk = Buffer.allocUnsafe(Math.min(Math.max(CHUNK_BYTES, length), size - at));
      chunkAt = at;
      for (let filled = 0; filled < chunk.length; ) {
        const count = readSync(file, chunk, filled, chunk.length - filled, at + filled);
        if (count === 0) return null;
        filled += count;
      }
    }
    return chunk.subarray(at - chunkAt, at - chunkAt + length);
  };
}
