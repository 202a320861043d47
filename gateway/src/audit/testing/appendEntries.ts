import type { LogBatch, LogStore, SealedPayload } from '../logStore.ts';
import { leafHash } from '../merkleTree/merkleHash.ts';
import { resumeTree } from '../merkleTree/resumeTree.ts';

/** The batch that appends these bodies to what is there. */
export async function batchOf(
  store: LogStore,
  bodies: readonly Buffer[],
  subjects: readonly string[] = [],
  sealed: readonly SealedPayload[] = [],
): Promise<LogBatch> {
  const from = await store.head();
  const tree = await resumeTree(store.readTile, from.size);
  const entries = bodies.map((body) => ({ body, leafHash: leafHash(body), subjects, sealed }));
  const fullTiles = tree.append(entries.map((entry) => entry.leafHash));
  return { from, to: { size: tree.size, root: tree.root() }, entries, fullTiles };
}

export async function appendEntries(
  store: LogStore,
  bodies: readonly Buffer[],
  subjects: readonly string[] = [],
  sealed: readonly SealedPayload[] = [],
): Promise<void> {
  await store.append(await batchOf(store, bodies, subjects, sealed));
}
