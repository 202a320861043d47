import { setTimeout as sleep } from 'node:timers/promises';
import type { LogStore } from '../../../gateway/src/audit/logStore.ts';
import { openSequencer, type Sequencer } from '../../../gateway/src/audit/sequencer.ts';
import type { AuditBenchOptions } from './auditBenchOptions.ts';
import { benchRecord } from './benchRecord.ts';

/** Milliseconds from asking to having the receipt. */
export interface AppendFigures {
  /** With 2,000 that wait at any time. */
  readonly mostPerSecond: number;
  /** What was asked for at the rate, and what of it got a receipt. */
  readonly ratePerSecond: number;
  readonly receiptsPerSecond: number;
  readonly refused: number;
  readonly msP50: number;
  readonly msP99: number;
  readonly msMax: number;
}

const WAITING = 2_000;

export async function measureAppends(
  store: LogStore,
  { seconds, rate }: AuditBenchOptions,
): Promise<AppendFigures> {
  const sequencer = await openSequencer({ store });
  let next = 0;
  const append = (to: Sequencer) => to.append(benchRecord(next++));
  await Promise.all(Array.from({ length: 1_000 }, () => append(sequencer)));

  const until = performance.now() + seconds * 1_000;
  const first = next;
  await Promise.all(
    Array.from({ length: WAITING }, async () => {
      while (performance.now() < until) await append(sequencer);
    }),
  );
  const mostPerSecond = Math.round((next - first) / seconds);

  const times: number[] = [];
  let refused = 0;
  const started = performance.now();
  const pending: Promise<void>[] = [];
  for (let asked = 0; asked < rate * seconds; ) {
    const due = Math.min(rate * seconds, Math.floor(((performance.now() - started) / 1_000) * rate));
    for (; asked < due; asked++) {
      // When it should have been asked for: a stall of the process counts against the log.
      const planned = started + (asked / rate) * 1_000;
      pending.push(
        append(sequencer).then(
          () => {
            times.push(performance.now() - planned);
          },
          () => {
            refused += 1;
          },
        ),
      );
    }
    await sleep(1);
  }
  await Promise.all(pending);
  const elapsed = (performance.now() - started) / 1_000;
  await sequencer.close();
  times.sort((left, right) => left - right);
  const at = (share: number) => Math.round((times[Math.floor((times.length - 1) * share)] ?? 0) * 10) / 10;
  return {
    mostPerSecond,
    ratePerSecond: rate,
    receiptsPerSecond: Math.round(times.length / elapsed),
    refused,
    msP50: at(0.5),
    msP99: at(0.99),
    msMax: at(1),
  };
}
