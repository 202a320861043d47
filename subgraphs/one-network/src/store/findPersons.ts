import { sql } from 'kysely';
import type { Store } from './openStore.ts';
import { openPerson, type PersonRecord } from './sealedPerson.ts';

/**
 * Registered persons by id. An id made from a former document leads to the person of today, whose own id then differs
 * from the one asked for. Persons who are not registered are left out.
 */
export async function findPersons(store: Store, ids: readonly string[]): Promise<Map<string, PersonRecord>> {
  const { rows } = await sql<{ asked: string; id: string; sealed: Uint8Array }>`
    select asked.id as asked, person.id, person.sealed
    from unnest(${[...ids]}::text[]) as asked (id)
    left join person_alias on person_alias.former_id = asked.id
    join person on person.id = coalesce(person_alias.person_id, asked.id)`.execute(store.database);
  return new Map(rows.map((row) => [row.asked, openPerson(store, row)]));
}
