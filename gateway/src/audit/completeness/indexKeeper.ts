import type { LogStore } from '../logStore.ts';
import type { Sequencer } from '../sequencer.ts';
import type { SubjectIndex } from './subjectIndex.ts';
import { createSubjectIndexBuilder } from './subjectIndexBuilder.ts';

/** An index that stands in the log. */
export interface KeptIndex {
  /** Index of its record. */
  readonly record: number;
  readonly index: SubjectIndex;
}

export interface IndexKeeperOptions {
  readonly store: Pick<LogStore, 'head' | 'entries'>;
  readonly sequencer: Pick<Sequencer, 'append'>;
  /** How often an index is written by itself (a day). The first comes within an hour, so that restarts do not put it off for ever. */
  readonly everyMs?: number;
  /** Told where the one that is due could not be written; it is tried again when the next is due. */
  readonly onFailure: (cause: Error) => void;
  readonly now?: () => Date;
}

/** Writes index records, one at a time, and remembers the last one so that it can be proven from. */
export interface IndexKeeper {
  /**
   * The index of all entries; a record of it is appended unless nothing came since the last one. The first one reads the whole log.
   * @throws Error where the log cannot be read, LogUnavailable where it cannot be written.
   */
  refresh(): Promise<KeptIndex>;
  /** The last one of this process; a fresh one where there is none yet. */
  current(): Promise<KeptIndex>;
  /** Gives up what is being read. */
  close(): Promise<void>;
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

export function createIndexKeeper(options: IndexKeeperOptions): IndexKeeper {
  const { store, sequencer, everyMs = DAY_MS, onFailure, now = () => new Date() } = options;
  const builder = createSubjectIndexBuilder(store);
  const closing = new AbortController();
  let kept: KeptIndex | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let timer = setTimeout(writeWhenDue, Math.min(everyMs, HOUR_MS));
  timer.unref();

  async function write(): Promise<KeptIndex> {
    const { size } = await store.head();
    if (kept !== null && kept.record + 1 === size) return kept;
    await builder.advance(size, closing.signal);
    const index = await builder.build();
    const { root, tags } = index;
    const { index: record } = await sequencer.append({
      phase: 'index',
      v: 1,
      time: now().toISOString(),
      size,
      root: root.toString('hex'),
      tags,
    });
    kept = { record, index };
    return kept;
  }

  function refresh(): Promise<KeptIndex> {
    const mine = last.then(write);
    last = mine.catch(() => undefined);
    return mine;
  }

  function writeWhenDue(): void {
    void refresh()
      .catch((cause: Error) => {
        if (!closing.signal.aborted) onFailure(cause);
      })
      .then(() => {
        if (closing.signal.aborted) return;
        timer = setTimeout(writeWhenDue, everyMs);
        timer.unref();
      });
  }

  return {
    refresh,
    current: async () => kept ?? (await refresh()),
    async close() {
      closing.abort(new Error('the log is being closed'));
      clearTimeout(timer);
      await last;
    },
  };
}
