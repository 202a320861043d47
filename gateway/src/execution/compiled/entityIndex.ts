import type { DataObject } from './walkPath.ts';

/** One entity that was asked for with one question. */
export interface EntitySlot {
  /** Where it belongs. */
  readonly targets: DataObject[];
  /** Settled when the answer has been merged into all targets there were; null once that is so. */
  pending: Promise<void> | null;
  /** Merges the answer into a further target; set when it is there. */
  merge: ((target: DataObject) => void) | null;
}

/** The entities that one question has been asked about in one run. */
export interface EntityIndex {
  readonly byText: Map<string, EntitySlot>;
  /** By type, then by the value of each field that the question requires, one level a field. */
  readonly byValues: Map<string, ValueLevel>;
}

export type ValueLevel = Map<unknown, ValueLevel | EntitySlot>;

export function createEntityIndex(): EntityIndex {
  return { byText: new Map(), byValues: new Map() };
}

/**
 * Looks an entity up by the values that identify it, without writing its representation: most of the objects of an
 * answer are entities that have been seen. Answers the level and value under which the slot is, or is to be, kept; null
 * when some value is no plain leaf.
 */
export function findLevel(
  { byValues }: EntityIndex,
  typename: string,
  sources: readonly string[],
  object: DataObject,
): { readonly level: ValueLevel; readonly value: unknown } | null {
  let level = byValues.get(typename);
  if (level === undefined) {
    level = new Map();
    byValues.set(typename, level);
  }
  const last = sources.length - 1;
  for (let index = 0; index < last; index += 1) {
    const value = object[sources[index] as string];
    if (!isLeaf(value)) return null;
    let next = level.get(value) as ValueLevel | undefined;
    if (next === undefined) {
      next = new Map();
      level.set(value, next);
    }
    level = next;
  }
  const value = object[sources[last] as string];
  return isLeaf(value) ? { level, value } : null;
}

function isLeaf(value: unknown): boolean {
  return (
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null
  );
}
