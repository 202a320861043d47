import type { Logger } from 'pino';
import type { Caller } from '../identity/caller.ts';
import type { SignAssertion } from '../identity/callerAssertion.ts';
import { createFetchRecord } from './fetchRecord.ts';
import type { GatewayContext } from './gatewayContext.ts';

export interface ContextOptions {
  readonly requestId: string;
  readonly trace: GatewayContext['trace'];
  readonly caller: Caller | null;
  readonly signal: AbortSignal;
  readonly acceptsParts: boolean;
  readonly logger: Logger;
  readonly platformSubgraphs: ReadonlySet<string>;
  /** Null in `--open` mode. */
  readonly signAssertion: SignAssertion | null;
}

export function createContext(options: ContextOptions): GatewayContext {
  const { requestId, trace, caller, signal, acceptsParts, logger, platformSubgraphs, signAssertion } =
    options;
  const assertions = new Map<string, Promise<string>>();
  return {
    requestId,
    trace,
    caller,
    signal,
    acceptsParts,
    laterParts: null,
    logger,
    record: createFetchRecord(platformSubgraphs),
    async assertionFor(subgraph) {
      if (caller === null || signAssertion === null) return null;
      const assertion = assertions.get(subgraph) ?? signAssertion(caller, subgraph);
      assertions.set(subgraph, assertion);
      return assertion;
    },
  };
}
