import type { KeyRenamer, PlanPath } from '../../planning/queryPlan.ts';
import { Failure, Loss } from './failure.ts';
import type { TypeConditions } from './typeConditions.ts';
import type { DataObject } from './walkPath.ts';

/**
 * Writes the variables that stand for an entity's context arguments (`@fromContext`), as members of a JSON object.
 * `parents`: the objects around the entity, the outermost first. A value that is not there is null.
 */
export function compileContextVariables(
  rewrites: readonly KeyRenamer[],
  types: TypeConditions,
): (entity: DataObject, parents: readonly DataObject[]) => string {
  return (entity, parents) => {
    const values = new Map<string, unknown>();
    for (const { path, renameTo } of rewrites) {
      const up = path.filter((step) => step === '..').length;
      const from = up === 0 ? entity : parents[parents.length - up];
      const value = follow(from, path.slice(up), types);
      if (value !== undefined || !values.has(renameTo)) values.set(renameTo, value);
    }
    return [...values]
      .map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value ?? null)}`)
      .join();
  };
}

function follow(from: unknown, path: PlanPath, types: TypeConditions): unknown {
  let value = from;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || typeof step !== 'object') return undefined;
    const object = value as DataObject;
    if ('key' in step) value = object[step.key];
    else if (!step.types.some((name) => types.matches(String(object.__typename), name))) return undefined;
  }
  return value instanceof Failure || value instanceof Loss || typeof value === 'symbol' ? null : value;
}

/** As `WalkPath`, and tells the objects around each object that is found. */
export function walkWithParents(
  root: unknown,
  path: PlanPath,
  types: TypeConditions,
  visit: (object: DataObject, parents: readonly DataObject[]) => void,
): void {
  const walk = (value: unknown, index: number, parents: readonly DataObject[]): void => {
    if (typeof value !== 'object' || value === null || value instanceof Failure || value instanceof Loss)
      return;
    const step = path[index];
    if (Array.isArray(value)) {
      for (const item of value) walk(item, step === '@' ? index + 1 : index, parents);
      return;
    }
    const object = value as DataObject;
    if (step === undefined) visit(object, parents);
    else if (typeof step !== 'object') return;
    else if ('key' in step) walk(object[step.key], index + 1, [...parents, object]);
    else if (step.types.some((name) => types.matches(String(object.__typename), name)))
      walk(value, index + 1, parents);
  };
  walk(root, 0, []);
}
