import type { AddressInfo } from 'node:net';
import { buildSchema } from 'graphql';
import { createLoadGate } from '../admission/loadGate.ts';
import type { GatewayExecutionResult, GatewayRequest } from '../execution/apolloGatewayTypes.ts';
import { createLogger } from '../telemetry/createLogger.ts';
import { createMetrics } from '../telemetry/createMetrics.ts';
import { createApolloServer } from '../transport/createApolloServer.ts';
import { createHttpServer } from '../transport/createHttpServer.ts';
import { addGraphqlRoute } from '../transport/graphqlRoute.ts';

/** The gateway's door with no graph behind it: a function answers whatever passed. */
export interface TestTransport {
  readonly url: string;
  readonly port: number;
  readonly log: string[];
  /** What `/metrics` shows. */
  metrics(): Promise<string>;
  /** Takes no new connections and waits for the answers under way. */
  stop(): Promise<void>;
}

export interface TestTransportOptions {
  /** SDL of the API. */
  readonly schema: string;
  execute(request: GatewayRequest): Promise<GatewayExecutionResult>;
  readonly forwardHeaders?: readonly string[];
  readonly requestTimeoutMs?: number;
}

export async function startTransport(options: TestTransportOptions): Promise<TestTransport> {
  const { schema, execute, forwardHeaders = [], requestTimeoutMs = 5_000 } = options;
  const log: string[] = [];
  const logger = createLogger('info', { write: (line) => log.push(line) });
  const metrics = createMetrics();
  let isDraining = false;
  const apollo = createApolloServer({
    executor: {
      isReady: () => true,
      update: async () => undefined,
      onSchemaLoadOrUpdate(callback) {
        callback({ apiSchema: buildSchema(schema), coreSupergraphSdl: '' });
        return () => undefined;
      },
      load: async () => ({ executor: (request) => execute(request as GatewayRequest) }),
      stop: async () => undefined,
    },
    production: true,
    limitOperations: {},
    logger,
  });
  await apollo.start();
  const app = createHttpServer({
    logger,
    metrics,
    trustedProxies: [],
    maxConnections: 1_000,
    notReady: () => [],
    isDraining: () => isDraining,
  });
  addGraphqlRoute(app, {
    apollo,
    admission: {
      admitOperation: (request) => request,
      rateLimits: null,
      loadGate: createLoadGate({ maxInFlight: null, maxEventLoopDelayMs: null }),
    },
    authenticate: null,
    signAssertion: null,
    platformSubgraphs: new Set(),
    isRecorded: false,
    forwardHeaders,
    requestTimeoutMs,
    unauthorized: 'filter',
    metrics,
    logger,
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    port,
    log,
    metrics: async () => (await metrics.read()).text,
    async stop() {
      isDraining = true;
      await app.close();
      await apollo.stop();
    },
  };
}
