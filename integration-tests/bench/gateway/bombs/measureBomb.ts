import type { Bench } from '../bench.ts';
import { connectTo, type GatewayAnswer } from '../load/gatewayConnection.ts';
import type { RunningGateway } from '../processes/startGateway.ts';
import { quantile, type Spread, spreadOf } from '../report/spread.ts';
import { harmless } from './bombs.ts';
import { runUsers, type UsersResult } from './runUsers.ts';

/** One bomb, sent again and again by one client while others work. Times in ms. */
export interface BombFigures {
  readonly refused: number;
  /** Answered like an ordinary operation, which is as good where it costs as little. */
  readonly answered: number;
  readonly unanswered: number;
  /** Until the sender was refused or answered. */
  readonly senderP50Ms: number;
  readonly senderMaxMs: number;
  /**
   * Of the other users over all rounds, while the one client sends harmless operations and while it sends bombs; a request
   * that was not answered counts as long as it was waited for.
   */
  readonly p99Ms: number;
  readonly p99WithBombsMs: number;
  /** The one by the other, round by round. */
  readonly slowdown: Spread;
}

const USERS = 20;
/** Users think: 20 of them ask about 400 times a second, which leaves every gateway idle time. */
const THINK_MS = 50;
const WARM_UP_REQUESTS = 1_500;
/** Twenty bombs a second: what is told apart is what a bomb costs from what any request costs, not load from no load. */
const BOMB_PAUSE_MS = 50;

export async function measureBomb(bench: Bench, { url }: RunningGateway, bomb: string): Promise<BombFigures> {
  const { nextCaller, options } = bench;
  const warm = connectTo(url);
  for (let sent = 0; sent < WARM_UP_REQUESTS; sent++) {
    await warm.send({ body: harmless, authorization: nextCaller() });
  }
  warm.cut();

  const durationMs = options.seconds * 1_000;
  const users = { url, count: USERS, body: harmless, nextCaller, pauseMs: THINK_MS, durationMs };
  const sender = { ...users, count: 1, pauseMs: BOMB_PAUSE_MS };
  const rounds: { calm: readonly number[]; disturbed: readonly number[]; sender: UsersResult }[] = [];
  do {
    const [calm] = await Promise.all([runUsers(users), runUsers(sender)]);
    const [disturbed, sent] = await Promise.all([runUsers(users), runUsers({ ...sender, body: bomb })]);
    rounds.push({ calm: waitsOf(calm), disturbed: waitsOf(disturbed), sender: sent });
    // One that suffers is not asked again.
  } while (rounds.length < options.rounds && rounds.at(-1)?.sender.unansweredMs.length === 0);

  const answers = rounds.flatMap(({ sender }) => sender.answers);
  const times = answers.map(({ ms }) => ms).sort((a, b) => a - b);
  const refused = answers.filter(isError).length;
  return {
    refused,
    answered: answers.length - refused,
    unanswered: rounds.reduce((sum, { sender }) => sum + sender.unansweredMs.length, 0),
    senderP50Ms: quantile(times, 0.5),
    senderMaxMs: times.at(-1) ?? Number.NaN,
    p99Ms: p99(rounds.flatMap(({ calm }) => calm)),
    p99WithBombsMs: p99(rounds.flatMap(({ disturbed }) => disturbed)),
    slowdown: spreadOf(rounds.map(({ calm, disturbed }) => p99(disturbed) / p99(calm))),
  };
}

function isError({ text }: GatewayAnswer): boolean {
  try {
    return (JSON.parse(text ?? '') as { errors?: unknown[] }).errors !== undefined;
  } catch {
    return false;
  }
}

/** How long each request took. */
function waitsOf({ answers, unansweredMs }: UsersResult): readonly number[] {
  const wrong = answers.find((answer) => answer.status !== 200 || isError(answer));
  if (wrong !== undefined) throw new Error(`a harmless query was answered ${wrong.status} ${wrong.text}`);
  return [...answers.map(({ ms }) => ms), ...unansweredMs];
}

function p99(waits: readonly number[]): number {
  return quantile(
    [...waits].sort((a, b) => a - b),
    0.99,
  );
}
