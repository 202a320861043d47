import { type Kysely, sql } from 'kysely';

/** As in PostgreSQL. */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(database);
}

const statements = [
  sql`create table finding_decision (
    id integer primary key autoincrement,
    finding text not null check (finding glob 'F-*' and length(finding) = 45),
    decided_at text not null,
    decided_by text not null,
    basis text not null,
    verdict text not null check (verdict in ('CONFIRMED', 'DISMISSED', 'NEEDS_MORE')),
    reason text not null check (length(reason) between 1 and 2000)
  ) strict`,
  sql`create index finding_decision_finding on finding_decision (finding, id)`,
  sql`create trigger keep_as_made before update on finding_decision
    begin select raise(abort, 'decisions are kept as they were made'); end`,
  sql`create trigger keep_rows before delete on finding_decision
    begin select raise(abort, 'decisions are kept as they were made'); end`,
];
