import { open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportBundle, type LogSource } from '../exportBundle.ts';
import { TILE_WIDTH } from '../merkleTree/tile.ts';
import { tilePath } from '../merkleTree/tilePath.ts';
import { verifyBundle } from '../verify/verifyBundle.ts';

export interface Archive {
  /** Of one log for ever: it grows, and is the only place of what the store has no more. */
  readonly directory: string;
  /** Whom to believe (C2SP tlog-policy); not the one in the archive. */
  readonly policy: string;
}

/**
 * Brings the archive, a bundle of the whole log, up to the latest checkpoint, and verifies all of it from scratch: what it had before too.
 * Gives the size of the log that is then proven and on the disk.
 *
 * @throws Error where the archive is not proven, with what is wrong first.
 */
export async function archiveLog(store: LogSource, { directory, policy }: Archive): Promise<number> {
  await exportBundle(withArchived(store, directory), { directory, records: 'all', policy });
  const { faults, size, records } = await verifyBundle({ directory, policy });
  const [fault] = faults;
  if (fault !== undefined) throw new Error(`the archive is not proven: ${fault.where}: ${fault.message}`);
  if (size === null || records !== size)
    throw new Error('the archive has not every record of its checkpoint');
  await syncAll(directory);
  return size;
}

/** Entries that the archive has in whole tiles are taken from there: the store may have them no more. */
function withArchived(store: LogSource, directory: string): LogSource {
  return {
    ...store,
    async entries(start, end) {
      const index = start / TILE_WIDTH;
      if (!Number.isInteger(index) || end - start !== TILE_WIDTH) return await store.entries(start, end);
      const file = join(directory, tilePath({ level: 'entries', index, width: TILE_WIDTH }));
      const bundle = await readFile(file).catch(() => null);
      return bundle === null ? await store.entries(start, end) : entriesOf(bundle);
    },
  };
}

/** `(length (uint16) || entry)*`, as C2SP tlog-tiles has them. */
function entriesOf(bundle: Buffer): Buffer[] {
  const entries: Buffer[] = [];
  for (let at = 0; at < bundle.length; ) {
    const end = at + 2 + bundle.readUInt16BE(at);
    entries.push(bundle.subarray(at + 2, end));
    at = end;
  }
  return entries;
}

/** A file is there after a power cut when it and its folder were synced. */
async function syncAll(directory: string): Promise<void> {
  for (const entry of await readdir(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) await syncAll(path);
    else await sync(path);
  }
  await sync(directory);
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
