import { z } from 'zod';
import type { Store } from './openStore.ts';
import type { PersonEntry } from './pointerSlice.ts';

/** A registered person, opened. */
export interface PersonRecord extends PersonEntry {
  readonly id: string;
}

const Sealed = z.object({
  credential: z.string(),
  name: z.string(),
  sex: z.enum(['MALE', 'FEMALE']),
  birthDate: z.string(),
  formerCredentials: z.array(z.string()),
});

/** The row of a person: the id in the open, everything else encrypted (base64). */
export function sealedPerson(
  { personIdOf, personSeal }: Pick<Store, 'personIdOf' | 'personSeal'>,
  { credential, name, sex, birthDate, formerCredentials }: PersonEntry,
): { id: string; sealed: string } {
  const id = personIdOf(credential);
  const plain = JSON.stringify({ credential, name, sex, birthDate, formerCredentials });
  return { id, sealed: personSeal.seal(id, plain).toString('base64') };
}

/** @throws Error where the row does not open with the store's key. */
export function openPerson(
  { personSeal }: Pick<Store, 'personSeal'>,
  { id, sealed }: { id: string; sealed: Uint8Array },
): PersonRecord {
  return { id, ...Sealed.parse(JSON.parse(personSeal.open(id, sealed))) };
}
