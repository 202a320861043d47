import { type Kysely, sql } from 'kysely';

/** As in PostgreSQL. */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(database);
}

const statements = [
  sql`create table log_head (
    id integer primary key autoincrement,
    verifier_key text not null,
    size integer not null check (size >= 0),
    root text not null check (length(root) = 64)
  ) strict`,
  sql`create trigger keep_head_as_seen before update on log_head
    begin select raise(abort, 'heads of the access log are kept as they were seen'); end`,
  sql`create trigger keep_heads before delete on log_head
    begin select raise(abort, 'heads of the access log are kept as they were seen'); end`,
];
