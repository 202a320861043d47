import type { Bench } from '../bench.ts';
import { bombs } from '../bombs/bombs.ts';
import { type BombFigures, measureBomb } from '../bombs/measureBomb.ts';
import { composeGraph } from '../graphs/benchGraph.ts';
import { bombGraph } from '../graphs/bombGraph.ts';
import type { GatewayName } from '../processes/gatewayCommands.ts';
import { startFleet } from '../processes/gatewayFleet.ts';
import type { PartReport } from '../report/partReport.ts';
import { numberText, spreadText, table } from '../report/table.ts';

const HEADS = ['bomb', 'gateway', 'refused', 'answered', 'not answered', 'ms: p50', 'max'];
const USER_HEADS = ['others: p99 ms', 'with bombs', 'x, by round'];

/** What one client can do to all others. Every bomb finds a new process, as it may leave a gateway unusable. */
export async function measureBombs(bench: Bench): Promise<PartReport> {
  const { subgraphs, options, onProgress } = bench;
  const supergraphSdl = composeGraph(bombGraph, (subgraph) => subgraphs.url(bombGraph.name, subgraph));
  const figures: (BombFigures & { bomb: string; gateway: GatewayName })[] = [];
  const excluded = new Map<GatewayName, string>();
  for (const [bomb, body] of Object.entries(bombs)) {
    for (const name of options.gateways) {
      const fleet = await startFleet(bench, `bombs-${bomb}`, supergraphSdl, [name]);
      try {
        await fleet.each(async (gateway) => {
          onProgress(`bombs: ${bomb}, ${name}`);
          figures.push({ bomb, gateway: name, ...(await measureBomb(bench, gateway, body)) });
        });
      } finally {
        await fleet.stop();
      }
      for (const [gateway, reason] of fleet.excluded) excluded.set(gateway, `${bomb}: ${reason}`);
    }
  }
  const rows = figures.map((figure) => [
    figure.bomb,
    figure.gateway,
    String(figure.refused),
    String(figure.answered),
    String(figure.unanswered),
    numberText(figure.senderP50Ms),
    numberText(figure.senderMaxMs),
    numberText(figure.p99Ms),
    numberText(figure.p99WithBombsMs),
    spreadText(figure.slowdown),
  ]);
  return {
    name: 'bombs',
    title:
      'hostile operations, 20 a second from one client while 20 users ask a small query; p99 of all rounds',
    text: table([...HEADS, ...USER_HEADS], rows),
    excluded,
    json: { figures },
  };
}
