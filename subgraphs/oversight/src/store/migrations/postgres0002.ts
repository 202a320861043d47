import { type Kysely, sql } from 'kysely';

/** Heads of the access log that were proved; what the log says later must continue them. */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(database);
}

const statements = [
  sql`create table log_head (
    id bigint generated always as identity primary key,
    verifier_key text not null,
    size bigint not null check (size >= 0),
    root text not null check (root ~ '^[0-9a-f]{64}$')
  )`,
  sql`create function refuse_change_of_head() returns trigger language plpgsql as $$
    begin raise exception 'heads of the access log are kept as they were seen'; end $$`,
  sql`create trigger keep_rows before update or delete on log_head
    for each row execute function refuse_change_of_head()`,
  sql`create trigger keep_table before truncate on log_head
    for each statement execute function refuse_change_of_head()`,
];
