import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sc1 } from '@tongban/synthetic';
import { followCase } from '../../graph/followCase.ts';
import { differenceOf } from '../answers/agreedAnswers.ts';
import { askOnce } from '../answers/askOnce.ts';
import type { Bench } from '../bench.ts';
import { measureOverhead, type OverheadFigures } from '../case/measureOverhead.ts';
import { recordCase } from '../case/recordCase.ts';
import { startWire } from '../case/startWire.ts';
import { runLoad } from '../load/runLoad.ts';
import type { GatewayName } from '../processes/gatewayCommands.ts';
import { type GatewayFleet, startFleet } from '../processes/gatewayFleet.ts';
import type { PartReport } from '../report/partReport.ts';
import { type Spread, spreadOf } from '../report/spread.ts';
import { numberText, spreadText, table } from '../report/table.ts';

/** Milliseconds that every subgraph takes to answer; the first tells how many fetches follow one another. */
const DELAYS = [20, 0];
const GATEWAYS: readonly GatewayName[] = ['ours', 'vanilla'];
/** The row of a process that only sends as many fetches one after the other as the plan of ours. */
const WIRE = 'bare wire';
const WARM_UP_MS = 5_000;
const WARM_UP_CONNECTIONS = 20;
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
  const measured: { delayMs: number; gateway: GatewayName | typeof WIRE; rounds: OverheadFigures[] }[] = [];
  const excluded = new Map<GatewayName, string>();
  let expected: readonly unknown[] | null = null;
  let depth: number | null = null;

  const add = (delayMs: number, gateway: string, figures: OverheadFigures) =>
    measured.find((one) => one.delayMs === delayMs && one.gateway === gateway)?.rounds.push(figures);

  for (const delayMs of DELAYS) {
    const fleet = await startFleet(bench, `case-${delayMs}`, supergraphAt(bench, delayMs), gateways);
    const stops = [fleet.stop];
    try {
      expected ??= await recordCase(bench, fleet, body);
      const ask = async (url: URL) => {
        const difference = differenceOf(expected ?? [], (await askOnce(url, [body], nextCaller)).data);
        if (difference !== null) throw new Error(difference);
      };
      await fleet.each(async (gateway) => {
        await ask(gateway.url);
        await warmUpCase(bench, gateway.url, body);
        measured.push({ delayMs, gateway: gateway.name, rounds: [] });
      });
      depth ??= await readDepth(bench, fleet, body, delayMs);
      const wire = await startWire(bench.subgraphs.url('retail', 'products', delayMs), depth, bench.cores);
      stops.push(wire.stop);
      await warmUpCase(bench, wire.url, body);
      measured.push({ delayMs, gateway: WIRE, rounds: [] });
      for (let round = 1; round <= options.rounds; round++) {
        onProgress(`case at ${delayMs} ms: round ${round} of ${options.rounds}, ${WIRE}`);
        add(delayMs, WIRE, await measureOverhead(bench, wire, body, options.seconds * 1_000));
        await fleet.each(async (gateway) => {
          onProgress(`case at ${delayMs} ms: round ${round} of ${options.rounds}, ${gateway.name}`);
          await ask(gateway.url);
          const figures = await measureOverhead(bench, gateway, body, options.seconds * 1_000);
          add(delayMs, gateway.name, figures);
        });
      }
    } finally {
      await Promise.all(stops.map((stop) => stop()));
    }
    for (const [gateway, reason] of fleet.excluded) excluded.set(gateway, reason);
  }

  const figures = measured
    .filter(({ gateway }) => gateway === WIRE || !excluded.has(gateway))
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
      'SC-1 followed through all agencies, one request after the other; "overhead" is latency less waiting, that of the bare wire no gateway can avoid',
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

/** How many fetches follow one another in a plan, seen from how long all of them take together. */
async function readDepth(bench: Bench, { running }: GatewayFleet, body: string, delayMs: number) {
  const [gateway] = running.values();
  if (gateway === undefined) throw new Error('no gateway is left to measure');
  const { waitingP50Ms } = await measureOverhead(bench, gateway, body, 1_000);
  return Math.round(waitingP50Ms / delayMs);
}

/**
 * Many at a time: one request after the other would be some thirty at 20 ms, and hot code would not be compiled. What is
 * measured is a gateway that has been running for a while.
 */
async function warmUpCase({ nextCaller }: Bench, url: URL, body: string): Promise<void> {
  const until = performance.now() + WARM_UP_MS;
  await runLoad({
    url,
    connections: WARM_UP_CONNECTIONS,
    request: () => ({ body, authorization: nextCaller() }),
    goesOn: () => performance.now() < until,
    check(index, { status }) {
      if (status !== 200) throw new Error(`request ${index} was answered ${status}`);
    },
  });
}

/** This project's supergraph, its subgraphs answering from memory after `delayMs`. */
function supergraphAt({ subgraphs }: Bench, delayMs: number): string {
  const file = join(import.meta.dirname, '..', '..', '..', '..', 'schema', 'supergraph.graphql');
  return readFileSync(file, 'utf8').replaceAll(
    /@join__graph\(name: "([^"]+)", url: "[^"]*"\)/g,
    (_, name: string) => `@join__graph(name: "${name}", url: "${subgraphs.url('case', name, delayMs)}")`,
  );
}
