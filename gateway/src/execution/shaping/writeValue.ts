import { ABSENT, Failure, Loss } from '../compiled/failure.ts';
import { driftAt, type ShapeState } from './shapeState.ts';

/**
 * Writes a value as JSON. `null`: the value is null, and nobody said why; `undefined`: it is null, and that is explained
 * (an error is reported, or what it is of does not exist).
 */
export type WriteValue = (value: unknown, state: ShapeState) => string | null | undefined;

/** What to write for a value that is no value of its type. */
export function writeUnusual(value: unknown, state: ShapeState): null | undefined {
  if (value === null) return null;
  if (value === ABSENT) return undefined;
  if (value instanceof Failure) {
    value.wasMet = true;
    state.errors.push({ ...driftAt(null), failure: value, drop: value.isOfObject ? 1 : 0 });
  } else if (value instanceof Loss) {
    state.errors.push({ ...driftAt(null), failure: value.failure, isLoss: true });
  } else state.errors.push(driftAt(value === undefined ? 'left out' : 'type'));
  return undefined;
}
