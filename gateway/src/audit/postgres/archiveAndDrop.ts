import type { ClientBase } from 'pg';
import type { LogSource } from '../exportBundle.ts';
import { type Archive, archiveLog } from '../retention/archiveLog.ts';
import { requireRetention } from '../retention/requireRetention.ts';

export interface Retention {
  readonly schema: string;
  readonly store: LogSource;
  readonly archive: Archive;
  /** Records are in the tables for so long at least. */
  readonly days: number;
  readonly now: () => Date;
}

/** Entries `[start, end)` that are in no table any more, only in the archive. */
export interface DroppedPartition {
  readonly start: number;
  readonly end: number;
}

/** Longer, and appends would wait behind it. */
const LOCK_TIMEOUT = '500ms';

/**
 * Takes partitions out of the tables of which every record is older than the retention, the oldest first, with the tags and payloads of the
 * same entries; never one that is not in the archive, and never before all of the archive was verified anew. Tiles, head and checkpoints
 * stay, so that every proof can still be made. `owner` is a connection of who owns the tables: the gateway's role cannot do this.
 *
 * @throws RangeError where the retention is below three years.
 * @throws Error where the archive is not proven, or the tables are in use; then nothing was dropped.
 */
export async function archiveAndDrop(
  owner: ClientBase,
  { schema, store, archive, days, now }: Retention,
): Promise<DroppedPartition[]> {
  requireRetention(days);
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(schema)) throw new Error(`"${schema}" is not a schema name`);
  const before = new Date(now().getTime() - days * 24 * 3_600_000);
  const due: (Partition & DroppedPartition)[] = [];
  for (const partition of await partitionsOf(owner, schema)) {
    if (!(await isOlder(owner, schema, partition, before))) break;
    due.push(partition);
  }
  if (due.length === 0) return [];
  const archived = await archiveLog(store, archive);
  const dropped = due.filter(({ end }) => end <= archived);
  await owner.query('begin');
  try {
    await owner.query(`set local search_path to ${schema}`);
    await owner.query(`set local lock_timeout to '${LOCK_TIMEOUT}'`);
    for (const { number } of dropped) {
      await owner.query(
        `drop table audit_payload_${number}, audit_subject_idx_${number}, audit_leaf_${number}`,
      );
    }
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
  return dropped.map(({ start, end }) => ({ start, end }));
}

interface Partition extends DroppedPartition {
  readonly number: number;
}

/** Those that are full and of which no tile is still growing, the oldest first: the tree is resumed from what grows. */
async function partitionsOf(owner: ClientBase, schema: string): Promise<Partition[]> {
  const { rows } = await owner.query<{ number: string; start: string; end: string }>(`
    select number, start, "end" from (
      select substring(c.relname from '\\d+$')::bigint as number, bound[1]::bigint as start, bound[2]::bigint as "end"
      from pg_inherits i
      join pg_class c on c.oid = i.inhrelid
      cross join regexp_match(pg_get_expr(c.relpartbound, c.oid), 'FROM \\(''(\\d+)''\\) TO \\(''(\\d+)''\\)') as bound
      where i.inhparent = '${schema}.audit_leaf'::regclass
    ) as partition
    where "end" <= (select size / 256 * 256 from ${schema}.audit_head)
    order by start`);
  return rows.map(({ number, start, end }) => ({
    number: Number(number),
    start: Number(start),
    end: Number(end),
  }));
}

/** By the clock of PostgreSQL as each record was written: the record's own time is the word of who wrote it. */
async function isOlder(
  owner: ClientBase,
  schema: string,
  { number, start, end }: Partition,
  before: Date,
): Promise<boolean> {
  const { rows } = await owner.query<{ count: string; latest: Date | null }>(
    `select count(*) as count, max(at) as latest from ${schema}.audit_leaf_${number}`,
  );
  const [{ count, latest }] = rows as [{ count: string; latest: Date | null }];
  if (Number(count) !== end - start) throw new Error(`the access log has lost entries of ${start} to ${end}`);
  return latest !== null && latest < before;
}
