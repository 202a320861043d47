import { setTimeout as delay } from 'node:timers/promises';
import { connectTo, type GatewayAnswer, type GatewayRequest } from './gatewayConnection.ts';

export interface Load {
  readonly url: URL;
  readonly connections: number;
  /** The `index`th request of this load, over all connections. */
  request(index: number): GatewayRequest;
  /** Whether to send another, after so many have been sent. */
  goesOn(sent: number): boolean;
  /** Sees every answer; what it throws ends the load. */
  check(index: number, answer: GatewayAnswer): void;
  /** Milliseconds that a connection waits between an answer and its next request. */
  readonly pauseMs?: number;
}

export interface LoadResult {
  /** Of each answer, sorted. */
  readonly latenciesMs: readonly number[];
  readonly wallMs: number;
}

/** Keeps every connection busy until `goesOn` says no; all requests sent are waited for. */
export async function runLoad({
  url,
  connections,
  request,
  goesOn,
  check,
  pauseMs = 0,
}: Load): Promise<LoadResult> {
  const latencies: number[] = [];
  const startedAt = performance.now();
  let sent = 0;
  let failed = false;
  const all = Array.from({ length: connections }, () => connectTo(url));
  const runs = all.map(async (connection) => {
    while (!failed && goesOn(sent)) {
      const index = sent++;
      try {
        const answer = await connection.send(request(index));
        check(index, answer);
        latencies.push(answer.ms);
      } catch (error) {
        failed = true;
        throw error;
      }
      if (pauseMs > 0) await delay(pauseMs);
    }
  });
  try {
    await Promise.all(runs);
  } finally {
    for (const connection of all) connection.cut();
  }
  return {
    latenciesMs: latencies.sort((a, b) => a - b),
    wallMs: performance.now() - startedAt,
  };
}
