import type { RoundFigures } from '../load/measureRound.ts';
import type { LoadOutcome } from '../parts/loadPart.ts';
import type { PartReport } from './partReport.ts';
import { type Spread, spreadOf } from './spread.ts';
import { numberText, spreadText, table } from './table.ts';

const HEADS = [
  'gateway',
  'CPU ms/request',
  'x ours',
  'req/s',
  'busy',
  'p50 ms',
  'p99 ms',
  'RSS MiB',
  'fetches',
  'KB',
];

/** Share of the machine that others may use before rates and latencies say little. */
const DISTURBED = 0.1;

export function reportLoad({ name, title, rounds, excluded }: LoadOutcome): PartReport {
  const figures = new Map(
    [...rounds].map(([gateway, all]) => {
      const spread = (metric: Exclude<keyof RoundFigures, 'forwards'>) =>
        spreadOf(all.map((figure) => figure[metric]));
      return [
        gateway,
        {
          cpuMs: spread('cpuMs'),
          requestsPerSecond: spread('requestsPerSecond'),
          busy: spread('busy'),
          p50Ms: spread('p50Ms'),
          p99Ms: spread('p99Ms'),
          rssMiB: spread('rssMiB'),
          fetchesPerRequest: spread('fetchesPerRequest'),
          answerBytes: spread('answerBytes'),
          strangers: spread('strangers'),
          forwardsAuthorization: all.every(({ forwards }) => forwards),
        },
      ] as const;
    }),
  );
  const ours = figures.get('ours');
  const timesOurs = (cpuMs: Spread) => (ours === undefined ? Number.NaN : cpuMs.median / ours.cpuMs.median);

  const rows = [...figures].map(([gateway, all]) => [
    gateway,
    spreadText(all.cpuMs),
    numberText(timesOurs(all.cpuMs)),
    spreadText(all.requestsPerSecond),
    `${Math.round(all.busy.median * 100)}%`,
    spreadText(all.p50Ms),
    spreadText(all.p99Ms),
    numberText(all.rssMiB.max),
    numberText(all.fetchesPerRequest.median),
    numberText(all.answerBytes.median / 1_000),
  ]);
  const notes = [...figures]
    .filter(([, { forwardsAuthorization }]) => !forwardsAuthorization)
    .map(([gateway]) => `${gateway} does not forward the authorization header, and saves that work`);
  const strangers = Math.max(...[...figures.values()].map((all) => all.strangers.median));
  if (strangers > DISTURBED) {
    notes.push(
      `other processes used up to ${Math.round(strangers * 100)}% of the machine: mind the CPU only`,
    );
  }
  return {
    name,
    title,
    text: [table(HEADS, rows), ...notes].join('\n'),
    excluded,
    json: {
      gateways: Object.fromEntries(figures),
      ratios: Object.fromEntries(
        [...figures]
          .filter(([gateway]) => gateway !== 'ours')
          .map(([gateway, { cpuMs }]) => [`${gateway} / ours`, timesOurs(cpuMs)]),
      ),
    },
  };
}
