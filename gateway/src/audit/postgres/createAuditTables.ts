import type { ClientBase } from 'pg';

export interface AuditTables {
  readonly schema: string;
  /** The role that the gateway connects as. It must not be the owner: an owner can take triggers away. Null: nobody is granted anything. */
  readonly writer: string | null;
  /** Entries in a partition; fixed once the tables are there. */
  readonly leavesPerPartition: number;
}

/** Any number: processes that start together make the tables one after the other. */
const LOCK = 4_100_001;

/** Makes the tables of the log, as their owner; those that are there are left alone. Names are checked, not escaped. */
export async function createAuditTables(client: ClientBase, tables: AuditTables): Promise<void> {
  const { schema, writer, leavesPerPartition } = tables;
  for (const name of [schema, ...(writer === null ? [] : [writer])]) {
    if (!/^[a-z][a-z0-9_]{0,62}$/.test(name))
      throw new Error(`"${name}" is not a name for a schema or a role`);
  }
  if (!Number.isSafeInteger(leavesPerPartition) || leavesPerPartition < 1) {
    throw new Error('a partition takes one entry at least');
  }
  await client.query('begin');
  try {
    await client.query(`select pg_advisory_xact_lock(${LOCK})`);
    await client.query(`create schema if not exists ${schema}`);
    await client.query(`set local search_path to ${schema}`);
    await client.query(TABLES);
    await client.query(functions(schema, leavesPerPartition));
    for (const statement of triggers()) await client.query(statement);
    await client.query('select audit_make_partition(0)');
    if (writer !== null) for (const grant of grants(schema, writer)) await client.query(grant);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/** By number of the entry. */
const PARTITIONED = ['audit_leaf', 'audit_subject_idx', 'audit_payload'];

const TABLES = `
  create table if not exists audit_leaf (
    seq bigint primary key check (seq >= 0),
    at timestamptz not null default clock_timestamp(),
    leaf_hash bytea not null check (length(leaf_hash) = 32),
    body bytea not null check (length(body) <= 65535)
  ) partition by range (seq);
  create table if not exists audit_subject_idx (
    subject_tag text not null,
    seq bigint not null,
    primary key (subject_tag, seq)
  ) partition by range (seq);
  create table if not exists audit_tile (
    level smallint not null,
    idx bigint not null,
    width smallint not null default 256 check (width = 256),
    hashes bytea not null check (length(hashes) = 8192),
    root bytea not null check (length(root) = 32),
    primary key (level, idx)
  );
  create table if not exists audit_head (
    only_one boolean primary key default true check (only_one),
    size bigint not null,
    root bytea not null check (length(root) = 32)
  );
  insert into audit_head (size, root) values (0, sha256('')) on conflict do nothing;
  create table if not exists audit_checkpoint (
    size bigint primary key,
    root bytea not null,
    note text not null,
    at timestamptz not null default clock_timestamp()
  );
  create table if not exists audit_cosig (
    size bigint not null references audit_checkpoint (size),
    witness text not null,
    line text not null,
    primary key (size, witness)
  );
  create table if not exists audit_subject_key (subject_tag text primary key, seed bytea not null);
  create table if not exists audit_payload (
    seq bigint not null,
    digest bytea not null check (length(digest) = 32),
    subject_tag text not null,
    ciphertext bytea not null,
    primary key (seq, digest)
  ) partition by range (seq);
`;

/**
 * What stands under numbers of entries is in partitions of the same numbers: new rows go where the last ones are, and what is old goes all
 * at once. `audit_make_partition` runs as the owner, because the writer can make no tables; each partition that only grows is guarded by
 * itself against TRUNCATE.
 */
const functions = (schema: string, leavesPerPartition: number) => `
  create or replace function audit_refuse() returns trigger language plpgsql as $$
  begin
    raise exception 'the access log is append-only: % of % is refused', tg_op, tg_table_name
      using errcode = 'insufficient_privilege';
  end $$;
  create or replace function audit_head_grows() returns trigger language plpgsql as $$
  begin
    if new.size <= old.size then
      raise exception 'the access log only grows' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end $$;
  create or replace function audit_make_partition(seq bigint) returns bigint
    language plpgsql security definer set search_path = ${schema}, pg_temp as $$
  declare
    number bigint := seq / ${leavesPerPartition};
    parent text;
    name text;
  begin
    if to_regclass('audit_leaf_' || number) is null then
      perform pg_advisory_xact_lock(${LOCK});
      if to_regclass('audit_leaf_' || number) is null then
        foreach parent in array array[${PARTITIONED.map((table) => `'${table}'`).join(', ')}] loop
          name := parent || '_' || number;
          execute format('create table %I partition of %I for values from (%s) to (%s)',
            name, parent, number * ${leavesPerPartition}, (number + 1) * ${leavesPerPartition});
          if parent <> 'audit_payload' then
            execute format('create trigger refuse_truncate before truncate on %I
              for each statement execute function audit_refuse()', name);
          end if;
        end loop;
      end if;
    end if;
    return (number + 1) * ${leavesPerPartition};
  end $$;
  revoke all on function audit_make_partition(bigint) from public;
`;

const APPEND_ONLY = ['audit_leaf', 'audit_subject_idx', 'audit_tile', 'audit_checkpoint', 'audit_cosig'];

function triggers(): string[] {
  return [
    ...APPEND_ONLY.map(
      (table) => `create or replace trigger refuse_change before update or delete on ${table}
        for each row execute function audit_refuse()`,
    ),
    ...[...APPEND_ONLY, 'audit_head'].map(
      (table) => `create or replace trigger refuse_truncate before truncate on ${table}
        for each statement execute function audit_refuse()`,
    ),
    `create or replace trigger only_grows before update on audit_head
      for each row execute function audit_head_grows()`,
    `create or replace trigger refuse_delete before delete on audit_head
      for each row execute function audit_refuse()`,
  ];
}

function grants(schema: string, writer: string): string[] {
  return [
    `grant usage on schema ${schema} to ${writer}`,
    `grant select, insert on ${APPEND_ONLY.join(', ')} to ${writer}`,
    `grant select, update (size, root) on audit_head to ${writer}`,
    `grant select, insert, delete on audit_subject_key, audit_payload to ${writer}`,
    `grant execute on function audit_make_partition(bigint) to ${writer}`,
  ];
}
