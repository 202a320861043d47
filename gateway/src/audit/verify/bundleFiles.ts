import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The files of a bundle. */
export interface BundleFiles {
  /** Null where it is not there. */
  read(path: string): Promise<Buffer | null>;
  /** Names in a folder; none where it is not there. */
  list(path: string): Promise<string[]>;
}

export function openBundle(directory: string): BundleFiles {
  return {
    read: (path) => readFile(join(directory, path)).catch(absent(null)),
    list: (path) => readdir(join(directory, path)).catch(absent<string[]>([])),
  };
}

function absent<Value>(value: Value) {
  return (error: NodeJS.ErrnoException): Value => {
    if (error.code === 'ENOENT') return value;
    throw error;
  };
}
