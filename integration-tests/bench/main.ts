import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findFreePorts, type Graph, startGraph } from '@tongban/local';
import { sc1 } from '@tongban/synthetic';
import { measureSeeding } from './measureSeeding.ts';

const HELP = `Usage: npm run bench [-- --persons N] [-- --queries N]

Measures on this machine, and prints a table and one line of JSON: seeding N persons (default 100000), starting the graph,
its memory, and following SC-1 through all agencies as the person concerned, one query after the other (default 200).
`;
const FOLLOW = `query ($t: ID!) { thread(threadNo: $t) { title stage cases { id caseNo service statusLabel
  deadlines { ruleId dueAt state } links { kind case { id } } } timeline(first: 50) { edges { node { at service toLabel } } } } }`;

const { values } = parseArgs({
  options: {
    persons: { type: 'string', default: '100000' },
    queries: { type: 'string', default: '200' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) console.log(HELP);
else await bench(Number(values.persons), Number(values.queries));

async function bench(persons: number, queries: number): Promise<void> {
  const root = join(import.meta.dirname, '..', '..');
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
      const token = await requestToken(graph);
      for (let warm = 0; warm < 20; warm++) await follow(graph, token);
      const times: number[] = [];
      for (let query = 0; query < queries; query++) times.push(await follow(graph, token));
      times.sort((a, b) => a - b);
      const result = {
        ...seeding,
        readySeconds: round(readySeconds),
        memoryMiB: Math.round(graph.pids().reduce((sum, pid) => sum + residentMiB(pid), 0)),
        followMsP50: round(times[Math.floor(times.length * 0.5)] ?? 0),
        followMsP99: round(times[Math.floor(times.length * 0.99)] ?? 0),
      };
      console.table(result);
      console.log(JSON.stringify(result));
    } finally {
      await graph.stop();
    }
  } finally {
    rmSync(dataDirectory, { recursive: true, force: true });
  }
}

async function requestToken({ issuerUrl }: Graph): Promise<string> {
  const response = await fetch(`${issuerUrl}/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona: 'citizen:zhang' }),
  });
  return ((await response.json()) as { access_token: string }).access_token;
}

/** Milliseconds of one query; an answer with errors ends the bench, since its time would say nothing. */
async function follow({ gatewayUrl }: Graph, token: string): Promise<number> {
  const started = performance.now();
  const response = await fetch(gatewayUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: FOLLOW, variables: { t: sc1.threadNo } }),
  });
  const answer = (await response.json()) as { errors?: unknown };
  if (answer.errors !== undefined) throw new Error(`the answer has errors: ${JSON.stringify(answer.errors)}`);
  return performance.now() - started;
}

function residentMiB(pid: number): number {
  const [, kib] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kib) / 1_024;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
