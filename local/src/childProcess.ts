import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import type { GraphProcess } from './graphProcesses.ts';

/** One running process of the graph. */
export interface RunningProcess {
  readonly name: string;
  /** Process id, for measuring; undefined once it could not be started. */
  readonly pid: number | undefined;
  /** Resolves when it answers ready; rejects when it ends first, with what it last said. */
  ready(deadlineMs: number): Promise<void>;
  /** SIGTERM, and SIGKILL where it takes longer than 15 s. Resolves when it is gone. */
  stop(): Promise<void>;
  /** SIGKILL at once: an agency that falls over. */
  kill(): Promise<void>;
}

/**
 * Twelve processes share one machine, so those behind the gateway trade some speed for small heaps: together they stay
 * under 2 GiB (`npm run bench` shows the sum). A process that has a machine to itself needs none of this.
 */
const SMALL_HEAP = ['--max-semi-space-size=4', '--optimize-for-size'];
/** As in the script `gateway`: four times the room that others have for what one request leaves behind. */
const GATEWAY_HEAP = ['--max-semi-space-size=16'];
const KEPT_LINES = 20;
const STOP_AFTER_MS = 15_000;

/** Starts a process; each line that it prints goes to `onLine`. `watch` restarts it when a file it imports changes. */
export function startProcess(
  { name, entry, env, readyUrl }: GraphProcess,
  options: {
    root: string;
    env: Readonly<Record<string, string | undefined>>;
    watch: boolean;
    onLine(name: string, line: string): void;
  },
): RunningProcess {
  const child = spawn(
    process.execPath,
    [
      ...(name === 'gateway' ? GATEWAY_HEAP : SMALL_HEAP),
      ...(options.watch ? ['--watch', '--watch-preserve-output'] : []),
      entry,
    ],
    {
      cwd: options.root,
      env: { ...options.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const lastLines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      lastLines.push(line);
      if (lastLines.length > KEPT_LINES) lastLines.shift();
      options.onLine(name, line);
    });
  }
  const ended = once(child, 'exit');
  const isRunning = () => child.exitCode === null && child.signalCode === null;

  return {
    name,
    pid: child.pid,
    async ready(deadlineMs) {
      const deadline = performance.now() + deadlineMs;
      while (isRunning() && performance.now() < deadline) {
        if (await answersOk(readyUrl)) return;
        await sleep(50);
      }
      const said = lastLines.join('\n  ');
      throw new Error(
        `${name} ${isRunning() ? `is not ready after ${deadlineMs} ms` : 'ended at start'}:\n  ${said}`,
      );
    },
    stop: () => end(child, ended, 'SIGTERM'),
    kill: () => end(child, ended, 'SIGKILL'),
  };
}

async function answersOk(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

async function end(
  child: ChildProcess,
  ended: Promise<unknown>,
  signal: 'SIGTERM' | 'SIGKILL',
): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const guard = setTimeout(() => child.kill('SIGKILL'), STOP_AFTER_MS);
  child.kill(signal);
  await ended;
  clearTimeout(guard);
}
