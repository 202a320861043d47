import type { Caller, SubgraphRequest, SubjectTags } from '@tongban/kit';
import type { AccessLogApi } from './accesses/accessLogApi.ts';
import type { FindingKeys } from './findings/findingKeys.ts';
import type { LogProver } from './logWatch/proveLog.ts';
import type { Store } from './store/openStore.ts';

/** What lives as long as the process. */
export interface Oversight {
  readonly store: Store;
  readonly accessLog: AccessLogApi;
  /** Holds what a trace relies on against what the log has signed. */
  readonly logProver: LogProver;
  readonly findingKeys: FindingKeys;
  /** All tags of a credential. */
  readonly tagsOf: SubjectTags['tagsOf'];
  now(): Date;
}

/** What every resolver is given. */
export interface OversightContext extends Oversight {
  readonly caller: Caller;
  /** Aborts when the client has gone. */
  readonly signal: AbortSignal;
}

export function createContext(oversight: Oversight, { caller, signal }: SubgraphRequest): OversightContext {
  return { ...oversight, caller, signal };
}
