import type { Bench } from '../bench.ts';
import { listGraph, listMatters } from '../graphs/list/listGraph.ts';
import type { GatewayName } from '../processes/gatewayCommands.ts';
import type { PartReport } from '../report/partReport.ts';
import { spreadOf } from '../report/spread.ts';
import { numberText, spreadText, table } from '../report/table.ts';
import { type LoadOutcome, measureLoad } from './loadPart.ts';

const SIZES = [10, 100, 1_000, 10_000];
/** How many entities each gateway is asked for at most; one that is not named here is not asked. */
const MOST: Partial<Record<GatewayName, number>> = { ours: 10_000, vanilla: 1_000 };
/** Few, so that the memory of some large answers at once is not what is measured. */
const CONNECTIONS = 4;

/** What a request costs, as what it asks for grows. */
export async function measureGrowth(bench: Bench): Promise<PartReport> {
  const outcomes: [number, LoadOutcome][] = [];
  for (const size of SIZES) {
    const gateways = bench.options.gateways.filter((name) => size <= (MOST[name] ?? 0));
    if (gateways.length === 0) continue;
    const options = { ...bench.options, gateways, connections: CONNECTIONS };
    const workload = {
      name: `growth-${size}`,
      title: `${size} matters`,
      graph: listGraph,
      bodies: [listMatters(size)],
      callers: 'distinct',
    } as const;
    outcomes.push([size, await measureLoad({ ...bench, options }, workload)]);
  }
  const figures = outcomes.flatMap(([entities, { rounds }]) =>
    [...rounds].map(([gateway, all]) => ({
      gateway,
      entities,
      answerBytes: all[0]?.answerBytes ?? Number.NaN,
      cpuMs: spreadOf(all.map(({ cpuMs }) => cpuMs)),
    })),
  );
  return {
    name: 'growth',
    title: 'what a request costs as its answer grows; "x answer" and "x cost": against the row above',
    text: table(
      ['gateway', 'entities', 'KB', 'x answer', 'CPU ms/request', 'x cost', 'CPU µs/entity'],
      bench.options.gateways.flatMap((gateway) => {
        const own = figures.filter((figure) => figure.gateway === gateway);
        return own.map(({ entities, answerBytes, cpuMs }, index) => {
          const above = own[index - 1];
          return [
            gateway,
            String(entities),
            numberText(answerBytes / 1_000),
            above === undefined ? '' : numberText(answerBytes / above.answerBytes),
            spreadText(cpuMs),
            above === undefined ? '' : numberText(cpuMs.median / above.cpuMs.median),
            numberText((cpuMs.median * 1_000) / entities),
          ];
        });
      }),
    ),
    excluded: new Map(outcomes.flatMap(([, { excluded }]) => [...excluded])),
    json: { figures },
  };
}
