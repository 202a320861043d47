import type { RawSubgraphError } from '../../transport/subgraphAnswer.ts';
import type { DataPath } from './failure.ts';
import { Failure, Loss } from './failure.ts';
import { addFailure, recordError } from './recordFailure.ts';
import type { Run } from './run.ts';
import type { DataObject } from './walkPath.ts';

/** Errors about one object of a subgraph's answer, and where that object has been merged into. */
export interface ObjectErrors {
  readonly subgraph: string;
  /** With paths that begin at the object. */
  readonly errors: readonly RawSubgraphError[];
  readonly targets: readonly DataObject[];
  /** The data keys that were asked of the object. */
  readonly keys: readonly string[];
  /** Whether the subgraph sent null in place of the object. */
  readonly isLost: boolean;
  /** Where the targets stand. */
  readonly places: () => readonly DataPath[];
}

/** Puts a `Failure` at the position of each error; what was lost with it becomes null. */
export function placeErrors(
  run: Run,
  { subgraph, errors, targets, keys, isLost, places }: ObjectErrors,
): void {
  for (const raw of errors) {
    const error = recordError(run, subgraph, raw);
    const [head] = raw.path;
    const isOfObject = head === undefined || (isLost && !keys.includes(String(head)));
    const failure = addFailure(run, {
      subgraph,
      error,
      isOfObject,
      places: () => places().map((place) => [...place, ...raw.path]),
    });
    if (isOfObject && !isLost) run.excused.add(subgraph);
    const lost = isOfObject ? failure : new Loss(failure);
    for (const target of targets) {
      if (!isOfObject) placeAt(target, raw.path, failure, isLost);
      if (isLost) for (const key of keys) putInto(target, key, lost);
    }
  }
}

/** Follows the path as far as there are values; the failure takes the place of the first that is missing. */
function placeAt(target: DataObject, path: DataPath, failure: Failure, isLost: boolean): void {
  let holder: DataObject | unknown[] = target;
  for (const [index, step] of path.entries()) {
    const value: unknown = (holder as DataObject)[step];
    const isMissing = value === null || value === undefined || value instanceof Loss;
    if (isMissing) {
      if (Array.isArray(holder) ? typeof step === 'number' && step < holder.length : step !== '__typename') {
        (holder as DataObject)[step] = failure;
        failure.rest = path.slice(index + 1);
      }
      return;
    }
    // What is lost was here before: the error is not about it.
    if (typeof value !== 'object' || value instanceof Failure || (isLost && index === 0)) return;
    holder = value as DataObject | unknown[];
  }
}

function putInto(target: DataObject, key: string, value: unknown): void {
  if (key !== '__typename' && target[key] === undefined) target[key] = value;
}
