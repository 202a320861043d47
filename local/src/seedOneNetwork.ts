import { rmSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { emptyStore, importSlice, openStore } from '@tongban/one-network-subgraph';
import { generateWorld } from '@tongban/synthetic';
import type { SeedStoresOptions } from './seedStores.ts';

const { oneNetworkDirectory, databaseUrl, personIdKey, credentialKey, persons, seed, variants } =
  workerData as SeedStoresOptions;

if (databaseUrl === null) rmSync(oneNetworkDirectory, { recursive: true, force: true });
const store = await openStore({
  databaseUrl,
  dataDirectory: oneNetworkDirectory,
  personIdKey,
  credentialKey,
});
try {
  await emptyStore(store);
  for (const slice of generateWorld({ persons, seed, variants })) await importSlice(store, slice);
} finally {
  await store.close();
}
