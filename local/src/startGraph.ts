import { type RunningProcess, startProcess } from './childProcess.ts';
import { graphProcesses } from './graphProcesses.ts';
import { type Ports, type ProcessName, requireFreePorts } from './ports.ts';
import { readOrCreateSecrets } from './secrets.ts';
import { seedOnce } from './seedOnce.ts';

export interface GraphOptions {
  /** Absolute path of the repository. */
  readonly root: string;
  /** Absolute path of the folder that holds every embedded store and key. */
  readonly dataDirectory: string;
  readonly ports: Ports;
  /** What the processes inherit; their own variables win. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly databaseUrl: string | null;
  /** Size and seed of the synthetic world, filled in when the stores are empty. */
  readonly persons: number;
  readonly seed: number;
  /** Planted faults, as `npm run seed -- --variants` has them. */
  readonly variants?: readonly string[];
  readonly watch: boolean;
  onLine(process: string, line: string): void;
  onProgress(message: string): void;
  /** Aborted: what has been started is stopped again, and the start rejects. */
  readonly signal?: AbortSignal;
}

/** The whole graph, running on loopback. */
export interface Graph {
  readonly gatewayUrl: string;
  readonly issuerUrl: string;
  readonly ports: Ports;
  /** Ids of all processes that run now. */
  pids(): number[];
  /** Ends one process without warning. */
  kill(name: ProcessName): Promise<void>;
  /** Starts a killed process again and waits until it is ready. */
  restart(name: ProcessName): Promise<void>;
  /** Stops everything, the gateway first, so that no request meets a missing agency. */
  stop(): Promise<void>;
}

const READY_WITHIN_MS = 60_000;

/**
 * Seeds the stores if they are empty, starts every process and waits until all are ready.
 * @throws {Error} with the last lines of the process that failed; the others are stopped first.
 */
export async function startGraph(options: GraphOptions): Promise<Graph> {
  const { root, dataDirectory, ports, databaseUrl, env, watch, onLine, onProgress } = options;
  await requireFreePorts(ports);
  const secrets = readOrCreateSecrets(dataDirectory);
  await seedOnce({ ...options, secrets });

  const definitions = graphProcesses({ ports, secrets, dataDirectory, databaseUrl });
  const running = new Map<ProcessName, RunningProcess>();
  const start = (name: ProcessName) => {
    const definition = definitions.find((candidate) => candidate.name === name);
    if (definition === undefined) throw new Error(`no process is called ${name}`);
    const child = startProcess(definition, { root, env, watch, onLine });
    running.set(name, child);
    return child;
  };
  const stop = async () => {
    for (const definition of [...definitions].reverse()) await running.get(definition.name)?.stop();
  };

  onProgress(`starting ${definitions.length} processes`);
  const children = definitions.map(({ name }) => start(name));
  try {
    await Promise.race([
      Promise.all(children.map((child) => child.ready(READY_WITHIN_MS))),
      rejectWhenAborted(options.signal),
    ]);
  } catch (error) {
    await stop();
    throw error;
  }

  return {
    gatewayUrl: `http://127.0.0.1:${ports.gateway}/graphql`,
    issuerUrl: `http://127.0.0.1:${ports['development-issuer']}`,
    ports,
    pids: () => [...running.values()].flatMap(({ pid }) => pid ?? []),
    async kill(name) {
      await running.get(name)?.kill();
      running.delete(name);
    },
    restart: async (name) => start(name).ready(READY_WITHIN_MS),
    stop,
  };
}

function rejectWhenAborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_resolve, reject) => {
    const stop = () => reject(new Error('stopped before everything was ready'));
    if (signal?.aborted) stop();
    signal?.addEventListener('abort', stop, { once: true });
  });
}
