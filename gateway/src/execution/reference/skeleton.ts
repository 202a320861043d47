import type { FieldsOf } from './fetchShape.ts';

/**
 * What stands in for an object that could not be fetched: null for each field that was asked for, except for those in
 * `known`, which are right already. With the keys in place, later fetches whose `@requires` names a nullable field of it
 * go on with null instead of dropping the whole entity.
 */
export function createSkeleton(
  fieldsOf: FieldsOf,
  typename: string,
  known: readonly object[],
): Record<string, unknown> {
  // Without a prototype, so that a field aliased `__proto__` is a key like any other.
  const skeleton: Record<string, unknown> = Object.create(null);
  for (const key of fieldsOf(typename).keys()) {
    if (key !== '__typename' && !known.some((object) => Object.hasOwn(object, key))) skeleton[key] = null;
  }
  return skeleton;
}
