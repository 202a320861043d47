import { sql } from 'kysely';
import type { Store } from './openStore.ts';
import type { ThreadEntry } from './pointerSlice.ts';

/** Threads by number, members in the order of joining; those that do not exist are left out. */
export async function findThreads(
  { database }: Pick<Store, 'database'>,
  threadNos: readonly string[],
): Promise<Map<string, ThreadEntry>> {
  const { rows } = await sql<ThreadEntry>`
    select thread.thread_no as "threadNo", thread.title,
      array(select case_id from thread_member where thread_member.thread_no = thread.thread_no order by position)
        as members
    from thread where thread.thread_no = any(${[...threadNos]}::text[])`.execute(database);
  return new Map(rows.map((row) => [row.threadNo, row]));
}

/** The thread number of each case that is in a thread, by case id. */
export async function findThreadNosOfCases(
  { database }: Pick<Store, 'database'>,
  caseIds: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ caseId: string; threadNo: string }>`
    select case_id as "caseId", thread_no as "threadNo"
    from thread_member where case_id = any(${[...caseIds]}::text[])`.execute(database);
  return new Map(rows.map(({ caseId, threadNo }) => [caseId, threadNo]));
}
