import { cast } from '../cast.ts';
import type { SyntheticPerson } from '../syntheticRegister.ts';
import type { SyntheticLink, SyntheticThread } from '../syntheticThread.ts';
import { graphCaseId, type SyntheticCase, type WorldSlice } from '../syntheticWorld.ts';

const castPersons: ReadonlyMap<string, SyntheticPerson> = new Map(
  Object.values(cast.persons)
    .flat()
    .map((person) => [person.credential, person]),
);

interface SliceInput {
  readonly cases: readonly SyntheticCase[];
  readonly links?: readonly SyntheticLink[];
  /** Threads name their members by case. */
  readonly threads?: readonly (Omit<SyntheticThread, 'members'> & {
    readonly members: readonly SyntheticCase[];
  })[];
}

/** A slice of cast members alone: the persons its cases name, every body and practitioner of the cast, cases and links. */
export function createSlice({ cases, links = [], threads = [] }: SliceInput): WorldSlice {
  const credentials = new Set<string>();
  for (const one of cases) {
    for (const { person, agent } of one.parties)
      for (const who of [person, agent]) if (who !== null) credentials.add(who);
    if (one.service === 'LEGAL_AID') for (const who of one.details.opposingParties) credentials.add(who);
  }
  const persons = [...credentials].flatMap((credential) => castPersons.get(credential) ?? []);
  const guardians = persons.flatMap(({ guardian }) =>
    guardian === null ? [] : (castPersons.get(guardian) ?? []),
  );
  return {
    persons: [...new Set([...persons, ...guardians])],
    bodies: Object.values(cast.bodies),
    practitioners: Object.values(cast.practitioners),
    cases,
    threads: threads.map((thread) => ({ ...thread, members: thread.members.map(graphCaseId) })),
    links,
  };
}
