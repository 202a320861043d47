import { PlanAborted } from './planHost.ts';
import type { PlanReply } from './planMessages.ts';

/** The two ends of a thread or of a process, as far as asking for a plan goes. */
export interface Channel {
  on(event: 'message', listener: (reply: PlanReply) => void): unknown;
  on(event: 'exit', listener: () => void): unknown;
  off(event: 'message', listener: (reply: PlanReply) => void): unknown;
  off(event: 'exit', listener: () => void): unknown;
}

/** Sends one request and waits for its reply; `end` is called when the time is over. */
export function askHost(
  channel: Channel,
  { send, end, timeoutMs }: { send: () => void; end: () => void; timeoutMs: number },
): Promise<string> {
  return new Promise((resolve, reject) => {
    let isLate = false;
    const settle = () => {
      clearTimeout(timer);
      channel.off('message', onMessage);
      channel.off('exit', onExit);
    };
    const onMessage = (reply: PlanReply) => {
      settle();
      if (reply.kind === 'plan') resolve(reply.json);
      else reject(new Error(reply.kind === 'failure' ? reply.message : 'the planner started twice'));
    };
    const onExit = () => {
      settle();
      reject(new PlanAborted(isLate ? 'the plan took too long' : 'the planner ended', isLate));
    };
    const timer = setTimeout(() => {
      isLate = true;
      end();
    }, timeoutMs);
    channel.on('message', onMessage);
    channel.on('exit', onExit);
    send();
  });
}
