import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { encodeFrame, type Frame, isFrameAfter, readFrames } from './frames.ts';

/** A file of frames that only grows. Frames are whole or not there. */
export interface FramedFile {
  /** Gives where the payload begins; durable (fdatasync) when it resolves. Where it fails, nothing of the frame stays. */
  append(payload: Uint8Array): Promise<number>;
  read(at: number, length: number): Promise<Buffer>;
  /** Takes away what a failed append may have left, and fails as long as there is no room for another. */
  repair(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens or makes the file, hands every frame to `onFrame` and cuts off a torn end: what a crash left of a frame that was never
 * acknowledged.
 *
 * @throws Error where a frame in the middle is damaged: cutting there would lose what was acknowledged.
 */
export async function openFramedFile(path: string, onFrame: (frame: Frame) => void): Promise<FramedFile> {
  const handle = await open(path, constants.O_RDWR | constants.O_CREAT, 0o600);
  try {
    await syncFolder(dirname(path));
    const { size } = await handle.stat();
    let end = 0;
    for (const frame of readFrames(handle.fd, size)) {
      onFrame(frame);
      end = frame.end;
    }
    if (end < size) {
      if (isFrameAfter(handle.fd, size, end)) {
        throw new Error(`${path} is damaged at byte ${end}. Restore it from a backup that is not older.`);
      }
      await handle.truncate(end);
      await handle.datasync();
    }
    return createFramedFile(handle, end);
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** As much as a batch takes. Cut off as a torn end is, should a crash leave it. */
const ROOM = Buffer.alloc(256 * 1024);

function createFramedFile(handle: FileHandle, start: number): FramedFile {
  /** What was acknowledged ends here. */
  let end = start;
  let isClean = true;

  const repair = async () => {
    if (isClean) return;
    await handle.truncate(end);
    await writeAll(handle, ROOM, end);
    await handle.datasync();
    await handle.truncate(end);
    await handle.datasync();
    isClean = true;
  };

  return {
    async append(payload) {
      await repair();
      const frame = encodeFrame(payload);
      isClean = false;
      await writeAll(handle, frame, end);
      await handle.datasync();
      isClean = true;
      const payloadAt = end + frame.length - payload.length;
      end += frame.length;
      return payloadAt;
    },
    async read(at, length) {
      const bytes = Buffer.allocUnsafe(length);
      const { bytesRead } = await handle.read(bytes, 0, length, at);
      if (bytesRead !== length) throw new Error('the journal is shorter than it was');
      return bytes;
    },
    repair,
    close: () => handle.close(),
  };
}

/** A write may take less than it is given, where the disk becomes full in the middle of it. */
async function writeAll(handle: FileHandle, bytes: Buffer, at: number): Promise<void> {
  for (let written = 0; written < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, written, bytes.length - written, at + written);
    written += bytesWritten;
  }
}

/** A new file is there after a power cut only when its folder was synced. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
