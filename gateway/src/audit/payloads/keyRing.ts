import type { KeyObject } from 'node:crypto';
import { createSeed, type SubjectKey, subjectKeyOf } from './subjectKey.ts';
import type { SubjectKeyRows } from './subjectKeyRows.ts';

/** Keys of persons, made of the seeds in the rows and remembered here for a while. */
export interface KeyRing {
  /** The keys that stand, and new ones for who has none. Those that are not remembered are asked for together, whoever asks. */
  keysOf(subjects: readonly string[]): Promise<ReadonlyMap<string, SubjectKey>>;
  /** The key that stands now, never one in memory: another process may have erased it. Null: there is none. */
  find(subject: string): Promise<SubjectKey | null>;
  /** Takes the key from the rows and from memory. */
  erase(subject: string): Promise<void>;
}

export interface KeyRingLimits {
  /** Keys in memory at most (20,000, some 5 MB). */
  readonly keys?: number;
  /** How long a key is remembered (60,000 ms): so long another process may seal for nobody with a key that was erased here. */
  readonly milliseconds?: number;
}

export function createKeyRing(
  rows: SubjectKeyRows,
  masterKey: KeyObject,
  { keys: most = 20_000, milliseconds = 60_000 }: KeyRingLimits = {},
): KeyRing {
  /** The oldest first. */
  const remembered = new Map<string, { readonly key: SubjectKey; readonly until: number }>();
  /** A key that was asked for before an erasure is not remembered after it. */
  let erasures = 0;
  let asking: Promise<unknown> = Promise.resolve();
  let next: { readonly subjects: Set<string>; readonly found: Promise<Map<string, SubjectKey>> } | null =
    null;

  function recall(subject: string): SubjectKey | null {
    const known = remembered.get(subject);
    if (known === undefined) return null;
    if (known.until > performance.now()) return known.key;
    remembered.delete(subject);
    return null;
  }

  function remember(subject: string, key: SubjectKey): void {
    remembered.delete(subject);
    remembered.set(subject, { key, until: performance.now() + milliseconds });
    if (remembered.size > most) remembered.delete(remembered.keys().next().value as string);
  }

  async function ask(subjects: ReadonlySet<string>): Promise<Map<string, SubjectKey>> {
    const before = erasures;
    const found = new Map<string, SubjectKey>();
    const take = (subject: string, key: SubjectKey) => {
      found.set(subject, key);
      if (erasures === before) remember(subject, key);
    };
    for (const [subject, seed] of await rows.findSeeds([...subjects]))
      take(subject, subjectKeyOf(masterKey, subject, seed));
    const made = new Map(
      [...subjects]
        .filter((subject) => !found.has(subject))
        .map((subject) => [subject, createSeed(masterKey, subject)]),
    );
    if (made.size === 0) return found;
    const standing = await rows.addSeeds(new Map([...made].map(([subject, { seed }]) => [subject, seed])));
    for (const [subject, seed] of standing) {
      const own = made.get(subject);
      // Another process may have been first; its key stands then.
      take(subject, own?.seed === seed ? own.key : subjectKeyOf(masterKey, subject, seed));
    }
    return found;
  }

  /** While one question is on its way, all that is missing gathers for the one after it. */
  function askTogether(subjects: readonly string[]): Promise<ReadonlyMap<string, SubjectKey>> {
    if (next === null) {
      const gathered = new Set<string>();
      const found = asking.then(() => {
        next = null;
        return ask(gathered);
      });
      asking = found.catch(() => undefined);
      next = { subjects: gathered, found };
    }
    for (const subject of subjects) next.subjects.add(subject);
    return next.found;
  }

  return {
    async keysOf(subjects) {
      const keys = new Map<string, SubjectKey>();
      const missing: string[] = [];
      for (const subject of subjects) {
        const key = recall(subject);
        if (key === null) missing.push(subject);
        else keys.set(subject, key);
      }
      if (missing.length === 0) return keys;
      const found = await askTogether(missing);
      for (const subject of missing) keys.set(subject, found.get(subject) as SubjectKey);
      return keys;
    },
    async find(subject) {
      const seed = (await rows.findSeeds([subject])).get(subject);
      return seed === undefined ? null : subjectKeyOf(masterKey, subject, seed);
    },
    async erase(subject) {
      erasures += 1;
      remembered.delete(subject);
      await rows.erase(subject);
      erasures += 1;
      remembered.delete(subject);
    },
  };
}
