import { type AccessLogApi, LOG_PAGE_SIZE, type LogEntry, type LogPage } from './accessLogApi.ts';
import { areParts, joinParts, type LoggedAccess } from './loggedAccess.ts';

/** The looks at one person, read as they are needed; each page of the log is asked for once. */
export interface AccessReader {
  /**
   * Newest first, those with an index smaller than `before` only; null: all.
   *
   * @throws AuditUnavailable
   */
  from(before: number | null): AsyncIterable<LoggedAccess>;
}

/** For one request. Without tags there is nobody to look for, and the log is not asked. */
export function createAccessReader(
  api: AccessLogApi,
  tags: readonly string[],
  signal: AbortSignal,
): AccessReader {
  const pages = new Map<number | null, Promise<LogPage>>();
  const pageBefore = (before: number | null) => {
    const page = pages.get(before) ?? api.read({ tags, before }, signal);
    pages.set(before, page);
    return page;
  };

  async function* entriesFrom(start: number | null): AsyncGenerator<LogEntry> {
    if (tags.length === 0) return;
    for (let before = start; ; ) {
      const { accesses } = await pageBefore(before);
      yield* accesses;
      const last = accesses.at(-1);
      if (last === undefined || accesses.length < LOG_PAGE_SIZE) return;
      before = last.index;
    }
  }

  return {
    async *from(before) {
      let group: LogEntry[] = [];
      for await (const entry of entriesFrom(before)) {
        const [head] = group;
        if (head !== undefined && !areParts(head, entry)) {
          yield joinParts(group);
          group = [];
        }
        group.push(entry);
      }
      if (group.length > 0) yield joinParts(group);
    },
  };
}
