import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AdmissionConfig } from '../admission/admissionConfig.ts';
import type { OpenLogStores } from '../audit/openAccessLog.ts';
import type { GatewayConfig } from '../config.ts';
import { createGateway } from '../createGateway.ts';
import { createLogger } from '../telemetry/createLogger.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: {
    // biome-ignore lint/suspicious/noExplicitAny: answers of many shapes, which the tests compare with literals
    readonly data?: any;
    readonly errors?: { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[];
    readonly extensions?: Record<string, unknown>;
  };
}

/** A gateway in this process, on a free port, with what it logs kept. */
export interface TestGateway {
  readonly url: string;
  readonly origin: string;
  readonly log: string[];
  ask(query: string, options?: { variables?: object; headers?: Record<string, string> }): Promise<Answer>;
  send(path: string, init?: RequestInit): Promise<Answer>;
  /** Hands over a supergraph in this process. */
  update(sdl: string): Promise<void>;
  /** Replaces the supergraph file. */
  writeSupergraph(sdl: string): void;
  stop(): Promise<void>;
}

/** The limits of production to operations, and none to how many come: tests ask as fast as they can. */
export function testAdmission(changes: Partial<AdmissionConfig> = {}): AdmissionConfig {
  return {
    limits: {
      maxSelections: 5_000,
      maxDepth: 15,
      maxAliases: 30,
      maxRootFields: 20,
      maxDirectives: 50,
      maxCost: 50_000,
      listSize: 10,
    },
    trustedDocuments: null,
    trustedDocumentsFor: new Set(),
    rates: { perPerson: null, perOrganization: null, perAddress: null, badTokensPerAddress: null },
    redisUrl: null,
    trustedProxies: [],
    load: { maxInFlight: null, maxEventLoopDelayMs: null },
    maxConnections: 1_000,
    ...changes,
  };
}

/** Open mode unless `changes` brings an identity. */
export async function startTestGateway(
  supergraph: string,
  changes: Partial<GatewayConfig> = {},
  openStores?: OpenLogStores,
): Promise<TestGateway> {
  const directory = mkdtempSync(join(tmpdir(), 'gateway-'));
  const supergraphFile = join(directory, 'supergraph.graphql');
  writeFileSync(supergraphFile, supergraph);
  const log: string[] = [];
  const gateway = createGateway(
    {
      production: false,
      logLevel: 'info',
      host: '127.0.0.1',
      port: 0,
      supergraphFile,
      supergraphKey: null,
      supergraphPollMs: 20,
      subgraphUrls: new Map(),
      platformSubgraphs: new Set(['hub']),
      forwardHeaders: [],
      subgraphTimeoutMs: 1_000,
      requestTimeoutMs: 5_000,
      drainMs: 2_000,
      admission: testAdmission(),
      planning: { timeoutMs: 1_500, maxThreads: 1 },
      overrideLabels: new Set(),
      unauthorized: 'filter',
      executor: 'compiled',
      planner: 'auto',
      identity: null,
      audit: null,
      ...changes,
    },
    createLogger('info', { write: (line) => log.push(line) }),
    openStores,
  );
  const url = await gateway.start();
  const origin = new URL(url).origin;

  const send = async (path: string, init: RequestInit = {}): Promise<Answer> => {
    const response = await fetch(`${origin}${path}`, init);
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : {} };
  };
  return {
    url,
    origin,
    log,
    send,
    ask: (query, { variables, headers } = {}) =>
      send('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query, variables }),
      }),
    update: (sdl) => gateway.update(sdl),
    writeSupergraph: (sdl) => writeFileSync(supergraphFile, sdl),
    async stop() {
      await gateway.stop();
      rmSync(directory, { recursive: true });
    },
  };
}
