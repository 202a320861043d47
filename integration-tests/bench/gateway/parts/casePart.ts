import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sc1 } from '@tongban/synthetic';
import { followCase } from '../../graph/followCase.ts';
import { differenceOf } from '../answers/agreedAnswers.ts';
import { askOnce } from '../answers/askOnce.ts';
import type { Bench } from '../bench.ts';
import { measureOverhead, type OverheadFigures } from '../case/measureOverhead.ts';
import { recordCase } from '../case/recordCase.ts';
import type { GatewayName } from '../processes/gatewayCommands.ts';
import { startFleet } from '../processes/gatewayFleet.ts';
import type { PartReport } from '../report/partReport.ts';
import { type Spread, spreadOf } from '../report/spread.ts';
import { numberText, spreadText, table } from '../report/table.ts';

/** Milliseconds that every subgraph takes to answer. */
const DELAYS = [0, 20];
const GATEWAYS: readonly GatewayName[] = ['ours', 'vanilla'];
const WARM_UP_MS = 5_000;
const METRICS = [
  'overheadP50Ms',
  'overheadP99Ms',
  'latencyP50Ms',
  'waitingP50Ms',
  'cpuMs',
  'fetchesPerRequest',
] as const satisfies readonly (keyof OverheadFigures)[];

/** What a gateway adds to the time that the agencies take, on this project's own graph. */
export async function measureCase(bench: Bench): Promise<PartReport> {
  const { options, nextCaller, onProgress } = bench;
  const body = followCase(sc1.threadNo);
  const gateways = options.gateways.filter((name) => GATEWAYS.includes(name));
  const measured: { delayMs: number; gateway: GatewayName; rounds: OverheadFigures[] }[] = [];
  const excluded = new Map<GatewayName, string>();
  let expected: readonly unknown[] | null = null;

  for (const delayMs of DELAYS) {
    const fleet = await startFleet(bench, `case-${delayMs}`, supergraphAt(bench, delayMs), gateways);
    try {
      expected ??= await recordCase(bench, fleet, body);
      const ask = async (url: URL) => {
        const difference = differenceOf(expected ?? [], (await askOnce(url, [body], nextCaller)).data);
        if (difference !== null) throw new Error(difference);
      };
      await fleet.each(async (gateway) => {
        await ask(gateway.url);
        await measureOverhead(bench, gateway, body, WARM_UP_MS);
        measured.push({ delayMs, gateway: gateway.name, rounds: [] });
      });
      for (let round = 1; round <= options.rounds; round++) {
        await fleet.each(async (gateway) => {
          onProgress(`case at ${delayMs} ms: round ${round} of ${options.rounds}, ${gateway.name}`);
          await ask(gateway.url);
          const figures = await measureOverhead(bench, gateway, body, options.seconds * 1_000);
          measured
            .find((one) => one.delayMs === delayMs && one.gateway === gateway.name)
            ?.rounds.push(figures);
        });
      }
    } finally {
      await fleet.stop();
    }
    for (const [gateway, reason] of fleet.excluded) excluded.set(gateway, reason);
  }

  const figures = measured
    .filter(({ gateway }) => !excluded.has(gateway))
    .map(({ delayMs, gateway, rounds }) => {
      const spreads = METRICS.map((metric) => [metric, spreadOf(rounds.map((round) => round[metric]))]);
      return {
        delayMs,
        gateway,
        ...(Object.fromEntries(spreads) as Record<(typeof METRICS)[number], Spread>),
      };
    });
  return {
    name: 'case',
    title:
      'SC-1 followed through all agencies, one request after the other; "overhead" is latency less waiting',
    text: table(
      [
        'agencies',
        'gateway',
        'overhead p50 ms',
        'p99',
        'latency p50',
        'waiting p50',
        'CPU ms/request',
        'fetches',
      ],
      figures.map((one) => [
        `${one.delayMs} ms`,
        one.gateway,
        ...METRICS.slice(0, 5).map((metric) => spreadText(one[metric])),
        numberText(one.fetchesPerRequest.median),
      ]),
    ),
    excluded,
    json: { figures },
  };
}

/** This project's supergraph, its subgraphs answering from memory after `delayMs`. */
function supergraphAt({ subgraphs }: Bench, delayMs: number): string {
  const file = join(import.meta.dirname, '..', '..', '..', '..', 'schema', 'supergraph.graphql');
  return readFileSync(file, 'utf8').replaceAll(
    /@join__graph\(name: "([^"]+)", url: "[^"]*"\)/g,
    (_, name: string) => `@join__graph(name: "${name}", url: "${subgraphs.url('case', name, delayMs)}")`,
  );
}
