import type { Bench } from '../bench.ts';
import { connectTo } from '../load/gatewayConnection.ts';
import type { RunningGateway } from '../processes/startGateway.ts';
import { quantile } from '../report/spread.ts';

/** What a gateway added to the time that it waited for subgraphs, one request after the other. */
export interface OverheadFigures {
  /** Of a request: its latency less the time during which at least one fetch was under way at the subgraphs. */
  readonly overheadP50Ms: number;
  readonly overheadP99Ms: number;
  readonly latencyP50Ms: number;
  readonly waitingP50Ms: number;
  readonly cpuMs: number;
  readonly fetchesPerRequest: number;
}

/** Asks for `durationMs`. */
export async function measureOverhead(
  { subgraphs, nextCaller }: Bench,
  gateway: Pick<RunningGateway, 'url' | 'usage'>,
  body: string,
  durationMs: number,
): Promise<OverheadFigures> {
  const connection = connectTo(gateway.url);
  const overheads: number[] = [];
  const latencies: number[] = [];
  const waits: number[] = [];
  const first = await subgraphs.stats();
  const before = gateway.usage();
  let last = first;
  const until = performance.now() + durationMs;
  do {
    const { status, ms } = await connection.send({ body, authorization: nextCaller() });
    const stats = await subgraphs.stats();
    if (status !== 200) throw new Error(`answered ${status}`);
    const waiting = stats.busyMs - last.busyMs;
    latencies.push(ms);
    waits.push(waiting);
    overheads.push(ms - waiting);
    last = stats;
  } while (performance.now() < until);
  connection.cut();
  const cpuMs = gateway.usage().cpuMs - before.cpuMs;
  if (last.misses > first.misses) throw new Error('it asked subgraphs something that was not recorded');

  for (const values of [overheads, latencies, waits]) values.sort((a, b) => a - b);
  return {
    overheadP50Ms: quantile(overheads, 0.5),
    overheadP99Ms: quantile(overheads, 0.99),
    latencyP50Ms: quantile(latencies, 0.5),
    waitingP50Ms: quantile(waits, 0.5),
    cpuMs: cpuMs / latencies.length,
    fetchesPerRequest: (last.fetches - first.fetches) / latencies.length,
  };
}
