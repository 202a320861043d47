import type { SubjectKeyRows } from '../payloads/subjectKeyRows.ts';
import { byteaArray, textArray } from './binaryArray.ts';
import { connectPostgres, type PostgresLogConfig } from './connectPostgres.ts';

const POOL_SIZE = 2;

const FIND_SEEDS = 'select subject_tag, seed from audit_subject_key where subject_tag = any($1::text[])';

/**
 * In one order, so that two who add the same do not wait for each other. The disk is not waited for: what a key seals is durable when the
 * commit of its record is, and that commit comes after this one in the same write-ahead log.
 */
const ADD_SEEDS = `
  with unwaited as materialized (select set_config('synchronous_commit', 'off', true))
  insert into audit_subject_key (subject_tag, seed)
  select subject_tag, seed from unwaited, unnest($1::text[], $2::bytea[]) as s (subject_tag, seed)
  order by subject_tag
  on conflict do nothing`;

interface SeedRow {
  readonly subject_tag: string;
  readonly seed: Buffer;
}

/** Seeds of persons' keys beside the log, in a table that rows can be deleted from. */
export function openPostgresKeys(config: PostgresLogConfig): SubjectKeyRows {
  const pool = connectPostgres(config, POOL_SIZE);

  const findSeeds = async (subjects: readonly string[]) => {
    const values = [textArray(subjects)];
    // Not by name: a plan that was made while the table was empty would read all of it ever after.
    const { rows } = await pool.query<SeedRow>(FIND_SEEDS, values);
    return new Map(rows.map(({ subject_tag, seed }) => [subject_tag, seed]));
  };

  return {
    findSeeds,
    async addSeeds(seeds) {
      const subjects = [...seeds.keys()];
      const values = [textArray(subjects), byteaArray([...seeds.values()])];
      const { rowCount } = await pool.query({ name: 'add-seeds', text: ADD_SEEDS, values });
      if (rowCount === seeds.size) return seeds;
      const standing = await findSeeds(subjects);
      if (standing.size < seeds.size) throw new Error('the key of a person was erased while it was made');
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
