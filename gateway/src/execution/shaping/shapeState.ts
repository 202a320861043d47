import type { DataPath, Failure } from '../compiled/failure.ts';

/** Something that the writer of an answer had to write null for, and where. */
export interface ShapeError {
  /** What could not be fetched; null when a value is missing or does not fit its type without anybody having said so. */
  readonly failure: Failure | null;
  /** For `failure: null`: what is wrong. */
  readonly drift: 'left out' | 'null' | 'type' | null;
  /** Path in the client's answer, from the end to the beginning while it is being written. */
  readonly path: (string | number)[];
  /** The same position in data keys, without list positions, from the end to the beginning. */
  readonly dataPath: string[];
  /** Steps at the end of the path that are not part of it. */
  drop: number;
}

/** What one writing of an answer met with. */
export interface ShapeState {
  readonly errors: ShapeError[];
}

/** Adds the step to a position below to the errors that were found there. */
export function addStep(
  errors: readonly ShapeError[],
  from: number,
  step: string | number,
  dataKey: string | null,
): void {
  for (let index = from; index < errors.length; index += 1) {
    const error = errors[index] as ShapeError;
    if (dataKey !== null) error.dataPath.push(dataKey);
    if (error.drop > 0) error.drop -= 1;
    else error.path.push(step);
  }
}

export function toPath(error: ShapeError): DataPath {
  return [...error.path].reverse();
}
