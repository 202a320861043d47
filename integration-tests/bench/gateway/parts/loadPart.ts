import { agreedAnswers, differenceOf } from '../answers/agreedAnswers.ts';
import { type Answers, askOnce } from '../answers/askOnce.ts';
import type { Bench } from '../bench.ts';
import { composeGraph } from '../graphs/benchGraph.ts';
import type { LoadWorkload } from '../load/loadWorkload.ts';
import { measureRound, type RoundFigures, warmUp } from '../load/measureRound.ts';
import type { GatewayName } from '../processes/gatewayCommands.ts';
import { startFleet } from '../processes/gatewayFleet.ts';

/** One workload, as each gateway bore it round after round. */
export interface LoadOutcome {
  readonly name: string;
  readonly title: string;
  readonly rounds: ReadonlyMap<GatewayName, readonly RoundFigures[]>;
  readonly excluded: ReadonlyMap<GatewayName, string>;
}

/** Gateways take turns, so that what else goes on on the machine falls on all of them. */
export async function measureLoad(bench: Bench, workload: LoadWorkload): Promise<LoadOutcome> {
  const { name, title, graph, bodies } = workload;
  const { subgraphs, options, nextCaller, onProgress } = bench;
  const supergraphSdl = composeGraph(graph, (subgraph) => subgraphs.url(graph.name, subgraph));
  const fleet = await startFleet(bench, name, supergraphSdl);
  const rounds = new Map<GatewayName, RoundFigures[]>();
  try {
    const first = new Map<GatewayName, Answers>();
    await fleet.each(async (gateway) => {
      first.set(gateway.name, await askOnce(gateway.url, bodies, nextCaller));
    });
    const expected = agreedAnswers([...first.values()]);
    const ask = async (url: URL) => {
      const answers = await askOnce(url, bodies, nextCaller);
      const difference = differenceOf(expected, answers.data);
      if (difference !== null) throw new Error(difference);
      return answers;
    };

    await fleet.each(async (gateway) => {
      onProgress(`${name}: warming up ${gateway.name}`);
      await warmUp(bench, gateway, workload, await ask(gateway.url));
    });
    for (let round = 1; round <= options.rounds; round++) {
      await fleet.each(async (gateway) => {
        onProgress(`${name}: round ${round} of ${options.rounds}, ${gateway.name}`);
        const figures = await measureRound(bench, gateway, workload, await ask(gateway.url));
        rounds.set(gateway.name, [...(rounds.get(gateway.name) ?? []), figures]);
      });
    }
    for (const gateway of fleet.excluded.keys()) rounds.delete(gateway);
    return { name, title, rounds, excluded: fleet.excluded };
  } finally {
    await fleet.stop();
  }
}
