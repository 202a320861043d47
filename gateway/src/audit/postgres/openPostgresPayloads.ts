import type { PayloadRows } from '../payloads/payloadRows.ts';
import { connectPostgres, type PostgresLogConfig } from './connectPostgres.ts';

const POOL_SIZE = 2;

/** Payloads beside the log, in tables that rows can be deleted from. */
export function openPostgresPayloads(config: PostgresLogConfig): PayloadRows {
  const pool = connectPostgres(config, POOL_SIZE);

  const findKey = async (subject: string): Promise<Uint8Array | null> =>
    (await pool.query('select wrapped_key from audit_subject_key where subject_tag = $1', [subject])).rows[0]
      ?.wrapped_key ?? null;

  return {
    findKey,
    async addKey(subject, wrappedKey) {
      await pool.query('insert into audit_subject_key values ($1, $2) on conflict do nothing', [
        subject,
        wrappedKey,
      ]);
      return (await findKey(subject)) ?? wrappedKey;
    },
    async addPayload(digest, subject, ciphertext) {
      await pool.query('insert into audit_payload values ($1, $2, $3)', [digest, subject, ciphertext]);
    },
    findPayload: async (digest) =>
      (await pool.query('select ciphertext from audit_payload where digest = $1', [digest])).rows[0]
        ?.ciphertext ?? null,
    async erase(subject) {
      await pool.query(
        `with key as (delete from audit_subject_key where subject_tag = $1)
         delete from audit_payload where subject_tag = $1`,
        [subject],
      );
    },
    close: () => pool.end(),
  };
}
