import { cpus } from 'node:os';
import type { Answers } from '../answers/askOnce.ts';
import type { Bench } from '../bench.ts';
import { readMachineBusyMs } from '../processes/machineUsage.ts';
import type { ProcessUsage } from '../processes/processUsage.ts';
import type { RunningGateway } from '../processes/startGateway.ts';
import { quantile } from '../report/spread.ts';
import type { LoadWorkload } from './loadWorkload.ts';
import { type Load, runLoad } from './runLoad.ts';

/** What one gateway did in one round. */
export interface RoundFigures {
  /** User and system time of all threads for one request. */
  readonly cpuMs: number;
  readonly requestsPerSecond: number;
  /** Share of its core that the gateway used; below 0.9 clients or subgraphs were what held it up. */
  readonly busy: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** The highest seen. */
  readonly rssMiB: number;
  readonly fetchesPerRequest: number;
  readonly answerBytes: number;
  /** Share of all cores that processes outside the bench used meanwhile: above 0.1 times are worth little. */
  readonly strangers: number;
  /** Whether every fetch carried the caller's authorization header. */
  readonly forwards: boolean;
}

const WARM_UP = { requests: 1_500, minMs: 5_000, maxMs: 10_000 };
const MEMORY_EVERY_MS = 200;

/** Keeps a gateway busy until its hot code is compiled. */
export async function warmUp(bench: Bench, gateway: RunningGateway, workload: LoadWorkload, known: Answers) {
  const startedAt = performance.now();
  await runLoad({
    ...loadOf(bench, gateway, workload, known),
    goesOn(sent) {
      const elapsed = performance.now() - startedAt;
      return elapsed < WARM_UP.minMs || (sent < WARM_UP.requests && elapsed < WARM_UP.maxMs);
    },
  });
}

/** @throws {Error} at the first answer that is not 200 or not as long as the one that was checked. */
export async function measureRound(
  bench: Bench,
  gateway: RunningGateway,
  workload: LoadWorkload,
  known: Answers,
): Promise<RoundFigures> {
  const statsBefore = await bench.subgraphs.stats();
  const before = gateway.usage();
  const strangersBefore = readStrangersMs(bench, before);
  let rssMiB = before.rssMiB;
  const memory = setInterval(() => {
    rssMiB = Math.max(rssMiB, gateway.usage().rssMiB);
  }, MEMORY_EVERY_MS);
  const until = performance.now() + bench.options.seconds * 1_000;
  const { latenciesMs, wallMs } = await runLoad({
    ...loadOf(bench, gateway, workload, known),
    goesOn: () => performance.now() < until,
  }).finally(() => clearInterval(memory));
  const after = gateway.usage();
  const strangersMs = readStrangersMs(bench, after) - strangersBefore;
  const statsAfter = await bench.subgraphs.stats();

  const answered = latenciesMs.length;
  const cpuMs = after.cpuMs - before.cpuMs;
  return {
    cpuMs: cpuMs / answered,
    requestsPerSecond: (answered / wallMs) * 1_000,
    busy: cpuMs / wallMs,
    p50Ms: quantile(latenciesMs, 0.5),
    p99Ms: quantile(latenciesMs, 0.99),
    rssMiB: Math.max(rssMiB, after.rssMiB),
    fetchesPerRequest: (statsAfter.fetches - statsBefore.fetches) / answered,
    answerBytes: known.bytes.reduce((sum, bytes) => sum + bytes, 0) / known.bytes.length,
    strangers: Math.max(0, strangersMs / (wallMs * cpus().length)),
    forwards: statsAfter.unauthorized === statsBefore.unauthorized,
  };
}

/** The work of the whole machine less that of the bench's processes. */
function readStrangersMs({ subgraphs }: Bench, gateway: ProcessUsage): number {
  const { user, system } = process.cpuUsage();
  return readMachineBusyMs() - gateway.cpuMs - subgraphs.usage().cpuMs - (user + system) / 1_000;
}

function loadOf(
  { options, nextCaller }: Bench,
  { url }: RunningGateway,
  { bodies, callers }: LoadWorkload,
  known: Answers,
): Omit<Load, 'goesOn'> {
  const caller = nextCaller();
  return {
    url,
    connections: options.connections,
    request: (index) => ({
      body: bodies[index % bodies.length] as string,
      authorization: callers === 'one' ? caller : nextCaller(),
    }),
    check(index, { status, bytes }) {
      const expected = known.bytes[index % bodies.length] as number;
      if (status === 200 && Math.abs(bytes - expected) <= known.receiptBytes) return;
      throw new Error(`request ${index} was answered ${status} with ${bytes} bytes instead of ${expected}`);
    },
  };
}
