import { join } from 'node:path';
import { findFreePorts, startGraph } from '@tongban/local';
import { requestToken } from '../../graph/requestToken.ts';
import { differenceOf } from '../answers/agreedAnswers.ts';
import { askOnce } from '../answers/askOnce.ts';
import type { Bench } from '../bench.ts';
import type { GatewayFleet } from '../processes/gatewayFleet.ts';
import { startCaseRecorder } from './caseRecorder.ts';

const root = join(import.meta.dirname, '..', '..', '..', '..');

/**
 * Lets every gateway of the fleet answer once from the real graph, while the subgraph process remembers what the real
 * subgraphs said. A gateway that does not answer as the real graph does is left out.
 */
export async function recordCase(
  bench: Bench,
  fleet: GatewayFleet,
  body: string,
): Promise<readonly unknown[]> {
  const dataDirectory = join(bench.directory, 'graph');
  bench.onProgress('case: starting the real graph');
  const graph = await startGraph({
    root,
    dataDirectory,
    ports: await findFreePorts(),
    env: { PATH: process.env.PATH, LOG_LEVEL: 'warn' },
    databaseUrl: null,
    persons: 200,
    seed: 1,
    watch: false,
    onLine: () => undefined,
    onProgress: () => undefined,
  });
  try {
    const token = await requestToken(graph.issuerUrl);
    const recorder = await startCaseRecorder(graph, dataDirectory, token);
    await bench.subgraphs.setOrigin(recorder.url);
    try {
      const real = await askOnce(new URL(graph.gatewayUrl), [body], () => `Bearer ${token}`);
      await fleet.each(async ({ url }) => {
        const difference = differenceOf(real.data, (await askOnce(url, [body], bench.nextCaller)).data);
        if (difference !== null) throw new Error(difference);
      });
      return real.data;
    } finally {
      await bench.subgraphs.setOrigin(null);
      recorder.stop();
    }
  } finally {
    await graph.stop();
  }
}
