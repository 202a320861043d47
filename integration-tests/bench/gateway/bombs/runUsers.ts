import { setTimeout as delay } from 'node:timers/promises';
import { connectTo, type GatewayAnswer } from '../load/gatewayConnection.ts';

/** Clients that send one body again and again, for some time, come what may. */
export interface Users {
  readonly url: URL;
  readonly count: number;
  readonly body: string;
  nextCaller(): string;
  /** Milliseconds between an answer and the next request. */
  readonly pauseMs: number;
  readonly durationMs: number;
}

export interface UsersResult {
  readonly answers: readonly GatewayAnswer[];
  /** How long each request waited that was not answered; their connections were cut. */
  readonly unansweredMs: readonly number[];
}

/** Milliseconds that a request under way is given when the time is over. */
const GRACE_MS = 10_000;

export async function runUsers(users: Users): Promise<UsersResult> {
  const { url, count, body, nextCaller, pauseMs, durationMs } = users;
  const answers: GatewayAnswer[] = [];
  const unansweredMs: number[] = [];
  const until = performance.now() + durationMs;
  const connections = Array.from({ length: count }, () => connectTo(url));
  const guard = setTimeout(() => {
    for (const connection of connections) connection.cut();
  }, durationMs + GRACE_MS);

  await Promise.all(
    connections.map(async (connection) => {
      while (performance.now() < until) {
        const sentAt = performance.now();
        try {
          answers.push(await connection.send({ body, authorization: nextCaller() }, true));
        } catch {
          unansweredMs.push(performance.now() - sentAt);
        }
        await delay(pauseMs);
      }
    }),
  );
  clearTimeout(guard);
  for (const connection of connections) connection.cut();
  return { answers, unansweredMs };
}
