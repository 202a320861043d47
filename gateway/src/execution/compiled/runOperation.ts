import { toClientPath } from '../shaping/clientPath.ts';
import type { ShapeState } from '../shaping/shapeState.ts';
import { writeData } from '../shaping/writeData.ts';
import type { CompiledOperation } from './compileOperation.ts';
import { runDeferred } from './deferredPlan.ts';
import { deniedErrorOf } from './deniedError.ts';
import type { OperationResult } from './operationResult.ts';
import { reportErrors } from './reportErrors.ts';
import { type RunOptions, startRun } from './startRun.ts';

/** Runs an operation and writes its answer in one piece. */
export async function runOperation(
  compiled: CompiledOperation,
  options: RunOptions,
): Promise<OperationResult> {
  const { schema, chosen, context, writer } = options;
  const run = startRun(compiled, options);
  if (compiled.plan.blocks.length === 0) await compiled.plan.primary(run);
  // A planner may defer what nobody asked to be deferred apart.
  else await (await runDeferred(compiled.plan, run, () => undefined)).rest;
  const state: ShapeState = { errors: [], writer };
  const json = writeData(compiled.shape, run.root, state);
  const needsReport = state.errors.length > 0 || run.failures.length > 0;
  const errors = needsReport
    ? reportErrors(
        {
          run,
          producers: compiled.producers,
          deniedError: deniedErrorOf(compiled),
          shapeErrors: state.errors,
          data: () => (json === null ? null : JSON.parse(json.toString())),
          toClientPath: (place) =>
            toClientPath(place, { schema, chosen, keys: compiled.keys, root: run.root }),
        },
        { withUnmet: true },
      )
    : [];
  return {
    json,
    errors,
    completeness: context.record.completeness(),
  };
}
