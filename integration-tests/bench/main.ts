import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  type AuditBenchOptions,
  auditBenchArguments,
  readAuditBenchOptions,
} from './audit/auditBenchOptions.ts';
import { benchAudit } from './audit/benchAudit.ts';
import { benchGateway } from './gateway/benchGateway.ts';
import {
  type GatewayBenchOptions,
  gatewayBenchArguments,
  readGatewayBenchOptions,
} from './gateway/gatewayBenchOptions.ts';
import { benchGraph } from './graph/benchGraph.ts';

const HELP = `Usage: npm run bench [-- graph|gateway|audit] [options]

Measures on this machine, and prints tables and one line of JSON. Without a name, all:

graph     seeding persons, starting the graph, its memory, and following SC-1 through all agencies as the person concerned
  --persons N        how many to seed (default 100000)
  --queries N        how often to follow the case, one query after the other (default 200)

gateway   our gateway beside others, which are installed when they are first needed (about 700 MB, a minute)
  --workload A,B     some of retail,same,case,list,small,growth,bombs,door (default all)
                       retail  a heavy query over 4 subgraphs, each request from another caller
                       same    the same, every request from one caller
                       case    SC-1 on this project's graph, agencies at 0 and 20 ms: what ours and vanilla add to it
                       list    1,000 matters of a hub and three agencies
                       small   200 distinct small operations in turn
                       growth  a list of 10 to 10,000 matters, by ours and vanilla
                       door    "retail" by ours, with and without anybody at the door, and with the access log
                       bombs   hostile operations, and what others notice of them
  --gateways A,B     some of ours,vanilla,hive-js,hive-rust (default all)
  --rounds N         rounds, in which gateways take turns (default 5)
  --seconds N        seconds of a gateway's turn (default 4)
  --connections N    keep-alive connections of the client (default 50)
  Ours runs with EXECUTOR and PLANNER of the environment, without them with compiled and auto.

audit     the access log: time of an append and of an access at rates, appends a second, and verifying a whole log from scratch; the
          journal, and PostgreSQL where one answers at DATABASE_URL or on this machine
  --audit-store S    journal or postgres alone (default all)
  --audit-rate A,B   records a second (default 1,100,1000,5000)
  --audit-seconds N  seconds at each rate, and as fast as it goes (default 30)
  --audit-records N  records of the log that is verified (default 1000000; 0: none)

--json FILE          writes the JSON there too
`;

const chosen = readArguments();
if (chosen === null) console.log(HELP);
else await bench(chosen);

interface Choice {
  /** Null: not to be run. */
  readonly graph: { persons: number; queries: number } | null;
  readonly gateway: GatewayBenchOptions | null;
  readonly audit: AuditBenchOptions | null;
  readonly json: string | undefined;
}

function readArguments(): Choice | null {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        persons: { type: 'string', default: '100000' },
        queries: { type: 'string', default: '200' },
        ...gatewayBenchArguments,
        ...auditBenchArguments,
        json: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    const unknown = positionals.find((name) => !['graph', 'gateway', 'audit'].includes(name));
    if (unknown !== undefined) throw new Error(`there is no bench called ${unknown}`);
    if (values.help) return null;
    const isChosen = (name: string) => positionals.length === 0 || positionals.includes(name);
    return {
      graph: isChosen('graph') ? { persons: Number(values.persons), queries: Number(values.queries) } : null,
      gateway: isChosen('gateway') ? readGatewayBenchOptions(values) : null,
      audit: isChosen('audit') ? readAuditBenchOptions(values) : null,
      json: values.json,
    };
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${HELP}`);
    process.exit(2);
  }
}

async function bench({ graph, gateway, audit, json }: Choice): Promise<void> {
  const result: Record<string, unknown> = {};
  if (graph !== null) {
    const figures = await benchGraph(graph.persons, graph.queries);
    console.table(figures);
    result.graph = figures;
  }
  if (gateway !== null) result.gateway = await compareGateways(gateway);
  if (audit !== null) {
    const figures = await benchAudit(audit, (message) => console.error(`  ${message}`));
    console.table(figures.appends);
    if (figures.verification !== null) console.table(figures.verification);
    result.audit = figures;
  }
  const line = JSON.stringify(result);
  console.log(line);
  if (json !== undefined) writeFileSync(json, `${line}\n`);
}

async function compareGateways(options: GatewayBenchOptions): Promise<Record<string, unknown>> {
  return await benchGateway(options, {
    onProgress: (message) => console.error(`  ${message}`),
    onReport({ name, title, text, excluded }) {
      console.log(`\n${name}: ${title}\n${text}`);
      for (const [left, reason] of excluded) console.log(`${left} is left out: ${reason}`);
      if (excluded.size > 0) process.exitCode = 1;
    },
  });
}
