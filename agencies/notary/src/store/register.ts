import type { DatabaseSync } from 'node:sqlite';

/** A notary as the public register has them. */
export interface RegisteredNotary {
  readonly practitionerNo: string;
  readonly name: string;
  readonly office: string;
  /** VALID, SUSPENDED, REVOKED or EXPIRED. */
  readonly state: string;
}

/** Names of bodies and persons, and the register of notaries. */
export interface Register {
  /** Credentials and body codes to names; the unknown are left out. */
  namesOf(ids: readonly string[]): ReadonlyMap<string, string>;
  findNotary(practitionerNo: string): RegisteredNotary | null;
  hasOffice(id: string): boolean;
}

export function createRegister(database: DatabaseSync): Register {
  const names = database.prepare(
    `SELECT id, name FROM body WHERE id IN (SELECT value FROM json_each(?1))
     UNION ALL SELECT credential, name FROM person WHERE credential IN (SELECT value FROM json_each(?1))`,
  );
  const notary = database.prepare(
    'SELECT practitioner_no AS practitionerNo, name, office, state FROM notary WHERE practitioner_no = ?',
  );
  const office = database.prepare("SELECT 1 FROM body WHERE id = ? AND kind = 'NOTARY_OFFICE'");
  return {
    namesOf(ids) {
      const rows = names.all(JSON.stringify([...new Set(ids)])) as { id: string; name: string }[];
      return new Map(rows.map(({ id, name }) => [id, name]));
    },
    findNotary: (practitionerNo) => (notary.get(practitionerNo) as RegisteredNotary | undefined) ?? null,
    hasOffice: (id) => office.get(id) !== undefined,
  };
}
