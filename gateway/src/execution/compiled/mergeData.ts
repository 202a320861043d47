import { Failure, Loss } from './failure.ts';
import type { TypeConditions } from './typeConditions.ts';
import type { DataObject } from './walkPath.ts';

/**
 * Takes the values of `keys` from a subgraph's object over into an object of the answer. What a subgraph sends beyond
 * the keys it was asked for is never looked at. Objects are taken by reference: a key is one question (`DataKeys`), so
 * whatever is added to a shared object later is right wherever it is shown.
 */
export function mergeData(
  target: DataObject,
  source: DataObject,
  keys: readonly string[],
  types: TypeConditions,
): void {
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] as string;
    const value = source[key];
    if (value === undefined) continue;
    const present = target[key];
    if (present === undefined || present === null) target[key] = value;
    else target[key] = mergeValue(key, present, value, types);
  }
}

/** What a value and another answer to the same question make together; the value that is there already wins. */
function mergeValue(key: string, present: unknown, value: unknown, types: TypeConditions): unknown {
  if (key === '__typename') return mergeTypename(present, value, types);
  if (typeof present !== 'object' || present instanceof Failure || present instanceof Loss) return value;
  if (typeof value !== 'object' || value === null || present === value || present === null) return present;
  if (Array.isArray(present)) {
    // Lists of different lengths are no answers to one question: the first stays, and what it lacks is missed later.
    if (!Array.isArray(value) || value.length !== present.length) return present;
    for (let index = 0; index < value.length; index += 1) {
      const item = present[index];
      present[index] = item === null ? value[index] : mergeValue('', item, value[index], types);
    }
    return present;
  }
  if (!Array.isArray(value)) {
    const keys = Object.keys(value).filter((name) => name !== '__proto__');
    mergeData(present as DataObject, value as DataObject, keys, types);
  }
  return present;
}

/** A subgraph with an interface object knows only the interface's name; the object's own type is never lost to it. */
function mergeTypename(present: unknown, value: unknown, types: TypeConditions): unknown {
  return typeof present === 'string' && types.isAbstract(present) ? value : present;
}
