import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { type Cores, onGatewayCore } from './cores.ts';
import { freePort } from './freePort.ts';
import { type GatewayCommand, type GatewayName, gatewayCommand } from './gatewayCommands.ts';
import { type ProcessUsage, readProcessUsage } from './processUsage.ts';

/** One gateway in a process of its own. */
export interface RunningGateway {
  readonly name: GatewayName;
  readonly url: URL;
  usage(): ProcessUsage;
  /** Ends it at once: one that plans for minutes would not hear a request to stop. */
  stop(): Promise<void>;
}

const READY_WITHIN_MS = 60_000;
const KEPT_LINES = 20;

/** @throws {Error} with the last lines that the gateway wrote, when it does not answer within a minute. */
export async function startGateway(
  name: GatewayName,
  supergraphFile: string,
  cores: Cores,
  commandAt: (port: number) => GatewayCommand = (port) => gatewayCommand(name, supergraphFile, port),
  caller: () => string = () => 'Bearer nobody',
): Promise<RunningGateway> {
  const port = await freePort();
  const { args, env } = commandAt(port);
  const [command = '', ...rest] = onGatewayCore(cores, [process.execPath, ...args]);
  const child = spawn(command, rest, {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const pid = child.pid;
  if (pid === undefined) throw new Error(`${name} could not be started`);
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      lines.push(...text.trimEnd().split('\n'));
      lines.splice(0, lines.length - KEPT_LINES);
    });
  }
  const exited = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGKILL');
    await exited;
  };

  const url = new URL(`http://127.0.0.1:${port}/graphql`);
  const deadline = performance.now() + READY_WITHIN_MS;
  while (!(await isAnswering(url, caller()))) {
    if (child.exitCode === null && performance.now() < deadline) await delay(100);
    else {
      if (child.exitCode === null) await stop();
      throw new Error(`${name} did not start:\n${lines.join('\n')}`);
    }
  }
  return { name, url, usage: () => readProcessUsage(pid), stop };
}

async function isAnswering(url: URL, authorization: string): Promise<boolean> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: JSON.stringify({ query: '{ __typename }' }),
    });
    return response.ok && 'data' in ((await response.json()) as object);
  } catch {
    return false;
  }
}
