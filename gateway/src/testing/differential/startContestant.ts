import { type ExecutionResult, execute, type GraphQLSchema, parse } from 'graphql';
import { pino } from 'pino';
import type { ExecutorName } from '../../execution/executorName.ts';
import type { PlannerName } from '../../planning/plannerName.ts';
import { type InProcessFetch, startInProcessGraph } from '../startInProcessGraph.ts';
import type { ComposedModel } from './composeModel.ts';
import type { Answer } from './createMonolith.ts';
import { createSubgraphSchema } from './createSubgraphSchema.ts';
import type { MutationLog } from './mutationLog.ts';
import type { Operation } from './operation.ts';

/** A way to run operations on a supergraph that is held against the monolith. */
export interface Contestant {
  readonly executor: ExecutorName;
  readonly planner: PlannerName;
  /** It runs only every so many-th operation; 1 when left out. */
  readonly every?: number;
  /** Larger operations, as admission measures them, are not for it. */
  readonly maxSelections?: number;
}

export interface RunningContestant {
  readonly name: string;
  answer(operation: Operation): Promise<Answer>;
  /** What the last operation sent to subgraphs. */
  readonly fetches: readonly InProcessFetch[];
  /** What subgraphs complained about while they served the last operation, and what the gateway logged. */
  readonly complaints: readonly string[];
  stop(): Promise<void>;
}

/** Something between an executor and its subgraphs: gets a fetch, and gives the JSON that the executor reads. */
export type Interference = (
  fetch: InProcessFetch,
  serve: (fetch: InProcessFetch) => Promise<ExecutionResult>,
) => Promise<unknown>;

export async function startContestant(
  { executor, planner }: Contestant,
  { model, supergraphSdl, subgraphs }: ComposedModel,
  interfere: Interference = (fetch, serve) => serve(fetch),
): Promise<RunningContestant> {
  const log: MutationLog = { calls: [] };
  const complaints: string[] = [];
  const schemas = new Map<string, GraphQLSchema>();
  for (const { view, typeDefs } of subgraphs) {
    schemas.set(view.subgraph, createSubgraphSchema({ model, view, typeDefs, log }));
  }
  const serve = async ({ subgraph, query, variables }: InProcessFetch) => {
    const schema = schemas.get(subgraph);
    if (schema === undefined) throw new Error(`no subgraph ${subgraph}`);
    const result = await execute({ schema, document: parse(query), variableValues: variables });
    for (const { message } of result.errors ?? []) complaints.push(`${subgraph}: ${message}`);
    return result;
  };
  const graph = await startInProcessGraph({
    logger: pino(
      { level: 'debug', base: null, timestamp: false },
      { write: (line) => void complaints.push(line.trim()) },
    ),
    supergraphSdl,
    subgraphs: schemas,
    executor,
    planner,
    answer: (fetch) => interfere(fetch, serve),
  });
  return {
    name: `${executor}, planned by ${planner}`,
    fetches: graph.fetches,
    complaints,
    async answer({ text, variables, operationName }) {
      for (const list of [log.calls, graph.fetches, complaints]) list.length = 0;
      const { data, errors } = await graph.ask(text, {
        variables,
        ...(operationName === null ? {} : { operationName }),
      });
      return {
        data: data ?? null,
        errorPaths: (errors ?? []).map(({ path }) => path ?? []),
        refusal: data === undefined ? String(errors?.[0]?.extensions?.code) : null,
      };
    },
    stop: () => graph.stop(),
  };
}
