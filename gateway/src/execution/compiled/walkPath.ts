import type { PathStep, PlanPath } from '../../planning/queryPlan.ts';
import { Failure, Loss } from './failure.ts';
import type { TypeConditions } from './typeConditions.ts';

/** An object of the answer so far; its keys are data keys. */
export type DataObject = Record<string, unknown>;

/** Calls `visit` with every object at the end of a plan's path; lists are gone through wherever they are. */
export type WalkPath = (root: unknown, visit: (object: DataObject) => void) => void;

export function compilePath(path: PlanPath, types: TypeConditions): WalkPath {
  const steps = path.filter((step) => step !== '..');
  const walk = (start: unknown, from: number, visit: (object: DataObject) => void): void => {
    let value = start;
    for (let index = from; index < steps.length; index += 1) {
      if (typeof value !== 'object' || value === null) return;
      const step = steps[index] as PathStep;
      if (Array.isArray(value)) {
        const next = step === '@' ? index + 1 : index;
        for (let at = 0; at < value.length; at += 1) walk(value[at], next, visit);
        return;
      }
      if (typeof step !== 'object') return;
      if ('key' in step) value = (value as DataObject)[step.key];
      else if (!matchesAny(value as DataObject, step.types, types)) return;
    }
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      for (let at = 0; at < value.length; at += 1) walk(value[at], steps.length, visit);
    } else if (!(value instanceof Failure) && !(value instanceof Loss)) visit(value as DataObject);
  };
  return (root, visit) => walk(root, 0, visit);
}

/** The concrete places of one object under a plan's path, in data keys; for errors only, since it goes through everything. */
export function findPlaces(root: unknown, path: PlanPath, target: object): (string | number)[][] {
  const places: (string | number)[][] = [];
  const steps = path.filter((step) => step !== '..');
  const walk = (value: unknown, index: number, at: readonly (string | number)[]): void => {
    if (typeof value !== 'object' || value === null) return;
    const step = steps[index];
    if (Array.isArray(value)) {
      value.forEach((item, position) => {
        walk(item, step === '@' ? index + 1 : index, [...at, position]);
      });
    } else if (step === undefined) {
      if (value === target) places.push([...at]);
    } else if (typeof step === 'object') {
      if ('key' in step) walk((value as DataObject)[step.key], index + 1, [...at, step.key]);
      else walk(value, index + 1, at);
    }
  };
  walk(root, 0, []);
  return places;
}

function matchesAny(object: DataObject, names: readonly string[], types: TypeConditions): boolean {
  const { __typename: typename } = object;
  if (typeof typename !== 'string') return false;
  for (const name of names) if (types.matches(typename, name)) return true;
  return false;
}
