import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type Cores, onGatewayCore } from '../processes/cores.ts';
import { readProcessUsage } from '../processes/processUsage.ts';
import type { RunningGateway } from '../processes/startGateway.ts';

/** The bare way over the wire, on the core of the gateways: `fetches` of `subgraphUrl` one after the other, nothing else. */
export type Wire = Omit<RunningGateway, 'name'>;

export async function startWire(subgraphUrl: string, fetches: number, cores: Cores): Promise<Wire> {
  const program = join(import.meta.dirname, 'wireProcess.ts');
  const command = [process.execPath, program, subgraphUrl, String(fetches)];
  const [file = '', ...args] = onGatewayCore(cores, command);
  const child = spawn(file, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const exited = once(child, 'exit');
  const [port] = await Promise.race([
    once(child, 'message'),
    exited.then(([code]) => Promise.reject(new Error(`the bare wire ended with ${code}`))),
  ]);
  return {
    url: new URL(`http://127.0.0.1:${port}/`),
    usage: () => readProcessUsage(child.pid as number),
    async stop() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
