import type { GraphQLSchema } from 'graphql';
import type { ChosenOperation } from '../../planning/chosenOperation.ts';
import type { GatewayContext } from '../gatewayContext.ts';
import type { JsonWriter } from '../shaping/jsonWriter.ts';
import type { CompiledOperation } from './compileOperation.ts';
import { createRun, type Run } from './run.ts';

export interface RunOptions {
  readonly schema: GraphQLSchema;
  readonly chosen: ChosenOperation;
  readonly context: GatewayContext;
  /** Writing goes on without a pause, so that all operations can have one. */
  readonly writer: JsonWriter;
}

/** Begins a run of an operation and notes whom it may ask. */
export function startRun(compiled: CompiledOperation, { chosen, context }: RunOptions): Run {
  for (const subgraph of compiled.subgraphs) context.record.asked(subgraph);
  return createRun(
    context,
    withRenamed(chosen.variables, compiled.renamed),
    chosen.operation.operation === 'mutation',
  );
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
