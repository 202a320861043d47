import type { SyntheticPerson } from './syntheticRegister.ts';
import type { WorldSlice } from './syntheticWorld.ts';

/**
 * One slice out of several that may repeat persons, bodies, practitioners and threads: the first of each counts, and
 * a thread that comes again brings its further members. Cases and links are taken as they are.
 */
export function mergeSlices(...slices: readonly WorldSlice[]): WorldSlice {
  const threads = new Map<string, WorldSlice['threads'][number]>();
  for (const thread of slices.flatMap((slice) => slice.threads)) {
    const known = threads.get(thread.threadNo);
    const members = [...new Set([...(known?.members ?? []), ...thread.members])];
    threads.set(thread.threadNo, { ...thread, ...known, members });
  }
  return {
    persons: firstOf(
      slices.flatMap(({ persons }) => persons),
      (person: SyntheticPerson) => person.credential,
    ),
    bodies: firstOf(
      slices.flatMap(({ bodies }) => bodies),
      ({ id }) => id,
    ),
    practitioners: firstOf(
      slices.flatMap(({ practitioners }) => practitioners),
      ({ practitionerNo }) => practitionerNo,
    ),
    cases: slices.flatMap(({ cases }) => cases),
    threads: [...threads.values()],
    links: slices.flatMap(({ links }) => links),
  };
}

function firstOf<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  const byKey = new Map<string, Item>();
  for (const item of items) if (!byKey.has(keyOf(item))) byKey.set(keyOf(item), item);
  return [...byKey.values()];
}
