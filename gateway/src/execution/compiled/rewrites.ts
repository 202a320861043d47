import type { PlanPath, Rewrite } from '../../planning/queryPlan.ts';
import type { TypeConditions } from './typeConditions.ts';
import type { DataObject } from './walkPath.ts';

/**
 * Does a plan's rewrites to a value, in place: gives keys the names that the answer has them under, or replaces a value.
 * `typename`: what an object without `__typename` is.
 */
export function applyRewrites(
  rewrites: readonly Rewrite[],
  value: unknown,
  types: TypeConditions,
  typename?: string,
): void {
  for (const rewrite of rewrites) rewriteAt(rewrite, rewrite.path, 0, value, types, typename);
}

function rewriteAt(
  rewrite: Rewrite,
  path: PlanPath,
  index: number,
  value: unknown,
  types: TypeConditions,
  typename?: string,
): void {
  if (Array.isArray(value)) {
    for (const item of value) rewriteAt(rewrite, path, index, item, types, typename);
    return;
  }
  const step = path[index];
  if (typeof value !== 'object' || value === null || step === undefined) return;
  const object = value as DataObject;
  if (step === '@' || step === '..') {
    rewriteAt(rewrite, path, index + 1, value, types, typename);
  } else if ('types' in step) {
    const named = object.__typename ?? typename;
    // An object that does not say its type counts as a match.
    const fits = typeof named !== 'string' || step.types.some((name) => types.matches(named, name));
    if (fits) rewriteAt(rewrite, path, index + 1, value, types, typename);
  } else if (index < path.length - 1) {
    rewriteAt(rewrite, path, index + 1, object[step.key], types);
  } else if (rewrite.kind === 'ValueSetter') {
    object[step.key] = rewrite.value;
  } else if (Object.hasOwn(object, step.key)) {
    // By presence, not by truth: 0, false and the empty string are values too.
    object[rewrite.renameTo] = object[step.key];
    delete object[step.key];
  }
}
