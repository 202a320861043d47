import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { portVariable, processNames, readPorts } from './ports.ts';
import { startGraph } from './startGraph.ts';
import { welcome } from './welcome.ts';

const HELP = `Usage: npm start [-- --watch] [-- --persons N] [-- --seed S]

Runs the whole graph on loopback: four agency systems, six subgraphs, the gateway and a development issuer of tokens,
with embedded stores and synthetic data. Ctrl-C stops it.

  --watch       restart a process when its sources change (npm run dev)
  --persons N   size of the synthetic world, used when the stores are empty (default 2000)
  --seed S      seed of the synthetic world (default 1)

Environment: DATABASE_URL puts the stores of one-network and oversight into PostgreSQL; TONGBAN_DATA moves the stores (default .data);
${processNames.map(portVariable).join(', ')} move the ports; LOG_LEVEL (default warn).
`;

const { values } = parseArgs({
  options: {
    watch: { type: 'boolean', default: false },
    persons: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  console.log(HELP);
} else {
  const root = join(import.meta.dirname, '..', '..');
  const interrupted = new AbortController();
  const interrupt = () => interrupted.abort();
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  try {
    const started = performance.now();
    const graph = await startGraph({
      root,
      dataDirectory: resolve(root, process.env.TONGBAN_DATA ?? '.data'),
      ports: readPorts(process.env),
      env: { LOG_LEVEL: 'warn', ...process.env },
      databaseUrl: process.env.DATABASE_URL ?? null,
      persons: Number(values.persons),
      seed: Number(values.seed),
      watch: values.watch,
      onLine: (name, line) => console.log(`[${name}] ${line}`),
      onProgress: (message) => console.log(message),
      signal: interrupted.signal,
    });
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
    console.log(welcome(graph, (performance.now() - started) / 1000));
    const stop = () => {
      console.log('stopping');
      graph.stop().then(
        () => console.log('stopped'),
        (error: unknown) => {
          console.error(error);
          process.exitCode = 1;
        },
      );
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  } catch (error) {
    console.error(`✖ ${(error as Error).message}`);
    if (!existsSync(join(root, 'node_modules'))) console.error('Run `npm install` first.');
    process.exitCode = 1;
  }
}
