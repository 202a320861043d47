import type { GatewayBenchOptions } from './gatewayBenchOptions.ts';
import type { Cores } from './processes/cores.ts';
import type { Subgraphs } from './processes/startSubgraphs.ts';

/** What every part of the gateway bench works with. */
export interface Bench {
  readonly options: GatewayBenchOptions;
  readonly cores: Cores;
  readonly subgraphs: Subgraphs;
  /** An empty folder that is deleted afterwards. */
  readonly directory: string;
  /** The `authorization` of a caller that has not asked before; all have the same length. */
  nextCaller(): string;
  onProgress(message: string): void;
}
