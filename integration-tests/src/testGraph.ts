import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePorts, type Ports, type ProcessName, processNames, startGraph } from '@tongban/local';

/** Where the suites find the graph. */
export interface TestGraphAddress {
  readonly gatewayUrl: string;
  readonly issuerUrl: string;
  readonly ports: Ports;
  /** `POST /kill/<process>`, `POST /restart/<process>`, and `GET /pids`: ids of the processes that run now. */
  readonly controlUrl: string;
  /** Everything that every process has printed. */
  readonly logFile: string;
  /** Holds every store and key of the graph. */
  readonly dataDirectory: string;
  readonly readyAfterMs: number;
}

export interface TestGraph {
  readonly address: TestGraphAddress;
  stop(): Promise<void>;
}

/** Starts the graph on free ports over fresh stores in a temporary folder, with a door to kill and restart its processes. */
export async function startTestGraph(world: {
  persons: number;
  seed: number;
  variants?: readonly string[];
}): Promise<TestGraph> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'tongban-test-'));
  const logFile = join(dataDirectory, 'graph.log');
  const log = createWriteStream(logFile);
  const started = performance.now();
  const graph = await startGraph({
    root: join(import.meta.dirname, '..', '..'),
    dataDirectory,
    ports: await findFreePorts(),
    env: { ...withoutStores(process.env), NODE_ENV: 'test', LOG_LEVEL: 'info' },
    databaseUrl: null,
    ...world,
    watch: false,
    onLine: (name, line) => log.write(`[${name}] ${line}\n`),
    onProgress: () => undefined,
  });
  const readyAfterMs = performance.now() - started;

  const control = createServer((request, response) => {
    const [, verb, name] = (request.url ?? '').split('/');
    if (verb === 'pids') {
      response.end(JSON.stringify(graph.pids()));
      return;
    }
    const known = processNames.find((candidate) => candidate === name) as ProcessName | undefined;
    const act = known === undefined ? undefined : { kill: graph.kill, restart: graph.restart }[verb ?? ''];
    if (known === undefined || act === undefined) {
      response.writeHead(404).end();
      return;
    }
    act(known).then(
      () => response.writeHead(204).end(),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => control.listen(0, '127.0.0.1', resolve));
  const address = control.address();
  if (address === null || typeof address === 'string') throw new Error('the control server has no port');

  return {
    address: {
      gatewayUrl: graph.gatewayUrl,
      issuerUrl: graph.issuerUrl,
      ports: graph.ports,
      controlUrl: `http://127.0.0.1:${address.port}`,
      logFile,
      dataDirectory,
      readyAfterMs,
    },
    async stop() {
      control.close();
      await graph.stop();
      await new Promise((resolve) => log.end(resolve));
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}

/** The embedded defaults are what is tested here, whatever engines this machine offers. */
function withoutStores({ DATABASE_URL, REDIS_URL, NATS_URL, ...env }: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return env;
}
