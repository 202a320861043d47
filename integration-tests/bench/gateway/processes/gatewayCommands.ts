import { join } from 'node:path';

export const gatewayNames = ['ours', 'vanilla', 'hive-js', 'hive-rust'] as const;
export type GatewayName = (typeof gatewayNames)[number];

/** How to run a gateway that serves `supergraphFile` on `port`. */
export interface GatewayCommand {
  /** Arguments of `node`. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
}

const root = join(import.meta.dirname, '..', '..', '..', '..');
export const peersDirectory = join(import.meta.dirname, '..', 'peers');

export function gatewayCommand(name: GatewayName, supergraphFile: string, port: number): GatewayCommand {
  switch (name) {
    case 'ours':
      return {
        args: [
          // As `npm run gateway` starts it.
          '--max-semi-space-size=16',
          join(root, 'gateway/src/main.ts'),
          '--supergraph',
          supergraphFile,
          '--port',
          String(port),
          '--open',
        ],
        env: {
          LOG_LEVEL: 'warn',
          FORWARD_HEADERS: 'authorization',
          EXECUTOR: process.env.EXECUTOR ?? 'compiled',
          PLANNER: process.env.PLANNER ?? 'auto',
          // The load comes from one address, and the graphs say nothing of the length of their lists.
        },
      };
    case 'vanilla':
      return {
        args: [join(peersDirectory, 'vanilla.mjs'), supergraphFile, String(port)],
        env: { APOLLO_TELEMETRY_DISABLED: '1' },
      };
    case 'hive-js':
    case 'hive-rust':
      return {
        args: [
          join(peersDirectory, 'node_modules/@graphql-hive/gateway/dist/bin.js'),
          'supergraph',
          supergraphFile,
          '--config-path',
          join(peersDirectory, name === 'hive-js' ? 'hiveJs.config.mjs' : 'hiveRust.config.mjs'),
          '--host',
          '127.0.0.1',
          '--port',
          String(port),
        ],
        env: {},
      };
  }
}
