import type { PlanRequest } from './planMessages.ts';

/**
 * Where plans of one supergraph are made, apart from the event loop: a thread or a process that can be ended when a plan
 * takes too long, and that takes nothing with it when it fails. It makes one plan at a time.
 */
export interface PlanHost {
  /** The schema that clients see, as SDL; empty where the planner does not tell. */
  readonly apiSdl: string;
  /**
   * Asks for a plan; answers its JSON.
   * @throws {PlanAborted} when it takes longer than `timeoutMs` or more memory than there is; the host is gone then.
   * @throws {Error} with the planner's own message otherwise.
   */
  plan(request: PlanRequest, timeoutMs: number): Promise<string>;
  isAlive(): boolean;
  stop(): Promise<void>;
}

/** The host ended before the plan was made. */
export class PlanAborted extends Error {
  override readonly name = 'PlanAborted';
  /** Whether its time was over; else it ended by itself. */
  readonly isTimeout: boolean;

  constructor(message: string, isTimeout = false) {
    super(message);
    this.isTimeout = isTimeout;
  }
}
