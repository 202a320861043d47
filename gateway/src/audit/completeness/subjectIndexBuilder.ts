import { subjectsOfRecord } from '../accessRecord.ts';
import type { LogStore } from '../logStore.ts';
import { createBreather } from './breather.ts';
import { digestWith, type IndexLeaf, NO_INDEXES } from './indexLeaf.ts';
import { createSubjectIndex, type SubjectIndex } from './subjectIndex.ts';

/** Entries that are read at once. */
const BATCH = 512;

interface Seen {
  readonly count: number;
  readonly last: number;
  readonly digest: string;
}

/** Follows a log and can tell at any time what is in it by tag. About 250 bytes a tag. */
export interface SubjectIndexBuilder {
  /**
   * Reads on to `size` entries, letting others have their turns.
   * @throws Error where the store fails, or `signal` says that it is to stop; it goes on from where it came to.
   */
  advance(size: number, signal?: AbortSignal): Promise<void>;
  /** The index as of now; not while it advances. */
  build(): Promise<SubjectIndex>;
}

export function createSubjectIndexBuilder(store: Pick<LogStore, 'entries'>): SubjectIndexBuilder {
  const byTag = new Map<string, Seen>();
  let done = 0;

  return {
    async advance(size, signal) {
      const breathe = createBreather();
      while (done < size) {
        signal?.throwIfAborted();
        const bodies = await store.entries(done, Math.min(done + BATCH, size));
        for (const body of bodies) {
          for (const tag of new Set(subjectsOfRecord(body))) {
            const { count, digest } = byTag.get(tag) ?? { count: 0, digest: NO_INDEXES };
            byTag.set(tag, { count: count + 1, last: done, digest: digestWith(digest, done) });
          }
          done += 1;
          const pause = breathe();
          if (pause !== undefined) await pause;
        }
      }
    },
    build: async () => await createSubjectIndex(done, await sorted(byTag)),
  };
}

/** The index of the first `size` entries of a log. */
export async function buildSubjectIndex(
  store: Pick<LogStore, 'entries'>,
  size: number,
): Promise<SubjectIndex> {
  const builder = createSubjectIndexBuilder(store);
  await builder.advance(size);
  return await builder.build();
}

/**
 * In the order of the tags. They are divided by their first characters and each part is sorted by itself, because one sort of very many
 * would hold everybody up. No epoch with its colon begins another one, so parts in order are tags in order.
 */
async function sorted(byTag: ReadonlyMap<string, Seen>): Promise<IndexLeaf[]> {
  const breathe = createBreather();
  const parts = new Map<string, string[]>();
  let number = 0;
  for (const tag of byTag.keys()) {
    const start = tag.slice(0, tag.indexOf(':') + 3);
    const part = parts.get(start);
    if (part === undefined) parts.set(start, [tag]);
    else part.push(tag);
    if (++number % 1_000 === 0) await breathe();
  }
  const leaves: IndexLeaf[] = [];
  for (const start of [...parts.keys()].sort()) {
    for (const tag of (parts.get(start) as string[]).sort()) {
      const { count, last, digest } = byTag.get(tag) as Seen;
      leaves.push({ tag, count, last, digest: Buffer.from(digest, 'latin1').toString('hex') });
    }
    await breathe();
  }
  return leaves;
}
