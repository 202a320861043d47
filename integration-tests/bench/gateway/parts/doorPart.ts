import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { askOnce } from '../answers/askOnce.ts';
import type { Bench } from '../bench.ts';
import { startDoorKeeper } from '../door/doorKeeper.ts';
import { composeGraph } from '../graphs/benchGraph.ts';
import { measureRound, type RoundFigures, warmUp } from '../load/measureRound.ts';
import { gatewayCommand } from '../processes/gatewayCommands.ts';
import { type RunningGateway, startGateway } from '../processes/startGateway.ts';
import type { PartReport } from '../report/partReport.ts';
import { spreadOf } from '../report/spread.ts';
import { numberText, spreadText, table } from '../report/table.ts';
import { retail } from './loadWorkloads.ts';

const PERSONS = 2_000;
const SCOPE = 'prices stock';

/**
 * What the door costs: the workload "retail" by our gateway with nobody at the door, and by the same gateway with tokens to
 * verify, protected fields that the caller may see, rates to count and a signed assertion for every fetch.
 */
export async function measureDoor(bench: Bench): Promise<PartReport> {
  const { subgraphs, options, directory, cores, onProgress } = bench;
  const keeper = await startDoorKeeper(PERSONS, SCOPE);
  let next = 0;
  const known: Bench = {
    ...bench,
    nextCaller: () => `Bearer ${keeper.tokens[next++ % keeper.tokens.length]}`,
  };
  const open = composeGraph(retail.graph, (subgraph) => subgraphs.url('retail', subgraph));
  const gateways: { name: 'open' | 'guarded'; gateway: RunningGateway; rounds: RoundFigures[] }[] = [];
  try {
    for (const name of ['open', 'guarded'] as const) {
      onProgress(`door: starting ours, ${name}`);
      const file = join(directory, `door-${name}.graphql`);
      writeFileSync(file, name === 'open' ? open : protect(open));
      const command = (port: number) => {
        const { args, env } = gatewayCommand('ours', file, port);
        if (name === 'open') return { args, env };
        return { args: args.filter((word) => word !== '--open'), env: { ...env, ...keeper.env } };
      };
      const gateway = await startGateway('ours', file, cores, command, known.nextCaller);
      gateways.push({ name, gateway, rounds: [] });
    }
    for (const { name, gateway } of gateways) {
      onProgress(`door: warming up ${name}`);
      await warmUp(known, gateway, retail, await askOnce(gateway.url, retail.bodies, known.nextCaller));
    }
    for (let round = 1; round <= options.rounds; round++) {
      for (const { name, gateway, rounds } of gateways) {
        onProgress(`door: round ${round} of ${options.rounds}, ${name}`);
        const answers = await askOnce(gateway.url, retail.bodies, known.nextCaller);
        rounds.push(await measureRound(known, gateway, retail, answers));
      }
    }
  } finally {
    for (const { gateway } of gateways) await gateway.stop();
    keeper.stop();
  }

  const [without, withDoor] = gateways.map(({ rounds }) => ({
    cpuMs: spreadOf(rounds.map(({ cpuMs }) => cpuMs)),
    requestsPerSecond: spreadOf(rounds.map(({ requestsPerSecond }) => requestsPerSecond)),
  }));
  // On one core; requests per second measure whatever else runs on the machine too.
  const lost = 1 - (without?.cpuMs.median ?? 0) / (withDoor?.cpuMs.median ?? 1);
  return {
    name: 'door',
    title: 'what it costs to check who asks, by the workload "retail"',
    text: [
      table(
        ['ours', 'CPU ms/request', 'req/s'],
        [
          ['open', without],
          ['guarded', withDoor],
        ].map(([name, figures]) =>
          typeof figures === 'object'
            ? [String(name), spreadText(figures.cpuMs), spreadText(figures.requestsPerSecond)]
            : [],
        ),
      ),
      `the door costs ${numberText(lost * 100)}% of what a core can answer`,
    ].join('\n'),
    excluded: new Map(),
    json: { open: without, guarded: withDoor, lost },
  };
}

/** The same supergraph, some of its types and fields protected. */
function protect(supergraph: string): string {
  const url = 'https://specs.apollo.dev';
  const guarded = supergraph
    .replace(
      /^schema\b/m,
      `directive @authenticated on FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM

directive @requiresScopes(scopes: [[requiresScopes__Scope!]!]!) on FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM

scalar requiresScopes__Scope

schema
  @link(url: "${url}/authenticated/v0.1", for: SECURITY)
  @link(url: "${url}/requiresScopes/v0.1", for: SECURITY)`,
    )
    .replace(/^type User\b/m, 'type User @authenticated')
    .replace(/^(\s+price: Int\b.*)$/m, '$1 @requiresScopes(scopes: [["prices"]])')
    .replace(/^(\s+inStock: Boolean\b.*)$/m, '$1 @requiresScopes(scopes: [["stock"], ["all"]])');
  for (const word of ['type User @authenticated', '[["prices"]]', '[["stock"], ["all"]]'])
    if (!guarded.includes(word)) throw new Error(`the retail graph has nothing to protect with ${word}`);
  return guarded;
}
