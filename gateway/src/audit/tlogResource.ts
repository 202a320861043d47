import type { LogStore } from './logStore.ts';
import { TILE_WIDTH, tileWidth } from './merkleTree/tile.ts';
import { parseTilePath } from './merkleTree/tilePath.ts';

/** A file of the log as C2SP tlog-tiles has it. */
export interface TlogResource {
  readonly contentType: string;
  readonly body: Buffer;
  /** False for what is another one tomorrow: the checkpoint. */
  readonly isImmutable: boolean;
}

/**
 * What stands at `path` below the prefix of the log: `checkpoint`, `tile/…` and `tile/entries/…`. Null for what is not there, or not
 * published yet. Entries are records of access: who may read them is for the caller to say.
 */
export async function readTlogResource(
  store: Pick<LogStore, 'latestCheckpoint' | 'readTile' | 'entries'>,
  path: string,
): Promise<TlogResource | null> {
  const latest = await store.latestCheckpoint();
  if (latest === null) return null;
  if (path === 'checkpoint') {
    const body = Buffer.from(latest.note + latest.cosignatures.join(''));
    return { contentType: 'text/plain; charset=utf-8', body, isImmutable: false };
  }
  const name = parseTilePath(path);
  if (name === null) return null;
  const { index, width } = name;
  const level = name.level === 'entries' ? 0 : name.level;
  if (width > tileWidth(level, index, latest.size)) return null;
  const body =
    name.level === 'entries'
      ? entryBundle(await store.entries(index * TILE_WIDTH, index * TILE_WIDTH + width))
      : Buffer.from(await store.readTile(level, index, width));
  return { contentType: 'application/octet-stream', body, isImmutable: true };
}

/** Entries, each after its length as a big-endian uint16 (C2SP tlog-tiles, "Log entries"). */
function entryBundle(entries: readonly Buffer[]): Buffer {
  return Buffer.concat(
    entries.flatMap((entry) => {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(entry.length);
      return [length, entry];
    }),
  );
}
