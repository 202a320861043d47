import type { DataPath, Failure } from '../compiled/failure.ts';
import type { JsonWriter } from './jsonWriter.ts';

/** Something that the writer of an answer had to write null for, and where. */
export interface ShapeError {
  /** What could not be fetched; null when a value is missing or does not fit its type without anybody having said so. */
  readonly failure: Failure | null;
  /** Whether it is another field of the object that failed. */
  readonly isLoss: boolean;
  /** For `failure: null`: what is wrong; `denied`, when the caller may not see what stands there. */
  readonly drift: 'left out' | 'null' | 'type' | 'denied' | null;
  /** Path in the client's answer, from the end to the beginning while it is being written. */
  readonly path: (string | number)[];
  /** The same position in the answer so far, from the end to the beginning. */
  readonly place: (string | number)[];
  /** Steps at the end of the position that are not part of the client's path. */
  drop: number;
}

/** What one writing of an answer met with. */
export interface ShapeState {
  readonly writer: JsonWriter;
  readonly errors: ShapeError[];
}

export function driftAt(drift: ShapeError['drift']): ShapeError {
  return { failure: null, isLoss: false, drift, path: [], place: [], drop: 0 };
}

/** Adds the step to a position below to the errors that were found there. */
export function addStep(
  errors: readonly ShapeError[],
  from: number,
  step: string | number,
  dataStep: string | number,
): void {
  for (let index = from; index < errors.length; index += 1) {
    const error = errors[index] as ShapeError;
    error.place.push(dataStep);
    if (error.drop > 0) error.drop -= 1;
    else error.path.push(step);
  }
}

/** The client's path to where an error was met. */
export function pathOf({ path }: ShapeError): DataPath {
  return [...path].reverse();
}

/** The place in the answer so far where an error was met. */
export function placeOf({ place }: ShapeError): DataPath {
  return [...place].reverse();
}
