import { createSecretKey, randomBytes } from 'node:crypto';
import { createPayloadStore } from '../../../gateway/src/audit/payloads/payloadStore.ts';
import { openSequencer } from '../../../gateway/src/audit/sequencer.ts';
import type { TestLog } from '../../../gateway/src/audit/testing/testLogStores.ts';
import type { AuditBenchOptions } from './auditBenchOptions.ts';
import { benchIntent, benchOutcome, benchPayloads } from './benchRecord.ts';
import { countCommits } from './countCommits.ts';
import { runAtRate } from './runAtRate.ts';

/**
 * An access is two records, an intent and an outcome with what is sealed about two persons, one after the other as in a request whose
 * agencies answer at once. Milliseconds count from when the access was due: a stall of the process counts against the log.
 */
export interface AppendFigures {
  /** What was asked for; null: as much as there is, with 2,000 accesses under way at any time. */
  readonly recordsPerSecond: number | null;
  readonly receiptsPerSecond: number;
  /** Accesses that got no receipt. */
  readonly refused: number;
  /** What one append takes. */
  readonly msP50: number;
  readonly msP99: number;
  readonly msMax: number;
  /** What an access takes: sealing and both appends. */
  readonly accessMsP50: number;
  readonly accessMsP99: number;
  readonly recordsPerCommit: number;
  /** Share of one core that this process took, with making the load. */
  readonly cpuPercent: number;
}

const RECORDS_OF_ACCESS = 2;
const UNDER_WAY = 2_000;
/** As fast as it goes is seen in this time. */
const MOST_SECONDS = 30;

/** At each rate, and then as fast as it goes. */
export async function measureAppends(
  log: TestLog,
  { rates, seconds }: AuditBenchOptions,
  onProgress: (rate: string) => void,
): Promise<AppendFigures[]> {
  const counted = countCommits(await log.open());
  const keys = await log.openKeys();
  const payloads = createPayloadStore({
    keys,
    masterKey: createSecretKey(randomBytes(32)),
    log: counted.store,
  });
  const sequencer = await openSequencer({ store: counted.store });
  const times: number[] = [];
  const accessTimes: number[] = [];
  let next = 0;

  async function access(due: number): Promise<void> {
    const number = next++;
    await sequencer.append(benchIntent(number));
    const between = performance.now();
    const sealed = await payloads.sealAll(benchPayloads(number));
    const sealedAt = performance.now();
    await sequencer.append(
      benchOutcome(
        number,
        sealed.map(({ digest }) => digest),
      ),
      sealed,
    );
    const end = performance.now();
    times.push(between - due, end - sealedAt);
    accessTimes.push(end - due);
  }

  async function measure(
    recordsPerSecond: number | null,
    run: () => Promise<{ refused: number }>,
  ): Promise<AppendFigures> {
    times.length = 0;
    accessTimes.length = 0;
    counted.restart();
    const cpu = process.cpuUsage();
    const started = performance.now();
    const { refused } = await run();
    const elapsed = performance.now() - started;
    const { user, system } = process.cpuUsage(cpu);
    const [at, accessAt] = [quantilesOf(times), quantilesOf(accessTimes)];
    return {
      recordsPerSecond,
      receiptsPerSecond: Math.round((times.length / elapsed) * 1_000),
      refused,
      msP50: at(0.5),
      msP99: at(0.99),
      msMax: at(1),
      accessMsP50: accessAt(0.5),
      accessMsP99: accessAt(0.99),
      recordsPerCommit: Math.round((10 * times.length) / counted.commits()) / 10,
      cpuPercent: Math.round((user + system) / 10 / elapsed),
    };
  }

  const most = async () => {
    const until = performance.now() + Math.min(seconds, MOST_SECONDS) * 1_000;
    await Promise.all(
      Array.from({ length: UNDER_WAY }, async () => {
        while (performance.now() < until) await access(performance.now());
      }),
    );
    return { refused: 0 };
  };

  try {
    await Promise.all(Array.from({ length: 1_000 }, () => access(performance.now())));
    const figures: AppendFigures[] = [];
    for (const rate of rates) {
      onProgress(`${rate} records a second for ${seconds} s`);
      figures.push(
        await measure(rate, () => runAtRate({ perSecond: rate / RECORDS_OF_ACCESS, seconds, work: access })),
      );
    }
    onProgress('as many as it takes');
    figures.push(await measure(null, most));
    return figures;
  } finally {
    await sequencer.close();
    await counted.store.close();
    await keys.close();
  }
}

function quantilesOf(times: number[]): (share: number) => number {
  const sorted = Float64Array.from(times).sort();
  return (share) => Math.round((sorted[Math.floor((sorted.length - 1) * share)] ?? 0) * 10) / 10;
}
