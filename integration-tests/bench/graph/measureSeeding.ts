import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** How long the seeding of `persons` took, as `npm run seed` does it, in a process of its own. */
export async function measureSeeding(
  root: string,
  dataDirectory: string,
  persons: number,
): Promise<{ persons: number; seedSeconds: number }> {
  const started = performance.now();
  const child = spawn(
    process.execPath,
    ['local/src/seed.ts', '--persons', String(persons), '--data', dataDirectory],
    {
      cwd: root,
      env: { PATH: process.env.PATH },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`seeding ended with ${code}`);
  return { persons, seedSeconds: Math.round((performance.now() - started) / 100) / 10 };
}
