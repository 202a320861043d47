import type { Caller } from '@tongban/kit';
import type { OneNetworkContext } from './context.ts';
import type { PersonRecord } from './store/sealedPerson.ts';

/** A person, registered or known to agencies only. */
export interface Person {
  readonly id: string;
  /** `TYPE:NUMBER`, of the document of today. */
  readonly credential: string;
  /** Null for a person who is not registered. */
  readonly record: PersonRecord | null;
}

type Loading = Pick<OneNetworkContext, 'persons' | 'store'>;

/** Whoever holds the credential, a former one too. Never null: agencies may know persons who are not registered. */
export async function personByCredential({ persons, store }: Loading, credential: string): Promise<Person> {
  const id = store.personIdOf(credential);
  const record = await persons.load(id);
  return record === null
    ? { id, credential, record }
    : { id: record.id, credential: record.credential, record };
}

/** A registered person, or the caller; null for every other id, since credentials cannot be had from ids. */
export async function personById(context: Loading & { caller: Caller }, id: string): Promise<Person | null> {
  const own = await callerAs(context, id);
  if (own !== null) return own;
  const record = await context.persons.load(id);
  return record === null ? null : { id: record.id, credential: record.credential, record };
}

/** The caller as a person where `id` is the caller's, else null. */
export async function callerAs(context: Loading & { caller: Caller }, id: string): Promise<Person | null> {
  const { credential } = context.caller;
  if (credential === null) return null;
  const person = await personByCredential(context, credential);
  return person.id === id || context.store.personIdOf(credential) === id ? person : null;
}

/** Whether the caller is this very person, by any of the person's documents. */
export function isSelf({ credential: own }: Caller, { credential, record }: Person): boolean {
  return own !== null && (own === credential || (record?.formerCredentials.includes(own) ?? false));
}
