import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { parse } from 'graphql';
import { pino } from 'pino';
import { createMetrics } from '../../telemetry/createMetrics.ts';
import { composeSubgraphs } from '../../testing/composeSubgraphs.ts';
import { type InProcessGraph, startInProcessGraph } from '../../testing/startInProcessGraph.ts';
import type { PlannedOperation } from '../planner.ts';
import { createHivePlanner, HiveFailed, type HivePlanner } from './hivePlanner.ts';

// Processes start slowly on a machine that has other things to do.
jest.setTimeout(60_000);

const url = 'http://127.0.0.1:1/graphql';
const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires", "@provides", "@shareable"])\n';

/** The Rust planner aborts its process over `ENDING`: mismatch_finder.rs:183, an `unwrap` of nothing. */
const alpha = {
  name: 'alpha',
  url,
  typeDefs: `${link}
    type Book @key(fields: "id") @key(fields: "code") {
      id: ID!  code: String!  kind: [Color!]! @shareable
      note: [Int] @requires(fields: "next { code }")
      next: Book @external
    }
    type Query { someShop: Shop }
    type Shop @key(fields: "a b") { a: Int!  b: String! }
    enum Color { RED GREEN BLUE }`,
};
const beta = {
  name: 'beta',
  url,
  typeDefs: `${link}
    enum Color { RED GREEN BLUE }
    union Either = Person
    type Person { note: Either }
    type Book @key(fields: "id") { id: ID!  next: Book @provides(fields: "kind")  kind: [Color!]! @external }
    type Shop @key(fields: "a b") { a: Int!  b: String!  flag: Book! }`,
};
const supergraphSdl = composeSubgraphs([alpha, beta]);

const ENDING = '{ someShop { flag { note } } }';
const PLAIN = '{ someShop { flag { id } } }';

const operation = (source: string): PlannedOperation => ({
  source,
  queryHash: 'hash',
  operationName: null,
  overrideLabels: [],
  defers: false,
});

/** The planner's processes that this process has started, by id, with those whose end it has not heard of. */
function planProcesses(): number[] {
  const processes = execFileSync('ps', ['-A', '-o', 'ppid=', '-o', 'pid=', '-o', 'args='], {
    encoding: 'utf8',
  });
  return processes.split('\n').flatMap((line) => {
    const [parent, id, ...program] = line.trim().split(/\s+/);
    const isOurs = Number(parent) === process.pid && /planProcess|<defunct>/.test(program.join(' '));
    return isOurs ? [Number(id)] : [];
  });
}

