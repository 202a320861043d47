import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { askHost } from '../askHost.ts';
import type { PlanHost } from '../planHost.ts';
import type { PlanHostData, PlanReply } from '../planMessages.ts';

const MAX_MEMORY_MIB = 512;

/**
 * Starts a thread with Apollo's planner and waits until it has read the supergraph.
 * @throws {Error} when the supergraph cannot be planned on.
 */
export async function startPlanThread(data: PlanHostData): Promise<PlanHost> {
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
      askHost(worker, {
        send: () => worker.postMessage(request),
        end: () => void worker.terminate(),
        timeoutMs,
      }),
  };
}
