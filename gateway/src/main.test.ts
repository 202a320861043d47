import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { executorNames } from './execution/executorName.ts';
import { type Library, startLibrary } from './testing/startLibrary.ts';
import { tangledQuery, tangledSupergraph } from './testing/tangledSupergraph.ts';

// Processes and threads start slowly on a machine that has other things to do.
jest.setTimeout(30_000);

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));
/** Writes every address that the process tries to reach, or to resolve, to standard error. */
const SPY = `data:text/javascript,${encodeURIComponent(`
  import net from 'node:net';
  import dns from 'node:dns';
  const connect = net.Socket.prototype.connect;
  net.Socket.prototype.connect = function (...args) {
    const [options] = Array.isArray(args[0]) ? args[0] : args;
    process.stderr.write('CONNECT ' + (options.host ?? options.path ?? '127.0.0.1') + '\\n');
    return connect.apply(this, args);
  };
  const lookup = dns.lookup;
  dns.lookup = (name, ...rest) => { process.stderr.write('LOOKUP ' + name + '\\n'); return lookup(name, ...rest); };
`)}`;

interface Run {
  readonly child: ChildProcess;
  output(): string;
  /** Resolves with the URL once it listens. */
  url(): Promise<string>;
  /** Resolves with the exit code. */
  ended(): Promise<number | null>;
}

let library: Library;
let directory: string;
let supergraph: string;
const running: ChildProcess[] = [];

beforeAll(async () => {
  library = await startLibrary();
  directory = mkdtempSync(join(tmpdir(), 'gateway-main-'));
  supergraph = join(directory, 'supergraph.graphql');
  writeFileSync(supergraph, library.supergraph);
});
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
  library.reset();
});
afterAll(async () => {
  rmSync(directory, { recursive: true });
  await library.stop();
});

function start(args: string[], env: Record<string, string> = {}): Run {
  const child = spawn(process.execPath, ['--import', SPY, MAIN, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk;
    });
  }
  const closed = once(child, 'close') as Promise<[number | null]>;
  return {
    child,
    output: () => output,
    async url() {
      for (;;) {
        const url = /"url":"([^"]+)"/.exec(output)?.[1];
        if (url !== undefined) return url;
        if (child.exitCode !== null) throw new Error(output);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    ended: async () => (await closed)[0],
  };
}

const ask = (url: string, query: string) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });

describe('the gateway as a process', () => {
  it.each(executorNames)(
    'serves any supergraph in open mode, and reaches out to its subgraphs only: %s',
    async (executor) => {
      const run = start(['--supergraph', supergraph, '--port', '0', '--open'], {
        EXECUTOR: executor,
        APOLLO_KEY: 'service:graph:secret',
        APOLLO_GRAPH_REF: 'graph@current',
        APOLLO_SCHEMA_REPORTING: 'true',
      });
      const url = await run.url();
      const answer = (await (await ask(url, '{ motto books { title } }')).json()) as { data: object };
      expect(answer.data).toEqual({ motto: 'read', books: [{ title: 'Book b1' }, { title: 'Book b2' }] });
      expect(library.hub.received[0]?.headers['x-caller-assertion']).toBeUndefined();
      run.child.kill('SIGTERM');
      expect(await run.ended()).toBe(0);
      const reached = run.output().match(/^(CONNECT|LOOKUP) .*$/gm) ?? [];
      expect(reached.length).toBeGreaterThan(0);
      expect(reached.filter((line) => !line.endsWith(' 127.0.0.1'))).toEqual([]);
    },
  );

  it('answers the requests in flight before it stops, and takes no new ones', async () => {
    const run = start(['--supergraph', supergraph, '--port', '0', '--open']);
    const url = await run.url();
    library.books.spoil((_request, _response, serve) => setTimeout(serve, 400));
    const inFlight = ask(url, '{ books { title } }');
    while (library.books.received.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    const killedAt = performance.now();
    run.child.kill('SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, 100));
    const refused = await ask(url, '{ motto }').then(
      ({ status }) => status,
      () => 'refused',
    );
    expect(['refused', 503]).toContain(refused);
    const answered = (await (await inFlight).json()) as { data: { books: object[] } };
    expect(answered.data.books).toHaveLength(2);
    expect(await run.ended()).toBe(0);
    expect(performance.now() - killedAt).toBeLessThan(3_000);
  });

  it('stops within the drain time although a subgraph hangs', async () => {
    const run = start(['--supergraph', supergraph, '--port', '0', '--open'], { DRAIN_MS: '300' });
    const url = await run.url();
    library.books.spoil(() => undefined);
    const inFlight = ask(url, '{ books { title } }').catch(() => 'cut');
    while (library.books.received.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    run.child.kill('SIGTERM');
    expect(await inFlight).toBe('cut');
    expect(await run.ended()).toBe(0);
  });

  it('is alive, serves others and stops in time although a plan takes for ever', async () => {
    const tangled = join(directory, 'tangled.graphql');
    writeFileSync(tangled, tangledSupergraph());
    const run = start(['--supergraph', tangled, '--port', '0', '--open'], {
      PLANNER: 'apollo',
      PLAN_TIMEOUT_MS: '600000',
      PLANNER_THREADS: '1',
      MAX_SELECTIONS: '1000000',
      MAX_COST: '1000000000',
      // What else runs on this machine may make it late, too.
      MAX_EVENT_LOOP_DELAY_MS: '0',
      DRAIN_MS: '300',
    });
    const url = await run.url();
    let isOver = false;
    const endless = ask(url, tangledQuery(8))
      .catch(() => 'cut')
      .finally(() => {
        isOver = true;
      });
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect((await fetch(new URL('/health/live', url))).status).toBe(200);
    expect(await (await ask(url, '{ __typename }')).json()).toEqual({
      data: { __typename: 'Query' },
    });
    expect(isOver).toBe(false);
    const killedAt = performance.now();
    run.child.kill('SIGTERM');
    expect(await run.ended()).toBe(0);
    expect(performance.now() - killedAt).toBeLessThan(15_000);
    await endless;
  });

  it('explains itself', async () => {
    const help = start(['--help']);
    expect(await help.ended()).toBe(0);
    expect(help.output()).toMatch(/--supergraph FILE[\s\S]*--open[\s\S]*JWKS_URL/);
    const usage = start(['--supergraf', 'x']);
    expect(await usage.ended()).toBe(2);
    expect(usage.output()).toContain("Unknown option '--supergraf'");
  });

  it('does not start with bad settings, and says which', async () => {
    const missing = start(['--supergraph', supergraph], { PORT: '99999' });
    expect(await missing.ended()).toBe(1);
    for (const name of ['PORT', 'JWKS_URL', 'TOKEN_ISSUER', 'ASSERTION_KEY'])
      expect(missing.output()).toContain(name);

    const unsafe = start(['--supergraph', supergraph, '--open'], {
      APOLLO_DISABLE_SECURITY_NON_LOCAL_SELECTIONS_CHECK: 'true',
    });
    expect(await unsafe.ended()).toBe(1);
    expect(unsafe.output()).toContain('unset APOLLO_DISABLE_SECURITY_NON_LOCAL_SELECTIONS_CHECK');

    const nowhere = start(['--supergraph', join(directory, 'none.graphql'), '--open']);
    expect(await nowhere.ended()).toBe(1);
    expect(nowhere.output()).toContain('none.graphql');
  });

  it('names the cure when its port is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    const run = start(['--supergraph', supergraph, '--port', String(port), '--open']);
    expect(await run.ended()).toBe(1);
    expect(run.output()).toContain(`port ${port} is in use; choose a free one with --port or PORT`);
    server.close();
  });
});
