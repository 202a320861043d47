import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { PlanReply, PlanRequest, PlanWorkerData } from './planMessages.ts';

/** One planning thread. It makes one plan at a time. */
export interface PlanThread {
  /** The schema that clients see, as SDL; it has `@defer`. */
  readonly apiSdl: string;
  /**
   * Asks for a plan; answers its JSON.
   * @throws {PlanAborted} when it takes longer than `timeoutMs` or more memory than a thread has; the thread is gone then.
   * @throws {Error} with the planner's own message otherwise.
   */
  plan(request: PlanRequest, timeoutMs: number): Promise<string>;
  isAlive(): boolean;
  stop(): Promise<void>;
}

/** The planner was stopped before it was done. */
export class PlanAborted extends Error {
  override readonly name = 'PlanAborted';
}

const MAX_MEMORY_MIB = 512;

/**
 * Starts a thread and waits until it has read the supergraph.
 * @throws {Error} when the supergraph cannot be planned on.
 */
export async function startPlanThread(data: PlanWorkerData): Promise<PlanThread> {
  const worker = new Worker(new URL('./planWorker.ts', import.meta.url), {
    workerData: data,
    resourceLimits: { maxOldGenerationSizeMb: MAX_MEMORY_MIB },
  });
  let isAlive = true;
  worker.once('exit', () => {
    isAlive = false;
  });
  const [ready] = (await once(worker, 'message')) as [PlanReply];
  worker.unref();
  // An error while it plans is told to whoever waits for the plan; without a listener it would end the process.
  worker.on('error', () => undefined);

  return {
    apiSdl: ready.kind === 'ready' ? ready.apiSdl : '',
    isAlive: () => isAlive,
    async stop() {
      await worker.terminate();
    },
    plan: (request, timeoutMs) =>
      new Promise((resolve, reject) => {
        const settle = () => {
          clearTimeout(timer);
          worker.off('message', onMessage).off('exit', onExit);
        };
        const onMessage = (reply: PlanReply) => {
          settle();
          if (reply.kind === 'plan') resolve(reply.json);
          else
            reject(new Error(reply.kind === 'failure' ? reply.message : 'the planning thread started twice'));
        };
        const onExit = () => {
          settle();
          reject(new PlanAborted('the planning thread ended'));
        };
        const timer = setTimeout(() => worker.terminate(), timeoutMs);
        worker.on('message', onMessage).on('exit', onExit);
        worker.postMessage(request);
      }),
  };
}
