/** What stands behind a call to a system: one GraphQL request, with its name and how long it may go on asking. */
export interface AgencyRequest {
  /** Goes along as `x-request-id`, by which the system's log and ours are joined. */
  readonly requestId: string;
  /** Aborts when the time is used up or the client has gone. */
  readonly signal: AbortSignal;
  /** Milliseconds that are left now; never negative. */
  leftMs(): number;
}

/** A request whose time starts now. @param options `signal` aborts when the client has gone */
export function createAgencyRequest(options: {
  readonly requestId: string;
  readonly signal: AbortSignal;
  readonly budgetMs: number;
}): AgencyRequest {
  const { requestId, signal, budgetMs } = options;
  const endsAt = performance.now() + budgetMs;
  return {
    requestId,
    signal: AbortSignal.any([signal, AbortSignal.timeout(budgetMs)]),
    leftMs: () => Math.max(0, endsAt - performance.now()),
  };
}
