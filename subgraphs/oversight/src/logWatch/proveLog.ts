import type { LogBreakKind, LogProof } from '../rules/logProof.ts';
import { type Checkpoint, openCheckpoint, parseLogKey } from './checkpoint.ts';
import type { LogFiles } from './logFiles.ts';
import { createTiledTree, type TiledTree } from './tiledTree.ts';

/** A head of the log that was proved once, and by which key. */
export interface SeenHead {
  /** As written (C2SP signed-note). */
  readonly verifierKey: string;
  readonly size: number;
  readonly root: Buffer;
}

/** Heads that were seen: whatever the log says later must continue them. */
export interface SeenHeads {
  /** The one of the most entries; null: none was seen. */
  latest(): Promise<SeenHead | null>;
  add(head: SeenHead): Promise<void>;
}

/** An entry that a trace relies on. */
export interface ReliedOn {
  readonly index: number;
  /** Hexadecimal. */
  readonly leafHash: string;
}

export interface LogProver {
  /**
   * Proves that these entries stand in the log, and that the log continues what was seen of it before.
   * @throws Error where the log does not answer.
   */
  prove(entries: readonly ReliedOn[]): Promise<LogProof>;
}

type Break = LogProof['breaks'][number];

/**
 * Holds the log against what it has signed. The key is the one that the log gives out when it is first asked, and no other after that.
 */
export function createLogProver(files: LogFiles, seen: SeenHeads): LogProver {
  async function readHead(
    before: SeenHead | null,
  ): Promise<{ key: string; checkpoint: Checkpoint } | Break | null> {
    const note = await files.checkpoint();
    if (note === null && before === null) return null;
    const key = before?.verifierKey ?? (await files.verifierKey());
    const checkpoint = note === null ? null : openCheckpoint(note, parseLogKey(key));
    return checkpoint === null ? broken('SIGNATURE', 0, before?.size ?? 0) : { key, checkpoint };
  }

  return {
    async prove(entries) {
      const before = await seen.latest();
      const head = await readHead(before);
      if (head === null) return { size: 0, breaks: [] };
      if ('kind' in head) return { size: before?.size ?? 0, breaks: [head] };
      const { size, root } = head.checkpoint;
      const tree = createTiledTree(size, files.tile);
      const breaks = [
        ...(await chainBreaks(tree, head.checkpoint, before)),
        ...(await missingEntries(tree, head.checkpoint, entries)),
      ];
      if (breaks.length === 0 && size > (before?.size ?? -1))
        await seen.add({ verifierKey: head.key, size, root });
      return { size, breaks };
    },
  };
}

async function chainBreaks(
  tree: TiledTree,
  { size, root }: Checkpoint,
  before: SeenHead | null,
): Promise<Break[]> {
  const isWhole = (await tree.root()).equals(root);
  const continues = before === null || (await tree.continues(before.size, before.root, root));
  return isWhole && continues ? [] : [broken('CHAIN', 0, Math.max(size, before?.size ?? 0))];
}

/** Entries behind the checkpoint are not published yet; that is no fault. */
async function missingEntries(
  tree: TiledTree,
  { size, root }: Checkpoint,
  entries: readonly ReliedOn[],
): Promise<Break[]> {
  const breaks: Break[] = [];
  for (const { index, leafHash } of entries) {
    if (index >= size || (await tree.includes(index, Buffer.from(leafHash, 'hex'), root))) continue;
    breaks.push(broken('NOT_INCLUDED', index, index));
  }
  return breaks;
}

function broken(kind: LogBreakKind, from: number, to: number): Break {
  return { kind, from, to };
}