async function until(isSo: () => boolean): Promise<void> {
  const deadline = performance.now() + 20_000;
  while (!isSo()) {
    if (performance.now() > deadline) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

describe("the Rust planner's process", () => {
  let planner: HivePlanner;
  afterEach(async () => {
    await planner.close();
    // One that was still starting is ended when it has started.
    await until(() => planProcesses().length === 0);
  });
  const log: string[] = [];
  const start = async (maxProcesses = 1) => {
    log.length = 0;
    planner = await createHivePlanner({
      supergraphSdl,
      timeoutMs: 10_000,
      maxProcesses,
      logger: pino({ level: 'warn' }, { write: (line: string) => log.push(line) }),
      metrics: createMetrics(),
    });
  };

  it('may end over an operation: that one fails, those that wait are planned by the next process', async () => {
    await start();
    const [ending, ...others] = await Promise.allSettled([
      planner.plan(operation(ENDING)),
      planner.plan(operation(PLAIN)),
      planner.plan(operation(PLAIN)),
    ]);
    expect(ending).toMatchObject({ status: 'rejected', reason: { name: 'HiveFailed', isTimeout: false } });
    expect(others.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    expect(log).toHaveLength(1);
    // The operation itself may hold what nobody may read in a log.
    expect(log[0]).not.toContain('someShop');
  });

  it('is replaced when it was killed while it stood idle', async () => {
    await start();
    const [killed] = planProcesses();
    process.kill(killed ?? 0, 'SIGKILL');
    await until(() => planProcesses().length === 0);
    expect((await planner.plan(operation(PLAIN))).node).not.toBeNull();
    expect(planProcesses()).toHaveLength(1);
    expect(planProcesses()).not.toContain(killed);
    expect(log).toEqual([]);
  });

  it('is not started again for a while after it ended five times', async () => {
    await start();
    for (let death = 0; death < 5; death += 1) {
      await expect(planner.plan(operation(ENDING))).rejects.toThrow('the planner ended');
    }
    await expect(planner.plan(operation(PLAIN))).rejects.toThrow(
      new HiveFailed('it has ended too often', false),
    );
  });

  it('lives no longer than its planner', async () => {
    await start();
    expect(planProcesses()).toHaveLength(1);
    await planner.close();
    expect(planProcesses()).toEqual([]);
  });

  it('is ended at rest, and started again for who comes late', async () => {
    await start();
    planner.rest();
    await until(() => planProcesses().length === 0);
    expect((await planner.plan(operation(PLAIN))).node).not.toBeNull();
    await until(() => planProcesses().length === 0);
  });

  it('says what is wrong with an operation that it cannot plan, and stays', async () => {
    await start();
    const before = planProcesses();
    await expect(planner.plan(operation('{ nothing }'))).rejects.toThrow(HiveFailed);
    expect((await planner.plan(operation(PLAIN))).node).not.toBeNull();
    expect(planProcesses()).toEqual(before);
  });

  // Only Linux shows the environment of a process as a file.
  const onLinux = process.platform === 'linux' ? it : it.skip;
  onLinux('knows nothing of the environment that the gateway was started with', async () => {
    await start();
    const [id] = planProcesses();
    expect(readFileSync(`/proc/${id}/environ`, 'utf8')).not.toContain('PATH=');
  });
});

describe('an operation that ends the process of the Rust planner', () => {
  const book = { __typename: 'Book', id: '1', code: 'c', kind: ['RED'] };
  const subgraphs = new Map([
    [
      'alpha',
      buildSubgraphSchema({
        typeDefs: parse(alpha.typeDefs),
        resolvers: {
          Query: { someShop: () => ({ a: 1, b: 'b' }) },
          Book: {
            __resolveReference: (reference: object) => ({ ...book, ...reference }),
            note: ({ next }: { next: { code: string } | null }) => [next?.code.length],
          },
        },
      }),
    ],
    [
      'beta',
      buildSubgraphSchema({
        typeDefs: parse(beta.typeDefs),
        resolvers: {
          Shop: { __resolveReference: (reference: object) => ({ ...reference, flag: book }) },
          Book: {
            __resolveReference: (reference: object) => ({ ...book, ...reference }),
            next: () => ({ ...book, id: '2' }),
          },
        },
      }),
    ],
  ]);
  let graph: InProcessGraph;
  afterEach(() => graph.stop());

  it("is answered by a plan of Apollo's under `auto`, and others go on", async () => {
    graph = await startInProcessGraph({ supergraphSdl, subgraphs, executor: 'compiled', planner: 'auto' });
    const [ending, other] = await Promise.all([graph.ask(ENDING), graph.ask(PLAIN)]);
    expect(ending).toMatchObject({ data: { someShop: { flag: { note: [1] } } } });
    expect(other).toMatchObject({ data: { someShop: { flag: { id: '1' } } } });
    expect(await graph.ask('{ someShop { a flag { id } } }')).toMatchObject({ data: { someShop: { a: 1 } } });
  });

  it('is refused under `hive`, and others go on', async () => {
    graph = await startInProcessGraph({ supergraphSdl, subgraphs, executor: 'compiled', planner: 'hive' });
    const [ending, other] = await Promise.all([graph.ask(ENDING), graph.ask(PLAIN)]);
    expect(ending.errors?.[0]?.extensions?.code).toBe('PLANNING_FAILED');
    expect(other).toMatchObject({ data: { someShop: { flag: { id: '1' } } } });
  });
});
