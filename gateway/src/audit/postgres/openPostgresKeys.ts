import type { SubjectKeyRows } from '../payloads/subjectKeyRows.ts';
import { byteaArray, textArray } from './binaryArray.ts';
import { connectPostgres, type PostgresLogConfig } from './connectPostgres.ts';

const POOL_SIZE = 2;

/** The keys that are there already, and those that were added. A key that another adds in the same moment is in neither. */
const ADD_KEYS = `
  with wanted as (
    select subject_tag, wrapped_key from unnest($1::text[], $2::bytea[]) as w (subject_tag, wrapped_key)
  ), standing as (
    select k.subject_tag, k.wrapped_key from audit_subject_key k join wanted using (subject_tag)
  ), added as (
    insert into audit_subject_key
    select * from wanted where subject_tag not in (select subject_tag from standing) order by subject_tag
    on conflict do nothing returning subject_tag, wrapped_key
  )
  select * from standing union all select * from added`;

/** Keys of persons beside the log, in a table that rows can be deleted from. */
export function openPostgresKeys(config: PostgresLogConfig): SubjectKeyRows {
  const pool = connectPostgres(config, POOL_SIZE);

  const findKey = async (subject: string): Promise<Uint8Array | null> =>
    (await pool.query('select wrapped_key from audit_subject_key where subject_tag = $1', [subject])).rows[0]
      ?.wrapped_key ?? null;

  return {
    findKey,
    async addKeys(wrappedKeys) {
      const { rows } = await pool.query<{ subject_tag: string; wrapped_key: Buffer }>({
        name: 'add-keys',
        text: ADD_KEYS,
        values: [textArray([...wrappedKeys.keys()]), byteaArray([...wrappedKeys.values()])],
      });
      const standing = new Map<string, Uint8Array>(rows.map((row) => [row.subject_tag, row.wrapped_key]));
      for (const subject of wrappedKeys.keys()) {
        if (standing.has(subject)) continue;
        const key = await findKey(subject);
        if (key === null) throw new Error('a key of a person was erased while it was made');
        standing.set(subject, key);
      }
      return standing;
    },
    async erase(subject) {
      await pool.query(
        `with key as (delete from audit_subject_key where subject_tag = $1)
         delete from audit_payload p using audit_subject_idx i
         where i.subject_tag = $1 and p.seq = i.seq and p.subject_tag = $1`,
        [subject],
      );
    },
    close: () => pool.end(),
  };
}
