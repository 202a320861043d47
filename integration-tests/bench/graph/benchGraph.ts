import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePorts, type Graph, startGraph } from '@tongban/local';
import { sc1 } from '@tongban/synthetic';
import { followCase } from './followCase.ts';
import { measureSeeding } from './measureSeeding.ts';
import { requestToken } from './requestToken.ts';

/** What the whole graph takes on this machine; times in seconds where not named otherwise. */
export interface GraphFigures {
  readonly persons: number;
  readonly seedSeconds: number;
  readonly readySeconds: number;
  readonly memoryMiB: number;
  readonly followMsP50: number;
  readonly followMsP99: number;
}

/** Seeds `persons`, starts the graph and follows SC-1 through all agencies so many times, one after the other. */
export async function benchGraph(persons: number, queries: number): Promise<GraphFigures> {
  const root = join(import.meta.dirname, '..', '..', '..');
  const dataDirectory = mkdtempSync(join(tmpdir(), 'tongban-bench-'));
  try {
    const seeding = await measureSeeding(root, join(dataDirectory, 'seeded'), persons);
    const started = performance.now();
    const graph = await startGraph({
      root,
      dataDirectory: join(dataDirectory, 'graph'),
      ports: await findFreePorts(),
      env: { PATH: process.env.PATH, LOG_LEVEL: 'warn' },
      databaseUrl: null,
      persons: 2_000,
      seed: 1,
      watch: false,
      onLine: () => undefined,
      onProgress: () => undefined,
    });
    const readySeconds = (performance.now() - started) / 1_000;
    try {
      const token = await requestToken(graph.issuerUrl);
      for (let warm = 0; warm < 20; warm++) await follow(graph, token);
      const times: number[] = [];
      for (let query = 0; query < queries; query++) times.push(await follow(graph, token));
      times.sort((a, b) => a - b);
      return {
        ...seeding,
        readySeconds: round(readySeconds),
        memoryMiB: Math.round(graph.pids().reduce((sum, pid) => sum + proportionalMiB(pid), 0)),
        followMsP50: round(times[Math.floor(times.length * 0.5)] ?? 0),
        followMsP99: round(times[Math.floor(times.length * 0.99)] ?? 0),
      };
    } finally {
      await graph.stop();
    }
  } finally {
    rmSync(dataDirectory, { recursive: true, force: true });
  }
}

/** Milliseconds of one query; an answer with errors ends the bench, since its time would say nothing. */
async function follow({ gatewayUrl }: Graph, token: string): Promise<number> {
  const started = performance.now();
  const response = await fetch(gatewayUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: followCase(sc1.threadNo),
  });
  const answer = (await response.json()) as { errors?: unknown };
  if (answer.errors !== undefined) throw new Error(`the answer has errors: ${JSON.stringify(answer.errors)}`);
  return performance.now() - started;
}

/** Its own, and its share of what it has in common with others: the program of Node alone is 45 MiB. */
function proportionalMiB(pid: number): number {
  const [, kib] = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? [];
  return Number(kib ?? 0) / 1_024;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
