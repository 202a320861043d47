import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { createAdmission } from './admission/createAdmission.ts';
import { addLogRoutes } from './audit/http/addLogRoutes.ts';
import { createReadingRecorder } from './audit/http/recordReading.ts';
import {
  type OpenAccessLog,
  type OpenLogStores,
  openAccessLog,
  openLogStores,
} from './audit/openAccessLog.ts';
import type { GatewayConfig, IdentityConfig } from './config.ts';
import type { Executor } from './execution/executor.ts';
import { executors } from './execution/executors.ts';
import { createAuthenticator } from './identity/authenticator.ts';
import { createAssertionSigner } from './identity/callerAssertion.ts';
import { createKeySet } from './identity/keySet.ts';
import { watchSupergraphFile } from './supergraph/watchSupergraphFile.ts';
import { createMetrics } from './telemetry/createMetrics.ts';
import { disableApolloTelemetry } from './telemetry/disableApolloTelemetry.ts';
import { createApolloServer } from './transport/createApolloServer.ts';
import { createHttpServer } from './transport/createHttpServer.ts';
import { addGraphqlRoute } from './transport/graphqlRoute.ts';
import { createSubgraphClient } from './transport/subgraphClient.ts';

/** One gateway: one address, one supergraph at a time. */
export interface Gateway {
  /**
   * Loads the supergraph, fetches the issuer's keys and listens. Answers the URL of its GraphQL endpoint.
   * @throws {Error} when the supergraph cannot be served or the port is taken, with what to do about it.
   */
  start(): Promise<string>;
  /**
   * Serves another supergraph from now on, as if it had been written to the file.
   * @throws {Error} when it is no good; the last good one stays then.
   */
  update(supergraphSdl: string): Promise<void>;
  /** The URL of the GraphQL endpoint; null before `start` and after `stop`. */
  readonly url: string | null;
  /** Not ready at once, no new connections, requests in flight finish within the drain time, then everything is let go. */
  stop(): Promise<void>;
}

/**
 * Builds a gateway; nothing is opened before `start`. Switches Apollo's telemetry off for the whole process.
 *
 * @param openStores how the stores of the access log are opened; tests put something in between
 */
export function createGateway(
  config: GatewayConfig,
  logger: Logger,
  openStores: OpenLogStores = openLogStores,
): Gateway {
  disableApolloTelemetry();
  const { production, platformSubgraphs, subgraphUrls, subgraphTimeoutMs: timeoutMs } = config;
  const metrics = createMetrics();
  const identity = config.identity === null ? null : createIdentity(config.identity, logger);
  let isDraining = false;
  let url: string | null = null;
  let release: (() => Promise<void>) | null = null;
  let running: Executor | null = null;
  let starting: Promise<string> | null = null;

  return {
    async update(supergraphSdl) {
      if (running === null) throw new Error('the gateway is not started');
      await running.update(supergraphSdl);
    },
    get url() {
      return url;
    },
    start() {
      starting = start();
      return starting;
    },

    async stop() {
      isDraining = true;
      // What is half started cannot be stopped.
      await starting?.catch(() => undefined);
      await release?.();
      release = null;
      url = null;
    },
  };

  async function start(): Promise<string> {
    const source = watchSupergraphFile({
      file: config.supergraphFile,
      pollMs: config.supergraphPollMs,
      logger,
    });
    const admission = createAdmission({
      config: config.admission,
      production,
      open: config.identity === null,
      pollMs: config.supergraphPollMs,
      logger,
    });
    const audit =
      config.audit === null ? null : await openAccessLog(config.audit, { logger, metrics }, openStores);
    const createExecutor = await executors[config.executor]();
    const executor = createExecutor({
      source,
      supergraphKey: config.supergraphKey,
      subgraphUrls,
      planning: config.planning,
      overrideLabels: config.overrideLabels,
      planner: config.planner,
      createClient: ({ name, url }) => createSubgraphClient({ name, url, timeoutMs, metrics }),
      recording:
        audit === null || config.audit === null
          ? null
          : { accessLog: audit.accessLog, publicTag: config.audit.publicTag },
      logger,
      metrics,
    });
    running = executor;
    const apollo = createApolloServer({
      executor,
      production,
      limitOperations: admission.limitOperations,
      logger,
    });
    const { trustedProxies, maxConnections } = config.admission;
    const app = createHttpServer({
      logger,
      metrics,
      trustedProxies,
      maxConnections,
      isDraining: () => isDraining,
      notReady: () => [
        ...(isDraining ? ['stopping'] : []),
        ...(executor.isReady() ? [] : ['no supergraph is loaded']),
        ...(identity === null || identity.keySet.isKnown()
          ? []
          : ['the keys of the token issuer are not known']),
        ...(isUnavailable(audit) ? ['the access log cannot be written'] : []),
      ],
    });
    release = async () => {
      const guard = setTimeout(() => app.server.closeAllConnections(), config.drainMs);
      await app.close();
      clearTimeout(guard);
      admission.close();
      identity?.keySet.stop();
      await apollo.stop();
      // Last of all: requests that were in flight are recorded.
      await audit?.close();
    };
    try {
      await apollo.start();
      await identity?.keySet.start();
      addGraphqlRoute(app, {
        apollo,
        admission,
        authenticate: identity?.authenticate ?? null,
        signAssertion: identity?.signAssertion ?? null,
        platformSubgraphs,
        isRecorded: audit !== null,
        forwardHeaders: config.forwardHeaders,
        requestTimeoutMs: config.requestTimeoutMs,
        unauthorized: config.unauthorized,
        metrics,
        logger,
      });
      if (audit !== null && config.audit !== null && identity !== null) {
        addLogRoutes(app, {
          ...audit,
          readerKey: config.audit.readerKey,
          authenticate: identity.authenticate,
          auditorRoles: LOG_READERS,
          admitAddress: admission.rateLimits?.admitAddress ?? null,
          record: createReadingRecorder({ sequencer: audit.sequencer }),
        });
      }
      await app.listen({ host: config.host, port: config.port });
    } catch (error) {
      release = null;
      source.close();
      admission.close();
      identity?.keySet.stop();
      // It may not have been started; then there is nothing to stop.
      await apollo.stop().catch(() => undefined);
      await audit?.close();
      throw withCure(error, config.port);
    }
    const { address, port, family } = app.server.address() as AddressInfo;
    url = `http://${family === 'IPv6' ? `[${address}]` : address}:${port}/graphql`;
    return url;
  }
}

/** Roles that may read records of the log; what a record says of persons is tags. */
const LOG_READERS: ReadonlySet<string> = new Set(['AUDITOR', 'SYSTEM_AUDITOR']);
/** An outage that is shorter than this leaves the gateway ready: it still answers what is not personal. */
const UNAVAILABLE_MS = 5_000;

function isUnavailable(audit: OpenAccessLog | null): boolean {
  return audit !== null && audit.unavailableForMs() > UNAVAILABLE_MS;
}

function createIdentity(config: IdentityConfig, logger: Logger) {
  const { jwksUrl, keyCooldownMs, assertionKey, ...rules } = config;
  const keySet = createKeySet({ url: jwksUrl, logger, cooldownMs: keyCooldownMs });
  return {
    keySet,
    authenticate: createAuthenticator({ keySet, ...rules }),
    signAssertion: createAssertionSigner(assertionKey),
  };
}

function withCure(error: unknown, port: number): unknown {
  return (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
    ? new Error(`port ${port} is in use; choose a free one with --port or PORT`)
    : error;
}
