import type { LogStore } from './logStore.ts';
import { TILE_WIDTH } from './merkleTree/tile.ts';

/** The bodies of the first `size` entries in their order, a tile at a time; `ahead` tiles are read before they are asked for. */
export async function* readAllEntries(
  source: Pick<LogStore, 'entries'>,
  size: number,
  ahead = 8,
): AsyncGenerator<readonly Buffer[]> {
  const reads: Promise<Buffer[]>[] = [];
  let next = 0;
  const readOn = () => {
    if (next >= size) return;
    const read = source.entries(next, Math.min(next + TILE_WIDTH, size));
    // It is asked for in its turn, and its failure is told then.
    read.catch(() => undefined);
    reads.push(read);
    next += TILE_WIDTH;
  };
  for (let number = 0; number < ahead; number++) readOn();
  for (let read = reads.shift(); read !== undefined; read = reads.shift()) {
    yield await read;
    readOn();
  }
}
