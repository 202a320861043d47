import { type RawBuilder, sql, type Transaction } from 'kysely';
import { checkKeys } from './checkKeys.ts';
import type { Database } from './database.ts';
import type { Store } from './openStore.ts';
import type { PersonEntry, PointerSlice } from './pointerSlice.ts';
import { sealedPerson } from './sealedPerson.ts';

/** Keeps one statement's parameter in the low megabytes. */
const ROWS_PER_STATEMENT = 5_000;

/**
 * Takes in a slice in one transaction: all of it or nothing. What is there already is brought up to date, so that a slice
 * can be taken in twice. Each table gets its rows as one JSON parameter for 5,000, which is what makes it quick.
 *
 * @throws Error where the keys are not the store's, or a row breaks a rule of the tables (a case in two threads, a link
 *   without a mandate, an evidence kind that does not exist).
 */
export async function importSlice(store: Store, slice: PointerSlice): Promise<void> {
  await checkKeys(store);
  await store.database.transaction().execute(async (transaction) => {
    await importPersons(store, transaction, slice.persons);
    await insertRows(
      transaction,
      slice.bodies,
      (rows) => sql`
      insert into organization (id, uscc, name, kind, region, licence_no, licence_state, supervisor_id)
      select id, uscc, name, kind, region, "licenceNo", "licenceState", supervisor
      from json_to_recordset(${rows}) as entry (id text, uscc text, name text, kind text, region text,
        "licenceNo" text, "licenceState" text, supervisor text)
      on conflict (id) do update set uscc = excluded.uscc, name = excluded.name, kind = excluded.kind,
        region = excluded.region, licence_no = excluded.licence_no, licence_state = excluded.licence_state,
        supervisor_id = excluded.supervisor_id`,
    );
    await importThreads(transaction, slice.threads);
    await importLinks(transaction, slice.links);
  });
}

async function importPersons(
  store: Store,
  transaction: Transaction<Database>,
  persons: readonly PersonEntry[],
): Promise<void> {
  const sealed = persons.map((person) => sealedPerson(store, person));
  await insertRows(
    transaction,
    sealed,
    (rows) => sql`
    insert into person (id, sealed)
    select id, decode(sealed, 'base64') from json_to_recordset(${rows}) as entry (id text, sealed text)
    on conflict (id) do update set sealed = excluded.sealed`,
  );
  const aliases = persons.flatMap(({ credential, formerCredentials }) =>
    formerCredentials.map((former) => ({
      former: store.personIdOf(former),
      person: store.personIdOf(credential),
    })),
  );
  await insertRows(
    transaction,
    aliases,
    (rows) => sql`
    insert into person_alias (former_id, person_id)
    select former, person from json_to_recordset(${rows}) as entry (former text, person text)
    on conflict (former_id) do update set person_id = excluded.person_id`,
  );
}

async function importThreads(
  transaction: Transaction<Database>,
  threads: PointerSlice['threads'],
): Promise<void> {
  const heads = threads.map(({ threadNo, title }) => ({ threadNo, title }));
  await insertRows(
    transaction,
    heads,
    (rows) => sql`
    insert into thread (thread_no, title)
    select "threadNo", title from json_to_recordset(${rows}) as entry ("threadNo" text, title text)
    on conflict (thread_no) do update set title = excluded.title`,
  );
  const members = threads.flatMap(({ threadNo, members }) =>
    members.map((caseId, position) => ({ threadNo, position, caseId })),
  );
  await insertRows(
    transaction,
    members,
    (rows) => sql`
    insert into thread_member (thread_no, position, case_id)
    select "threadNo", position, "caseId"
    from json_to_recordset(${rows}) as entry ("threadNo" text, position integer, "caseId" text)
    on conflict (thread_no, position) do update set case_id = excluded.case_id`,
  );
}

async function importLinks(transaction: Transaction<Database>, links: PointerSlice['links']): Promise<void> {
  const mandates = [...new Map(links.map(({ mandate }) => [mandate.mandateNo, mandate])).values()];
  await insertRows(
    transaction,
    mandates,
    (rows) => sql`
    insert into mandate (mandate_no, granted_by, granted_at, legal_basis)
    select "mandateNo", array(select json_array_elements_text("grantedBy")), "grantedAt", "legalBasis"
    from json_to_recordset(${rows}) as entry ("mandateNo" text, "grantedBy" json, "grantedAt" timestamptz, "legalBasis" text)
    on conflict (mandate_no) do update set granted_by = excluded.granted_by, granted_at = excluded.granted_at,
      legal_basis = excluded.legal_basis`,
  );
  const entries = links.map(({ mandate, ...link }) => ({ ...link, mandateNo: mandate.mandateNo }));
  await insertRows(
    transaction,
    entries,
    (rows) => sql`
    insert into link (from_case, to_case, kind, evidence_kind, evidence_no, confidence, asserted_by, asserted_at,
      confirmed_at, mandate_no)
    select "from", "to", kind, evidence, "evidenceNo", confidence, "assertedBy", "assertedAt", "confirmedAt", "mandateNo"
    from json_to_recordset(${rows}) as entry ("from" text, "to" text, kind text, evidence text, "evidenceNo" text,
      confidence double precision, "assertedBy" text, "assertedAt" timestamptz, "confirmedAt" timestamptz, "mandateNo" text)
    on conflict (from_case, to_case, kind, evidence_kind, evidence_no) do update set confidence = excluded.confidence,
      asserted_by = excluded.asserted_by, asserted_at = excluded.asserted_at, confirmed_at = excluded.confirmed_at,
      mandate_no = excluded.mandate_no`,
  );
}

async function insertRows(
  transaction: Transaction<Database>,
  rows: readonly object[],
  statement: (rows: RawBuilder<unknown>) => RawBuilder<unknown>,
): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    const batch = JSON.stringify(rows.slice(start, start + ROWS_PER_STATEMENT));
    await statement(sql`cast(${batch}::text as json)`).execute(transaction);
  }
}
