import { sql } from 'kysely';
import type { Store } from './openStore.ts';

/** Deletes everything but the tables themselves, in one transaction; the keys may change with the next import. */
export async function emptyStore({ database }: Store): Promise<void> {
  await sql`truncate person, person_alias, organization, thread, thread_member, mandate, link, key_print restart identity`.execute(
    database,
  );
}
