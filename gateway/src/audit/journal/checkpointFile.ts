import type { LogHead } from '../logStore.ts';
import { openFramedFile } from './framedFile.ts';

/** What was published, in a file of its own: a journal that lost its end is shorter than this says. */
export interface CheckpointFile {
  latest(): PublishedHead | null;
  addCheckpoint(checkpoint: LogHead & { readonly note: string }): Promise<void>;
  addCosignature(size: number, witness: string, line: string): Promise<void>;
  close(): Promise<void>;
}

export interface PublishedHead extends LogHead {
  readonly note: string;
  /** By name of the witness. */
  readonly cosignatures: ReadonlyMap<string, string>;
}

/** One line of the file: a checkpoint, or what a witness said to the one before. */
type Line =
  | { readonly size: number; readonly root: string; readonly note: string }
  | { readonly size: number; readonly witness: string; readonly line: string };

export async function openCheckpointFile(path: string): Promise<CheckpointFile> {
  let latest: (PublishedHead & { cosignatures: Map<string, string> }) | null = null;

  const take = (line: Line) => {
    if ('note' in line) {
      if (latest !== null && line.size <= latest.size) return;
      const { size, note } = line;
      latest = { size, root: Buffer.from(line.root, 'base64'), note, cosignatures: new Map() };
    } else if (latest?.size === line.size) {
      latest.cosignatures.set(line.witness, line.line);
    }
  };

  const file = await openFramedFile(path, ({ payload }) => take(JSON.parse(payload.toString()) as Line));
  const write = async (line: Line) => {
    await file.append(Buffer.from(JSON.stringify(line)));
    take(line);
  };
  return {
    latest: () => latest,
    async addCheckpoint({ size, root, note }) {
      if (latest?.size !== size) await write({ size, root: root.toString('base64'), note });
    },
    async addCosignature(size, witness, line) {
      if (latest?.size !== size || !latest.cosignatures.has(witness)) await write({ size, witness, line });
    },
    close: () => file.close(),
  };
}
