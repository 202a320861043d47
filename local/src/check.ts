import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** The gate: what must pass before a change lands, cheapest first, with the command that mends it. */
const steps: { name: string; command: string; cure: string }[] = [
  { name: 'format and lint', command: 'biome ci .', cure: 'npm run fix' },
  {
    name: 'types',
    command: 'node node_modules/typescript-native/bin/tsc --noEmit',
    cure: 'correct the types named above',
  },
  {
    name: 'boundaries',
    command:
      'depcruise --config .dependency-cruiser.cjs schema subgraphs gateway agencies local integration-tests',
    cure: 'move the import to a room that may have it (ARCHITECTURE.md)',
  },
  {
    name: 'generated code is fresh',
    command: 'node schema/src/main.ts codegen --check',
    cure: 'npm run codegen, and commit',
  },
  {
    name: 'composition is fresh',
    command: 'node schema/src/main.ts compose --check',
    cure: 'npm run compose, and commit',
  },
  { name: 'tests', command: 'npm test', cure: 'make the failing test pass' },
];

const root = join(import.meta.dirname, '..', '..');
const started = performance.now();
for (const { name, command, cure } of steps) {
  const stepStarted = performance.now();
  const { status } = spawnSync(command, { cwd: root, shell: true, stdio: 'inherit' });
  const seconds = ((performance.now() - stepStarted) / 1000).toFixed(1);
  if (status !== 0) {
    console.error(`✖ ${name} (${seconds} s). Cure: ${cure}`);
    process.exitCode = 1;
    break;
  }
  console.log(`✔ ${name} (${seconds} s)`);
}
if (process.exitCode !== 1)
  console.log(`✔ all checks in ${((performance.now() - started) / 1000).toFixed(0)} s`);
