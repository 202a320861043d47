import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { SubgraphStats } from '../subgraphs/subgraphStats.ts';
import { type ProcessUsage, readProcessUsage } from './processUsage.ts';

/** The one process that is all subgraphs of all graphs. */
export interface Subgraphs {
  /** Where a subgraph answers, `delayMs` after it was asked. */
  url(graph: string, subgraph: string, delayMs?: number): string;
  stats(): Promise<SubgraphStats>;
  usage(): ProcessUsage;
  /** Where the graph "case" finds answers that are not in memory; null: nowhere. */
  setOrigin(url: string | null): Promise<void>;
  stop(): void;
}

export async function startSubgraphs(): Promise<Subgraphs> {
  const child = fork(join(import.meta.dirname, '..', 'subgraphs', 'main.ts'), {
    env: { PATH: process.env.PATH, NODE_ENV: 'production' },
  });
  const [port] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`the subgraphs ended with ${code}`))),
  ]);
  const origin = `http://127.0.0.1:${port}`;
  return {
    url: (graph, subgraph, delayMs = 0) => `${origin}/${graph}/${delayMs}/${subgraph}`,
    usage: () => readProcessUsage(child.pid as number),
    stats: async () => (await (await fetch(`${origin}/stats`)).json()) as SubgraphStats,
    async setOrigin(url) {
      await fetch(`${origin}/origin`, { method: 'PUT', body: url ?? '' });
    },
    stop: () => void child.kill(),
  };
}
