import type { DatabaseSync } from 'node:sqlite';
import type { Logger } from 'pino';

/** What one appraisal system is built from. */
export interface SystemOptions {
  /** Opened with `migrations`. The caller closes it. */
  readonly database: DatabaseSync;
  readonly appId: string;
  /** Key of the request signatures. */
  readonly secret: string;
  readonly logger: Logger;
  /** Adds `/__fault` and `/__accesses`. Never in production. */
  readonly withDrills: boolean;
  /** Requests a second before THROTTLED; null: no limit. */
  readonly maxRequestsPerSecond: number | null;
  /** Epoch milliseconds. */
  now(): number;
}
