import { createHash, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { openSealed, seal } from './aesGcm.ts';
import type { SubjectKeyRows } from './subjectKeyRows.ts';

/** The key of one person, ready to seal with. */
export interface SubjectKey {
  /** Tells this key from one that the person is given after an erasure. `KEY_ID_BYTES` long. */
  readonly id: Buffer;
  readonly key: KeyObject;
}

export const KEY_ID_BYTES = 8;

/** Keys of persons, wrapped in the rows and unwrapped here for a while. */
export interface KeyRing {
  /** The keys that stand, and new ones for who has none. Those that are not remembered are asked for together, whoever asks. */
  keysOf(subjects: readonly string[]): Promise<ReadonlyMap<string, SubjectKey>>;
  unwrap(subject: string, wrapped: Uint8Array): SubjectKey;
  /** Takes the key from the rows and from memory. */
  erase(subject: string): Promise<void>;
}

export interface KeyRingLimits {
  /** Keys in memory at most (10,000). */
  readonly keys?: number;
  /** How long a key is remembered (60,000 ms): so long another process may seal for nobody with a key that was erased here. */
  readonly milliseconds?: number;
}

export function createKeyRing(
  rows: SubjectKeyRows,
  masterKey: KeyObject,
  { keys: most = 10_000, milliseconds = 60_000 }: KeyRingLimits = {},
): KeyRing {
  /** The oldest first. */
  const remembered = new Map<string, SubjectKey & { readonly until: number }>();
  /** A key that was asked for before an erasure is not remembered after it. */
  let erasures = 0;
  let asking: Promise<unknown> = Promise.resolve();
  let next: { readonly subjects: Set<string>; readonly found: Promise<Map<string, SubjectKey>> } | null =
    null;

  const unwrap = (subject: string, wrapped: Uint8Array): SubjectKey => {
    const bytes = openSealed(masterKey, subject, wrapped);
    const id = createHash('sha256').update('id').update(bytes).digest().subarray(0, KEY_ID_BYTES);
    return { id, key: createSecretKey(bytes) };
  };

  function recall(subject: string): SubjectKey | null {
    const known = remembered.get(subject);
    if (known === undefined || known.until > performance.now()) return known ?? null;
    remembered.delete(subject);
    return null;
  }

  function remember(subject: string, key: SubjectKey): void {
    remembered.delete(subject);
    remembered.set(subject, { ...key, until: performance.now() + milliseconds });
    if (remembered.size > most) remembered.delete(remembered.keys().next().value as string);
  }

  async function ask(subjects: ReadonlySet<string>): Promise<Map<string, SubjectKey>> {
    const before = erasures;
    const offered = new Map([...subjects].map((each) => [each, seal(masterKey, each, randomBytes(32))]));
    const found = new Map<string, SubjectKey>();
    for (const [subject, wrapped] of await rows.addKeys(offered)) {
      const key = unwrap(subject, wrapped);
      found.set(subject, key);
      if (erasures === before) remember(subject, key);
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
      for (const subject of subjects) {
        const key = recall(subject);
        if (key !== null) keys.set(subject, key);
      }
      const missing = subjects.filter((subject) => !keys.has(subject));
      if (missing.length === 0) return keys;
      const found = await askTogether(missing);
      for (const subject of missing) keys.set(subject, found.get(subject) as SubjectKey);
      return keys;
    },
    unwrap,
    async erase(subject) {
      erasures += 1;
      remembered.delete(subject);
      await rows.erase(subject);
      erasures += 1;
      remembered.delete(subject);
    },
  };
}
