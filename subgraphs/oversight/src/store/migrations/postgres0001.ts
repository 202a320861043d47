import { type Kysely, sql } from 'kysely';

/** Decisions on findings; nobody changes or deletes one, the owner of the tables neither. Times are RFC 3339, UTC. */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(database);
}

const statements = [
  sql`create table finding_decision (
    id bigint generated always as identity primary key,
    finding text not null check (finding ~ '^F-[A-Za-z0-9_-]{43}$'),
    decided_at text not null,
    decided_by text not null,
    basis text not null,
    verdict text not null check (verdict in ('CONFIRMED', 'DISMISSED', 'NEEDS_MORE')),
    reason text not null check (length(reason) between 1 and 2000)
  )`,
  sql`create index finding_decision_finding on finding_decision (finding, id)`,
  sql`create function refuse_change() returns trigger language plpgsql as $$
    begin raise exception 'decisions are kept as they were made'; end $$`,
  sql`create trigger keep_rows before update or delete on finding_decision
    for each row execute function refuse_change()`,
  sql`create trigger keep_table before truncate on finding_decision
    for each statement execute function refuse_change()`,
];
