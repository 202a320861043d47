import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench } from '../bench.ts';
import type { GatewayName } from './gatewayCommands.ts';
import { type RunningGateway, startGateway } from './startGateway.ts';

/** The gateways that serve one supergraph side by side, less those that had to be left out. */
export interface GatewayFleet {
  readonly running: ReadonlyMap<GatewayName, RunningGateway>;
  /** Why a gateway was left out. */
  readonly excluded: ReadonlyMap<GatewayName, string>;
  /** Does it with each gateway after the other; one for which it fails is left out from then on. */
  each(task: (gateway: RunningGateway) => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}

export async function startFleet(
  { options, cores, directory, onProgress }: Bench,
  name: string,
  supergraphSdl: string,
  gateways: readonly GatewayName[] = options.gateways,
): Promise<GatewayFleet> {
  const file = join(directory, `${name}.graphql`);
  writeFileSync(file, supergraphSdl);
  const running = new Map<GatewayName, RunningGateway>();
  const excluded = new Map<GatewayName, string>();
  const leaveOut = (gateway: GatewayName, error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    excluded.set(gateway, reason);
    onProgress(`${name}: ${gateway} is left out: ${reason}`);
  };

  for (const gateway of gateways) {
    onProgress(`${name}: starting ${gateway}`);
    try {
      running.set(gateway, await startGateway(gateway, file, cores));
    } catch (error) {
      leaveOut(gateway, error);
    }
  }
  return {
    running,
    excluded,
    async each(task) {
      for (const gateway of [...running.values()]) {
        try {
          await task(gateway);
        } catch (error) {
          leaveOut(gateway.name, error);
          running.delete(gateway.name);
          await gateway.stop();
        }
      }
    },
    async stop() {
      for (const gateway of running.values()) await gateway.stop();
    },
  };
}
