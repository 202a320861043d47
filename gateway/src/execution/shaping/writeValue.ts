import { ABSENT, Failure, Loss } from '../compiled/failure.ts';
import { driftAt, type ShapeState } from './shapeState.ts';

/** What came of writing a value. */
export type Written =
  /** It is in the answer. */
  | typeof DONE
  /** It is null, and nobody said why; nothing was written. */
  | typeof NULL
  /** It is null, and that is explained (an error is reported, or what it is of does not exist); nothing was written. */
  | typeof EXPLAINED;
export const DONE = 0;
export const NULL = 1;
export const EXPLAINED = 2;

/** Writes a value as JSON. */
export type WriteValue = (value: unknown, state: ShapeState) => Written;

/** What a caller may not see: null, with an error for each path below the position. */
export function writeDenied(paths: readonly (readonly string[])[], state: ShapeState): Written {
  for (const path of paths) {
    const error = driftAt('denied');
    error.path.push(...[...path].reverse());
    error.place.push(...[...path].reverse());
    state.errors.push(error);
  }
  return EXPLAINED;
}

/** What comes of a value that is no value of its type. */
export function writeUnusual(value: unknown, state: ShapeState): Written {
  if (value === null) return NULL;
  if (value === ABSENT) return EXPLAINED;
  if (value instanceof Failure) {
    value.wasMet = true;
    state.errors.push({ ...driftAt(null), failure: value, drop: value.isOfObject ? 1 : 0 });
  } else if (value instanceof Loss) {
    const { failure } = value;
    failure.wasMet = true;
    state.errors.push({ ...driftAt(null), failure, isLoss: true, drop: failure.isOfObject ? 1 : 0 });
  } else state.errors.push(driftAt(value === undefined ? 'left out' : 'type'));
  return EXPLAINED;
}
