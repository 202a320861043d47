import type { GraphQLSchema } from 'graphql';
import type { ChosenOperation } from '../../planning/chosenOperation.ts';
import type { GatewayContext } from '../gatewayContext.ts';
import { toClientPath } from '../shaping/clientPath.ts';
import type { ShapeState } from '../shaping/shapeState.ts';
import { WrittenData } from '../writtenData.ts';
import type { CompiledOperation } from './compileOperation.ts';
import type { OperationResult } from './operationResult.ts';
import { reportErrors } from './reportErrors.ts';
import { createRun } from './run.ts';

/** Runs an operation and writes its answer. */
export async function runOperation(
  compiled: CompiledOperation,
  { schema, chosen, context }: { schema: GraphQLSchema; chosen: ChosenOperation; context: GatewayContext },
): Promise<OperationResult> {
  const run = createRun(context, withRenamed(chosen.variables, compiled.renamed));
  for (const subgraph of compiled.subgraphs) context.record.asked(subgraph);
  await compiled.run(run);
  const state: ShapeState = { errors: [] };
  const json = compiled.shape(run.root, state) ?? null;
  const needsReport = state.errors.length > 0 || run.failures.length > 0;
  const errors = needsReport
    ? reportErrors({
        run,
        producers: compiled.producers,
        shapeErrors: state.errors,
        data: () => (json === null ? null : JSON.parse(json)),
        toClientPath: (place) => toClientPath(place, { schema, chosen, keys: compiled.keys, root: run.root }),
      })
    : [];
  return {
    data: json === null ? null : new WrittenData(json),
    errors,
    completeness: context.record.completeness(),
  };
}

/** The variables, those also under our name that have one. */
function withRenamed(
  variables: Readonly<Record<string, unknown>>,
  renamed: ReadonlyMap<string, string>,
): Readonly<Record<string, unknown>> {
  if (renamed.size === 0) return variables;
  const ours = [...renamed].filter(([, client]) => Object.hasOwn(variables, client));
  return { ...variables, ...Object.fromEntries(ours.map(([own, client]) => [own, variables[client]])) };
}
