import { execFileSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** Which core the gateways have to themselves, and which the clients and subgraphs share; null: not to be had here. */
export type Cores = { readonly gateways: string; readonly others: string } | null;

/** Puts this process, and what it will start, on core 0, and leaves core 1 to gateways. */
export function divideCores(): Cores {
  if (availableParallelism() < 2) return null;
  try {
    execFileSync('taskset', ['-acp', '0', String(process.pid)], { stdio: 'ignore' });
    return { gateways: '1', others: '0' };
  } catch {
    return null;
  }
}

/** A command line that runs on the core of the gateways. */
export function onGatewayCore(cores: Cores, command: readonly string[]): readonly string[] {
  return cores === null ? command : ['taskset', '-c', cores.gateways, ...command];
}
