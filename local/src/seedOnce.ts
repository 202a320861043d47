import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { oneNetworkStore } from './graphProcesses.ts';
import type { Secrets } from './secrets.ts';

export interface SeedOptions {
  readonly root: string;
  readonly dataDirectory: string;
  readonly databaseUrl: string | null;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly secrets: Secrets;
  readonly persons: number;
  readonly seed: number;
  readonly variants?: readonly string[];
  onProgress(message: string): void;
}

/** Written last, so that a seeding that was cut short is done again. */
export function seedMarker(dataDirectory: string): string {
  return join(dataDirectory, 'seeded.json');
}

/** Fills the stores with the synthetic world unless that was done before; in a process of its own, whose memory is given back. */
export async function seedOnce(options: SeedOptions): Promise<void> {
  const {
    root,
    dataDirectory,
    databaseUrl,
    env,
    secrets,
    persons,
    seed,
    variants = [],
    onProgress,
  } = options;
  if (existsSync(seedMarker(dataDirectory))) return;
  onProgress(`filling the stores with ${persons} synthetic persons (only at the first start)`);
  const child = spawn(
    process.execPath,
    [
      'local/src/seed.ts',
      ...['--persons', String(persons), '--seed', String(seed), '--data', dataDirectory],
      ...(variants.length === 0 ? [] : ['--variants', variants.join()]),
    ],
    {
      cwd: root,
      env: {
        ...env,
        ...oneNetworkStore(dataDirectory, databaseUrl),
        PERSON_ID_KEY: secrets.personIdKey,
        CREDENTIAL_KEY: secrets.credentialKey,
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4_000);
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`seeding failed: ${said}`);
}
