import { ABSENT, Failure, LOST } from '../compiled/failure.ts';
import type { ShapeState } from './shapeState.ts';

/**
 * Writes a value as JSON. `null`: the value is null, and nobody said why; `undefined`: it is null, and that is explained
 * (an error is reported, or what it is of does not exist).
 */
export type WriteValue = (value: unknown, state: ShapeState) => string | null | undefined;

/** What to write for a value that is no value of its type. */
export function writeUnusual(value: unknown, state: ShapeState): null | undefined {
  if (value === null) return null;
  if (value === ABSENT || value === LOST) return undefined;
  if (value instanceof Failure) {
    value.wasMet = true;
    state.errors.push({
      failure: value,
      drift: null,
      path: [],
      dataPath: [],
      drop: value.isOfObject ? 1 : 0,
    });
    return undefined;
  }
  const drift = value === undefined ? 'left out' : 'type';
  state.errors.push({ failure: null, drift, path: [], dataPath: [], drop: 0 });
  return undefined;
}
