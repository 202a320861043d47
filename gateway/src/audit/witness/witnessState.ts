import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';

/** The latest head of a log that a witness has cosigned. */
export interface WitnessedHead {
  readonly size: number;
  readonly root: Buffer;
}

/** What a witness remembers: one head for each log, and nothing else. */
export interface WitnessState {
  /** Null where it never cosigned for this log. */
  read(origin: string): Promise<WitnessedHead | null>;
  /** On the disk when it resolves, whole or not at all. */
  write(origin: string, head: WitnessedHead): Promise<void>;
}

/** One file for each log in a folder, which is made where it is missing. */
export async function openWitnessState(folder: string): Promise<WitnessState> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const fileOf = (origin: string) => join(folder, createHash('sha256').update(origin).digest('hex'));
  return {
    async read(origin) {
      const written = await readFile(fileOf(origin), 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      });
      if (written === null) return null;
      const { size, root } = JSON.parse(written) as { size: number; root: string };
      return { size, root: Buffer.from(root, 'base64') };
    },
    async write(origin, { size, root }) {
      const file = fileOf(origin);
      const next = await open(`${file}.next`, 'w', 0o600);
      try {
        await next.writeFile(JSON.stringify({ origin, size, root: root.toString('base64') }));
        await next.sync();
      } finally {
        await next.close();
      }
      await rename(`${file}.next`, file);
      const opened = await open(folder, 'r');
      try {
        await opened.sync();
      } finally {
        await opened.close();
      }
    },
  };
}
