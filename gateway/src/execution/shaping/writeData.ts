import type { ShapeState } from './shapeState.ts';
import { DONE, type WriteValue } from './writeValue.ts';

/** Writes an object, all at once and for itself; null when a null could not be kept within it. */
export function writeData(shape: WriteValue, object: unknown, state: ShapeState): Buffer | null {
  state.writer.length = 0;
  return shape(object, state) === DONE ? state.writer.finish() : null;
}
