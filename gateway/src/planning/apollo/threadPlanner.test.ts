import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { pino } from 'pino';
import { createMetrics, type Metrics } from '../../telemetry/createMetrics.ts';
import { tangledQuery, tangledSupergraph } from '../../testing/tangledSupergraph.ts';
import { createThreadPlanner, type ThreadPlanner } from './threadPlanner.ts';

// Processes and threads start slowly on a machine that has other things to do.
jest.setTimeout(30_000);

const supergraphSdl = tangledSupergraph();
const operation = (source: string, operationName: string | null = null) => ({
  source,
  queryHash: source,
  operationName,
  overrideLabels: [],
  defers: false,
});
let planner: ThreadPlanner;
let made: string[] = [];

async function start(timeoutMs: number, maxThreads = 1) {
  made = [];
  const metrics: Metrics = { ...createMetrics(), planDone: (outcome) => made.push(outcome) };
  planner = await createThreadPlanner({
    supergraphSdl,
    pathsLimit: 50,
    timeoutMs,
    maxThreads,
    idleMs: null,
    logger: pino({ level: 'silent' }),
    metrics,
  });
}
afterEach(() => planner.close());

describe('a planner in threads', () => {
  it('knows the schema that clients see', async () => {
    await start(5_000);
    expect(planner.apiSdl).toContain('directive @defer');
    expect(planner.apiSdl).toContain('motto: String');
    expect(planner.apiSdl).not.toContain('join__');
  });

  it('tells the operations of one document apart', async () => {
    await start(5_000);
    const source = 'query A { motto } query B { first { id } }';
    const [a, b] = await Promise.all([
      planner.plan(operation(source, 'A')),
      planner.plan(operation(source, 'B')),
    ]);
    expect(a.node?.kind).toBe('Fetch');
    expect(b.node?.kind).toBe('Sequence');
  });

  it('gives up on what takes too long while others are planned, and goes on with a new thread', async () => {
    await start(700, 2);
    const endless = expect(planner.plan(operation(tangledQuery(6)))).rejects.toMatchObject({
      extensions: { code: 'QUERY_TOO_COMPLEX' },
    });
    expect((await planner.plan(operation('{ motto }'))).node?.kind).toBe('Fetch');
    await endless;
    expect([...made].sort()).toEqual(['given up', 'made']);
    for (const source of ['{ a: motto }', '{ b: motto }', '{ c: motto }']) {
      expect((await planner.plan(operation(source))).node?.kind).toBe('Fetch');
    }
  });

  it('does not keep what is waiting for a thread when it is closed', async () => {
    await start(60_000);
    const waiting = [tangledQuery(6), '{ motto }'].map((source) =>
      planner.plan(operation(source)).catch(() => 'given up'),
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    await planner.close();
    expect(await Promise.all(waiting)).toEqual(['given up', 'given up']);
  });

  it('cannot be made for what is no supergraph', async () => {
    await start(1_000);
    const metrics = createMetrics();
    const bad = {
      supergraphSdl: 'type Query { a: Int }',
      pathsLimit: 50,
      timeoutMs: 1,
      maxThreads: 1,
      idleMs: null,
    };
    await expect(
      createThreadPlanner({ ...bad, logger: pino({ level: 'silent' }), metrics }),
    ).rejects.toThrow();
  });
});
