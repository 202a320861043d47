import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { askHost } from '../askHost.ts';
import type { PlanHost } from '../planHost.ts';
import type { PlanHostData, PlanReply } from '../planMessages.ts';

const PROGRAM = fileURLToPath(new URL('./planProcess.ts', import.meta.url));
const MAX_MEMORY_MIB = 256;

/**
 * Starts a process with the Rust planner and waits until it has read the supergraph. A process and not a thread: where
 * the addon panics it aborts the process that it is in, and nothing but a signal stops it when it does not end.
 * @throws {Error} when there is no addon for this platform or the supergraph cannot be planned on.
 */
export async function startPlanProcess(data: PlanHostData): Promise<PlanHost> {
  const child = fork(PROGRAM, [], {
    execArgv: [`--max-old-space-size=${MAX_MEMORY_MIB}`],
    // It needs nothing of ours, and what it writes when it panics may quote the operation.
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  let isAlive = true;
  child.once('exit', () => {
    isAlive = false;
  });
  child.on('error', () => {
    isAlive = false;
  });
  child.send(data);
  const [reply] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as [
    PlanReply | number | null,
  ];
  if (typeof reply !== 'object' || reply?.kind !== 'ready') {
    child.kill('SIGKILL');
    throw new Error(
      typeof reply === 'object' && reply?.kind === 'failure' ? reply.message : 'its process ended',
    );
  }
  // Waiting for plans is no reason for this process to stay.
  child.unref();
  child.channel?.unref();

  return {
    apiSdl: reply.apiSdl,
    isAlive: () => isAlive,
    async stop() {
      if (!isAlive) return;
      const ended = once(child, 'exit');
      child.ref();
      child.kill('SIGKILL');
      await ended;
    },
    plan: async (request, timeoutMs) => {
      child.channel?.ref();
      try {
        return await askHost(child, {
          send: () => child.send(request),
          end: () => child.kill('SIGKILL'),
          timeoutMs,
        });
      } finally {
        child.channel?.unref();
      }
    },
  };
}
