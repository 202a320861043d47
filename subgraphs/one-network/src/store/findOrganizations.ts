import { sql } from 'kysely';
import type { Store } from './openStore.ts';
import type { OrganizationEntry } from './pointerSlice.ts';

/** Bodies of the register by id; those that are not in it are left out. */
export async function findOrganizations(
  { database }: Pick<Store, 'database'>,
  ids: readonly string[],
): Promise<Map<string, OrganizationEntry>> {
  const { rows } = await sql<OrganizationEntry>`
    select id, uscc, name, kind, region, licence_no as "licenceNo", licence_state as "licenceState",
      supervisor_id as supervisor
    from organization where id = any(${[...ids]}::text[])`.execute(database);
  return new Map(rows.map((row) => [row.id, row]));
}
