import { readFileSync, statSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import type { Logger } from 'pino';
import type { SupergraphSource } from './supergraphSource.ts';

/**
 * A supergraph in a file. The file is looked at every `pollMs`, which also sees files replaced by a rename and mounts
 * that send no events. A file that vanishes or cannot be read is logged once and changes nothing.
 * @throws {Error} when the file cannot be read at the start.
 */
export function watchSupergraphFile(o: { file: string; pollMs: number; logger: Logger }): SupergraphSource {
  const { file, pollMs, logger } = o;
  let sdl = readAtStart(file);
  let seen = stampOf(statSync(file));
  let failure: string | null = null;
  let timer: NodeJS.Timeout | undefined;

  const look = async (onChange: (sdl: string) => Promise<void>) => {
    try {
      const stamp = stampOf(await stat(file));
      if (stamp !== seen) {
        const text = await readFile(file, 'utf8');
        seen = stamp;
        if (text !== sdl) {
          sdl = text;
          await onChange(text);
        }
      }
      failure = null;
    } catch (error) {
      const message = (error as Error).message;
      if (message !== failure)
        logger.error({ file, reason: message }, 'supergraph file not readable; the last good one stays');
      failure = message;
    }
  };

  return {
    initial: sdl,
    watch(onChange) {
      const next = () => {
        timer = setTimeout(async () => {
          await look(onChange);
          if (timer !== undefined) next();
        }, pollMs);
        timer.unref();
      };
      next();
    },
    close() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}

function readAtStart(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Error(`cannot read the supergraph ${file}: ${(error as Error).message}`);
  }
}

function stampOf(stats: { mtimeMs: number; size: number; ino: number }): string {
  return `${stats.mtimeMs}:${stats.size}:${stats.ino}`;
}
