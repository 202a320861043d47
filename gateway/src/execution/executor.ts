import type { Logger } from 'pino';
import type { AccessLog } from '../audit/access/accessLog.ts';
import type { PlannerName } from '../planning/plannerName.ts';
import type { SubgraphEndpoint } from '../supergraph/readSubgraphEndpoints.ts';
import type { SupergraphKey } from '../supergraph/supergraphSignature.ts';
import type { SupergraphSource } from '../supergraph/supergraphSource.ts';
import type { Metrics } from '../telemetry/createMetrics.ts';
import type { SubgraphClient } from '../transport/subgraphClient.ts';
import type { GatewayInterface } from './apolloGatewayTypes.ts';

/**
 * What runs operations on a supergraph: an Apollo `GatewayInterface`, so that Apollo Server does the rest.
 * `load` rejects when the first supergraph is no good; a later one that is no good is logged and changes nothing.
 * The contextValue of every operation is a `GatewayContext`.
 */
export interface Executor extends GatewayInterface {
  /** Whether a supergraph is loaded. */
  isReady(): boolean;
  /**
   * Serves another supergraph from now on; operations under way finish on the one they began with.
   * @throws {Error} when it is no good; the last good one stays then.
   */
  update(supergraphSdl: string): Promise<void>;
}

export interface ExecutorOptions {
  readonly source: SupergraphSource;
  /** Whose signature supergraphs must have; null: none is asked for. */
  readonly supergraphKey: SupergraphKey | null;
  /** URLs by subgraph name that win over those in the supergraph. */
  readonly subgraphUrls: ReadonlyMap<string, string>;
  readonly planning: PlanningLimits;
  /** Labels of progressive `@override` that hold for everybody. */
  readonly overrideLabels: ReadonlySet<string>;
  /** In tests: the percentile of every caller, in place of one that is derived from who he is. */
  readonly percentile?: number;
  /** Who makes the plans; the reference executor takes Apollo's planner whatever is said here. */
  readonly planner: PlannerName;
  createClient(endpoint: SubgraphEndpoint): SubgraphClient;
  /** Where looks at personal data are recorded; null: nowhere. The reference executor records nothing. */
  readonly recording: Recording | null;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

export interface Recording {
  readonly accessLog: AccessLog;
  /** The `@tag` of fields that show nothing of any person; what they show is not recorded. */
  readonly publicTag: string;
}

export interface PlanningLimits {
  /** Milliseconds one plan may take. */
  readonly timeoutMs: number;
  /** Threads that plan at the same time; 0: on the calling thread, without a time limit. */
  readonly maxThreads: number;
}

export type CreateExecutor = (options: ExecutorOptions) => Executor;
