import { Worker } from 'node:worker_threads';

export interface SeedStoresOptions {
  /** Holds one SQLite file for each agency system. */
  readonly agenciesDirectory: string;
  /** PGlite's folder; unused with `databaseUrl`. */
  readonly oneNetworkDirectory: string;
  readonly databaseUrl: string | null;
  /** 64 hexadecimal digits each. */
  readonly personIdKey: string;
  readonly credentialKey: string;
  readonly persons: number;
  readonly seed: number;
  /** Planted faults, by the names of the synthetic world's variants. */
  readonly variants: readonly string[];
}

/** How much the stores hold now. */
export interface SeedCounts {
  readonly persons: number;
  readonly cases: number;
  readonly threads: number;
  readonly links: number;
}

/**
 * Empties every store and fills it with the synthetic world. The agencies' stores and one-network's are filled side by
 * side, each on a core of its own and each from the same deterministic world, so that nothing is handed between them.
 */
export async function seedStores(
  options: SeedStoresOptions,
  onProgress: (persons: number) => void,
): Promise<SeedCounts> {
  const [counts] = await Promise.all([
    runWorker('./seedAgencies.ts', options, onProgress),
    runWorker('./seedOneNetwork.ts', options, () => undefined),
  ]);
  return counts;
}

function runWorker(
  file: string,
  options: SeedStoresOptions,
  onProgress: (persons: number) => void,
): Promise<SeedCounts> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(file, import.meta.url), { workerData: options });
    let counts: SeedCounts = { persons: 0, cases: 0, threads: 0, links: 0 };
    worker.on('message', (message: SeedCounts) => {
      counts = message;
      onProgress(message.persons);
    });
    worker.once('error', reject);
    worker.once('exit', (code) =>
      code === 0 ? resolve(counts) : reject(new Error(`${file} ended with ${code}`)),
    );
  });
}
