import type { PlanPath } from '../../planning/queryPlan.ts';
import { Failure, Loss } from './failure.ts';
import type { TypeConditions } from './typeConditions.ts';

/** An object of the answer so far; its keys are data keys. */
export type DataObject = Record<string, unknown>;

/** What is called with each object, and where it is held. */
export type VisitObject = (object: DataObject, holder: Holder | null, step: string | number) => void;
/** An object or list that holds another. */
export type Holder = Record<string | number, unknown>;

/** Calls `visit` with every object at the end of a plan's path; lists are gone through wherever they are. */
export type WalkPath = (root: unknown, visit: VisitObject) => void;

export function compilePath(path: PlanPath, types: TypeConditions): WalkPath {
  const steps = path.filter((step) => step !== '..');
  const count = steps.length;
  const walk = (
    start: unknown,
    from: number,
    visit: VisitObject,
    startHolder: Holder | null,
    startStep: string | number,
  ): void => {
    let value = start;
    let holder = startHolder;
    let at = startStep;
    for (let index = from; index <= count; index += 1) {
      if (typeof value !== 'object' || value === null) return;
      const step = steps[index];
      if (Array.isArray(value)) {
        const next = step === '@' ? index + 1 : index;
        const list = value as unknown as Holder;
        for (let position = 0; position < value.length; position += 1) {
          walk(value[position], next, visit, list, position);
        }
        return;
      }
      if (index === count) break;
      if (typeof step !== 'object') return;
      if ('key' in step) {
        holder = value as Holder;
        at = step.key;
        value = holder[at];
      } else if (!matchesAny(value as DataObject, step.types, types)) return;
    }
    if (!(value instanceof Failure) && !(value instanceof Loss)) visit(value as DataObject, holder, at);
  };
  return (root, visit) => walk(root, 0, visit, null, '');
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
