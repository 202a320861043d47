import type { Disclosure, TouchedCase, TouchedData, TouchedSubject } from './touchedData.ts';

/** Whom and what the fetches of one request have touched so far. */
export interface TouchRecord {
  add(touched: TouchedData): void;
  /** What came since it was last taken; null where nothing did. */
  take(): Touched | null;
}

export interface Touched {
  /** By tag, in the order of the tags, so that the order tells nothing. */
  readonly subjects: ReadonlyMap<string, TouchedSubject>;
  /** Cases, by id; a case that two subgraphs or fetches met counts once, with the most that was shown. */
  readonly cases: ReadonlyMap<string, TouchedCase>;
}

const MORE: Readonly<Record<Disclosure, number>> = { HIDDEN: 0, MASKED: 1, FULL: 2 };

export function createTouchRecord(): TouchRecord {
  let persons = new Map<string, { isSelf: boolean; register: Disclosure | null; cases: Set<string> }>();
  let cases = new Map<string, TouchedCase>();

  const personOf = (tag: string) => {
    const known = persons.get(tag) ?? { isSelf: false, register: null, cases: new Set() };
    persons.set(tag, known);
    return known;
  };

  return {
    add({ subjects, cases: met, self, register }) {
      const tagged = subjects.map(personOf);
      for (const index of self) (tagged[index] as (typeof tagged)[number]).isSelf = true;
      for (const { subject, disclosure } of register) {
        const person = tagged[subject] as (typeof tagged)[number];
        person.register = person.register === null ? disclosure : more(person.register, disclosure);
      }
      for (const { id, disclosure, marks, subjects: indexes } of met) {
        const known = cases.get(id);
        cases.set(id, {
          id,
          disclosure: known === undefined ? disclosure : more(known.disclosure, disclosure),
          marks: [...new Set([...(known?.marks ?? []), ...marks])].sort(),
        });
        for (const index of indexes) tagged[index]?.cases.add(id);
      }
    },
    take() {
      if (persons.size === 0 && cases.size === 0) return null;
      const [taken, met] = [persons, cases];
      persons = new Map();
      cases = new Map();
      const subjects = [...taken]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([tag, { isSelf, register, cases: ids }]): [string, TouchedSubject] => [
          tag,
          { isSelf, register, cases: [...ids].sort().map((id) => met.get(id) as TouchedCase) },
        ]);
      return { subjects: new Map(subjects), cases: met };
    },
  };
}

function more(a: Disclosure, b: Disclosure): Disclosure {
  return MORE[a] >= MORE[b] ? a : b;
}
