import { rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { variants } from '@tongban/synthetic';
import { readOrCreateSecrets } from './secrets.ts';
import { seedMarker } from './seedOnce.ts';
import { seedStores } from './seedStores.ts';

const HELP = `Usage: npm run seed -- [--persons N] [--seed S] [--variants NAME,…] [--data DIRECTORY]

Empties the stores of the graph on this machine and fills them with the synthetic world: the six scenarios and N made-up
persons with their cases. The same N and S give the same data.

  --persons N        how many persons beside those of the scenarios (0 to 1000000; default 2000)
  --seed S           an integer (default 1)
  --variants NAME,…  faults to plant, for audits to find (docs/synthetic-data.md); "all" plants every one
  --data DIRECTORY   where the stores are (default .data)

Stop the graph first: its processes hold the stores open.
`;

const { values } = parseArgs({
  options: {
    persons: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    variants: { type: 'string', default: '' },
    data: { type: 'string', default: '.data' },
    help: { type: 'boolean', default: false },
  },
});
const persons = Number(values.persons);
const seed = Number(values.seed);
const planted =
  values.variants === 'all'
    ? Object.keys(variants)
    : values.variants.split(',').filter((name) => name !== '');
const unknown = planted.filter((name) => !Object.hasOwn(variants, name));
if (values.help) {
  console.log(HELP);
} else if (!Number.isInteger(persons) || persons < 0 || persons > 1_000_000 || !Number.isInteger(seed)) {
  console.error(`--persons takes an integer from 0 to 1000000 and --seed an integer\n\n${HELP}`);
  process.exitCode = 2;
} else if (unknown.length > 0) {
  console.error(`no variant is called ${unknown.join(', ')}; there are: ${Object.keys(variants).join(', ')}`);
  process.exitCode = 2;
} else {
  const dataDirectory = resolve(values.data);
  const databaseUrl = process.env.DATABASE_URL ?? null;
  const secrets = readOrCreateSecrets(dataDirectory);
  rmSync(seedMarker(dataDirectory), { force: true });
  const started = performance.now();
  const counts = await seedStores(
    {
      agenciesDirectory: join(dataDirectory, 'agencies'),
      oneNetworkDirectory: join(dataDirectory, 'one-network'),
      databaseUrl,
      personIdKey: secrets.personIdKey,
      credentialKey: secrets.credentialKey,
      persons,
      seed,
      variants: planted,
    },
    (done) => {
      if (process.stdout.isTTY) process.stdout.write(`\r${done} persons`);
    },
  );
  writeFileSync(
    seedMarker(dataDirectory),
    `${JSON.stringify({ options: { persons, seed, variants: planted }, counts })}\n`,
  );
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `${process.stdout.isTTY ? '\r' : ''}${counts.persons} persons, ${counts.cases} cases, ${counts.threads} threads, ${counts.links} links in ${seconds} s`,
  );
}
