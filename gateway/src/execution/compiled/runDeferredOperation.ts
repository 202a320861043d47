import { toClientPath } from '../shaping/clientPath.ts';
import type { ShapeState } from '../shaping/shapeState.ts';
import { writeData } from '../shaping/writeData.ts';
import type { CompiledOperation } from './compileOperation.ts';
import { runDeferred } from './deferredPlan.ts';
import { deniedErrorOf } from './deniedError.ts';
import type { DataPath } from './failure.ts';
import { createPartQueue, writeFragment } from './laterParts.ts';
import type { OperationResult } from './operationResult.ts';
import { reportErrors } from './reportErrors.ts';
import { type RunOptions, startRun } from './startRun.ts';

/**
 * Runs an operation with `@defer`: answers the first part and leaves the later ones in the context. Each fragment follows
 * when its own fetches are done, whatever others still wait for.
 */
export async function runDeferredOperation(
  compiled: CompiledOperation,
  options: RunOptions,
): Promise<OperationResult> {
  const { schema, chosen, context, writer } = options;
  const run = startRun(compiled, options);
  const queue = createPartQueue();
  const answerOf = (state: ShapeState, json: Buffer | null) => ({
    run,
    producers: compiled.producers,
    deniedError: deniedErrorOf(compiled),
    shapeErrors: state.errors,
    data: () => (json === null ? null : JSON.parse(json.toString())),
    toClientPath: (place: DataPath) =>
      toClientPath(place, { schema, chosen, keys: compiled.keys, root: run.root }),
  });
  let isFirstOut = false;
  const held: (string | null)[] = [];
  const write = (label: string | null) => {
    const deferred = label === null ? undefined : compiled.deferred.get(label);
    if (deferred === undefined) return;
    queue.push(
      writeFragment(deferred, run.root, writer, (state, path: DataPath, place: DataPath) => {
        // Errors were met inside of the fragment; clients want their paths from the root.
        for (const error of state.errors) {
          error.path.push(...[...path].reverse());
          error.place.push(...[...place].reverse());
        }
        return reportErrors(answerOf(state, null), { withUnmet: false });
      }),
    );
  };
  const { rest } = await runDeferred(compiled.plan, run, (label) => {
    if (isFirstOut) write(label);
    else held.push(label);
  });

  const state: ShapeState = { errors: [], writer };
  const json = writeData(compiled.shape, run.root, state);
  const errors = reportErrors(answerOf(state, json), { withUnmet: false });
  isFirstOut = true;
  held.forEach(write);
  const end = () => {
    const completeness = context.record.completeness();
    queue.end({ incremental: [], extensions: completeness === null ? undefined : { completeness } });
  };
  rest.then(end, end);
  context.laterParts = queue.parts;
  return {
    json,
    errors,
    completeness: context.record.completeness(),
  };
}
