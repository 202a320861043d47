import type { Bench } from '../bench.ts';
import { connectTo, type GatewayAnswer } from '../load/gatewayConnection.ts';
import type { RunningGateway } from '../processes/startGateway.ts';
import { quantile } from '../report/spread.ts';
import { harmless } from './bombs.ts';
import { runUsers, type UsersResult } from './runUsers.ts';

/** One bomb, sent again and again by one client while others work. Times in ms. */
export interface BombFigures {
  readonly refused: number;
  /** Answered as if it were an ordinary operation. */
  readonly answered: number;
  readonly unanswered: number;
  readonly toErrorP50Ms: number;
  readonly toErrorMaxMs: number;
  /** Of the other users, without and with bombs; a request that was not answered counts as long as it was waited for. */
  readonly p99Ms: number;
  readonly p99WithBombsMs: number;
}

const USERS = 20;
/** Users think: 20 of them ask about 400 times a second, which leaves every gateway idle time. */
const THINK_MS = 50;
const WARM_UP_REQUESTS = 1_500;

export async function measureBomb(bench: Bench, { url }: RunningGateway, bomb: string): Promise<BombFigures> {
  const { nextCaller } = bench;
  const durationMs = bench.options.seconds * 1_000;
  const warm = connectTo(url);
  for (let sent = 0; sent < WARM_UP_REQUESTS; sent++) {
    await warm.send({ body: harmless, authorization: nextCaller() });
  }
  warm.cut();

  const users = { url, count: USERS, body: harmless, nextCaller, pauseMs: THINK_MS, durationMs };
  const alone = await runUsers(users);
  const [disturbed, sender] = await Promise.all([
    runUsers(users),
    runUsers({ ...users, count: 1, body: bomb, pauseMs: 0 }),
  ]);
  const toError = sender.answers.filter(isError).map(({ ms }) => ms);
  toError.sort((a, b) => a - b);
  return {
    refused: toError.length,
    answered: sender.answers.length - toError.length,
    unanswered: sender.unansweredMs.length,
    toErrorP50Ms: quantile(toError, 0.5),
    toErrorMaxMs: toError.at(-1) ?? Number.NaN,
    p99Ms: p99(alone),
    p99WithBombsMs: p99(disturbed),
  };
}

function isError({ text }: GatewayAnswer): boolean {
  try {
    return (JSON.parse(text ?? '') as { errors?: unknown[] }).errors !== undefined;
  } catch {
    return false;
  }
}

function p99({ answers, unansweredMs }: UsersResult): number {
  const wrong = answers.find((answer) => answer.status !== 200 || isError(answer));
  if (wrong !== undefined) throw new Error(`a harmless query was answered ${wrong.status} ${wrong.text}`);
  return quantile(
    [...answers.map(({ ms }) => ms), ...unansweredMs].sort((a, b) => a - b),
    0.99,
  );
}
