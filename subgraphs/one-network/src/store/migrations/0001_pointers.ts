import { type Kysely, sql } from 'kysely';

/** Persons, organizations, threads and links as they stood at the beginning. */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(database);
}

const statements = [
  sql`create table person (
    id text primary key,
    sealed bytea not null
  )`,
  sql`create table person_alias (
    former_id text primary key,
    person_id text not null references person (id) on delete cascade
  )`,
  sql`create table organization (
    id text primary key,
    uscc text unique,
    name text not null,
    kind text not null,
    region text not null,
    licence_no text,
    licence_state text,
    supervisor_id text
  )`,
  sql`create table thread (
    thread_no text primary key check (thread_no ~ '^CT-[0-9]{4}-[0-9]{8}$'),
    title text not null
  )`,
  // A case belongs to one thread at most.
  sql`create table thread_member (
    thread_no text not null references thread (thread_no) on delete cascade,
    position integer not null check (position >= 0),
    case_id text not null unique,
    primary key (thread_no, position)
  )`,
  sql`create table mandate (
    mandate_no text primary key,
    granted_by text[] not null,
    granted_at timestamptz not null,
    legal_basis text not null
  )`,
  // Without a mandate nobody may join the agencies' data (网络数据安全管理条例 art. 16), so there is no link without one.
  sql`create table link (
    id bigint generated always as identity primary key,
    from_case text not null,
    to_case text not null check (to_case <> from_case),
    kind text not null,
    evidence_kind text not null
      check (evidence_kind in ('DOCUMENT_QUOTED', 'SYSTEM_TRANSFER', 'SAME_PERSON_SAME_MATTER', 'MANUAL')),
    evidence_no text,
    confidence double precision not null check (confidence between 0 and 1),
    asserted_by text not null,
    asserted_at timestamptz not null,
    confirmed_at timestamptz,
    mandate_no text not null references mandate (mandate_no),
    unique nulls not distinct (from_case, to_case, kind, evidence_kind, evidence_no)
  )`,
  sql`create index link_to_case on link (to_case)`,
  sql`create table key_print (
    name text primary key,
    print text not null
  )`,
];
