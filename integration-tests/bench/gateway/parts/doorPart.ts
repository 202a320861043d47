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
 * `open`: with nobody at the door. `guarded`: with tokens to verify, protected fields that the caller may see, rates to count and a signed
 * assertion for every fetch. `recorded`: guarded, and every look is written to the access log before it is fetched and before it is answered.
 */
const DOORS = ['open', 'guarded', 'recorded'] as const;

type Door = (typeof DOORS)[number];

/** What the door costs, and the access log: the workload "retail" by our gateway with each of the doors. */
export async function measureDoor(bench: Bench): Promise<PartReport> {
  const { subgraphs, options, directory, cores, onProgress } = bench;
  const keeper = await startDoorKeeper(PERSONS, SCOPE);
  let next = 0;
  const known: Bench = {
    ...bench,
    nextCaller: () => `Bearer ${keeper.tokens[next++ % keeper.tokens.length]}`,
  };
  const open = composeGraph(retail.graph, (subgraph) => subgraphs.url('retail', subgraph));
  const gateways: { name: Door; gateway: RunningGateway; rounds: RoundFigures[] }[] = [];
  try {
    for (const name of DOORS) {
      onProgress(`door: starting ours, ${name}`);
      const file = join(directory, `door-${name}.graphql`);
      writeFileSync(file, name === 'open' ? open : protect(open));
      const commandAt = (port: number) => {
        const { args, env: settings } = gatewayCommand('ours', file, port);
        // In production it cannot be told to record nothing, so none of the three runs as in production.
        const env = { ...settings, NODE_ENV: 'test' };
        if (name === 'open') return { args, env };
        const audit = keeper.auditEnv(name === 'recorded' ? join(directory, 'access-log') : null);
        return {
          args: args.filter((word) => word !== '--open'),
          env: { ...env, ...keeper.env, ...audit },
        };
      };
      const gateway = await startGateway('ours', file, cores, commandAt, known.nextCaller);
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
        if (answers.receiptBytes > 0 !== (name === 'recorded'))
          throw new Error(`${name}: ${answers.receiptBytes > 0 ? 'looks' : 'no looks'} were recorded`);
        rounds.push(await measureRound(known, gateway, retail, answers));
      }
    }
  } finally {
    for (const { gateway } of gateways) await gateway.stop();
    keeper.stop();
  }

  const figures = gateways.map(({ name, rounds }) => ({
    name,
    cpuMs: spreadOf(rounds.map(({ cpuMs }) => cpuMs)),
    requestsPerSecond: spreadOf(rounds.map(({ requestsPerSecond }) => requestsPerSecond)),
    p99Ms: spreadOf(rounds.map(({ p99Ms }) => p99Ms)),
  }));
  const cpuOf = (door: Door) => figures.find(({ name }) => name === door)?.cpuMs.median ?? Number.NaN;
  // On one core; requests per second measure whatever else runs on the machine too.
  const lost = 1 - cpuOf('open') / cpuOf('guarded');
  const lostToLog = 1 - cpuOf('guarded') / cpuOf('recorded');
  return {
    name: 'door',
    title: 'what it costs to check who asks and to record it, by the workload "retail"',
    text: [
      table(
        ['ours', 'CPU ms/request', 'req/s', 'ms p99'],
        figures.map(({ name, cpuMs, requestsPerSecond, p99Ms }) => [
          name,
          spreadText(cpuMs),
          spreadText(requestsPerSecond),
          spreadText(p99Ms),
        ]),
      ),
      `the door costs ${numberText(lost * 100)}% of what a core can answer, and the access log ${numberText(lostToLog * 100)}% of the rest`,
    ].join('\n'),
    excluded: new Map(),
    json: {
      ...Object.fromEntries(figures.map(({ name, ...each }) => [name, each])),
      lost,
      lostToLog,
    },
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
