import type { Store } from './openStore.ts';

/**
 * Makes sure that the store is used with the keys it was filled with; the first call on an empty store sets them. With
 * another PERSON_ID_KEY everybody would get another id, with another CREDENTIAL_KEY no record would open.
 *
 * @throws Error naming the setting that differs.
 */
export async function checkKeys({ database, keyPrints }: Store): Promise<void> {
  await database
    .insertInto('key_print')
    .values(Object.entries(keyPrints).map(([name, print]) => ({ name, print })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const stored = await database.selectFrom('key_print').select(['name', 'print']).execute();
  for (const [name, print] of Object.entries(keyPrints)) {
    if (stored.some((row) => row.name === name && row.print !== print)) {
      throw new Error(
        `${name} is not the key this store was filled with: set that one, or empty the store and fill it again`,
      );
    }
  }
}
