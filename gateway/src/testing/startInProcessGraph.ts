import { execute, type GraphQLSchema, parse } from 'graphql';
import { type Logger, pino } from 'pino';
import { limitOperations } from '../admission/limitOperations.ts';
import { createCompiledExecutor } from '../execution/compiledExecutor.ts';
import { createContext } from '../execution/createContext.ts';
import type { CreateExecutor } from '../execution/executor.ts';
import type { ExecutorName } from '../execution/executorName.ts';
import { createReferenceExecutor } from '../execution/referenceExecutor.ts';
import { WrittenData } from '../execution/writtenData.ts';
import type { Caller } from '../identity/caller.ts';
import type { PlannerName } from '../planning/plannerName.ts';
import { createMetrics } from '../telemetry/createMetrics.ts';
import { createApolloServer } from '../transport/createApolloServer.ts';
import { type SubgraphAnswer, toSubgraphAnswer } from '../transport/subgraphAnswer.ts';
import type { SubgraphFault } from '../transport/subgraphFault.ts';

/** What one fetch sent to a subgraph. */
export interface InProcessFetch {
  readonly subgraph: string;
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

export interface InProcessAnswer {
  // biome-ignore lint/suspicious/noExplicitAny: answers of many shapes, which the tests compare with literals
  readonly data?: any;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions?: Record<string, unknown>;
  }[];
  readonly extensions?: Record<string, unknown>;
}

/** The gateway without its door: operations go in, subgraphs are schemas in this process, nothing crosses a socket. */
export interface InProcessGraph {
  ask(
    query: string,
    options?: {
      variables?: Record<string, unknown>;
      operationName?: string;
      caller?: Caller | null;
      unauthorized?: 'filter' | 'reject';
    },
  ): Promise<InProcessAnswer>;
  /** All fetches since the start or the last time that it was emptied. */
  readonly fetches: InProcessFetch[];
  /** Hands over another supergraph, of the same subgraphs. */
  update(supergraphSdl: string): Promise<void>;
  stop(): Promise<void>;
}

export interface InProcessGraphOptions {
  readonly supergraphSdl: string;
  /** By subgraph name; made with `buildSubgraphSchema`. */
  readonly subgraphs: ReadonlyMap<string, GraphQLSchema>;
  readonly executor: ExecutorName;
  readonly planner?: PlannerName;
  /** Labels of progressive `@override` that hold. */
  readonly overrideLabels?: readonly string[];
  /** Where every caller stands in 0…100 for `percent(N)` labels; without it such labels hold for nobody. */
  readonly percentile?: number;
  /** Takes over the answer of a subgraph: what it returns is the JSON that the subgraph sends. */
  readonly answer?: (fetch: InProcessFetch, serve: () => Promise<unknown>) => Promise<unknown>;
  /** Silent when it is left out. */
  readonly logger?: Logger;
}

const NEVER = new AbortController().signal;

/** Both at once: a test asks of one what the other answers. */
const creators: Readonly<Record<ExecutorName, CreateExecutor>> = {
  compiled: createCompiledExecutor,
  reference: createReferenceExecutor,
};

/** Plans are made on the calling thread, without a time limit. */
export async function startInProcessGraph(options: InProcessGraphOptions): Promise<InProcessGraph> {
  const {
    supergraphSdl,
    subgraphs,
    answer = (_, serve) => serve(),
    logger = pino({ level: 'silent' }),
  } = options;
  const fetches: InProcessFetch[] = [];
  const createExecutor = creators[options.executor];
  const executor = createExecutor({
    source: { initial: supergraphSdl, watch() {}, close() {} },
    supergraphKey: null,
    subgraphUrls: new Map([...subgraphs.keys()].map((name) => [name, 'http://127.0.0.1:1/graphql'])),
    planning: { timeoutMs: 60_000, maxThreads: 0 },
    planner: options.planner ?? 'auto',
    overrideLabels: new Set(options.overrideLabels),
    percentile: options.percentile ?? 100,
    createClient: ({ name }) => ({
      name,
      async fetch({ body }) {
        const { query, variables = {} } = JSON.parse(body) as {
          query: string;
          variables?: Record<string, unknown>;
        };
        const fetch = { subgraph: name, query, variables };
        fetches.push(fetch);
        const schema = subgraphs.get(name);
        if (schema === undefined) throw new Error(`no subgraph ${name}`);
        return throughJson(await answer(fetch, () => runOn(schema, fetch)));
      },
      close: async () => {},
    }),
    recording: null,
    logger,
    metrics: createMetrics(),
  });
  const apollo = createApolloServer({
    executor,
    production: false,
    limitOperations: limitOperations({
      maxSelections: 100_000,
      maxCost: Number.POSITIVE_INFINITY,
      listSize: 10,
    }),
    logger,
  });
  await apollo.start();
  return {
    fetches,
    async ask(query, { variables, operationName, caller = null, unauthorized = 'filter' } = {}) {
      const contextValue = createContext({
        requestId: 'in-process',
        trace: { traceId: '0'.repeat(32), flags: '00' },
        caller,
        signal: NEVER,
        acceptsParts: false,
        forwarded: {},
        sharingKey: caller === null ? '' : JSON.stringify(caller),
        unauthorized,
        logger,
        platformSubgraphs: new Set(),
        isRecorded: false,
        signAssertion: null,
      });
      const { body } = await apollo.executeOperation(
        { query, ...(variables ? { variables } : {}), ...(operationName ? { operationName } : {}) },
        { contextValue },
      );
      if (body.kind !== 'single') throw new Error('an answer in parts');
      const { data, ...rest } = body.singleResult as { data?: unknown };
      const plain = data instanceof WrittenData ? JSON.parse(data.take().toString()) : data;
      return JSON.parse(JSON.stringify({ ...(data === undefined ? {} : { data: plain }), ...rest }));
    },
    update: (sdl) => executor.update(sdl),
    stop: () => apollo.stop(),
  };
}

async function runOn(schema: GraphQLSchema, { query, variables }: InProcessFetch): Promise<unknown> {
  return execute({ schema, document: parse(query), variableValues: variables });
}

function throughJson(body: unknown): SubgraphAnswer | SubgraphFault {
  return toSubgraphAnswer(JSON.parse(JSON.stringify(body)));
}
