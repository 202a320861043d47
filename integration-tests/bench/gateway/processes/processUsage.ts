import { readdirSync, readFileSync } from 'node:fs';

/** What a process and all below it have used. */
export interface ProcessUsage {
  /** User and system time of all threads, ended ones too. Counted by the kernel in steps of 10 ms. */
  readonly cpuMs: number;
  readonly rssMiB: number;
}

/** The kernel's clock ticks of `/proc` (`getconf CLK_TCK`), which are 100 a second on every Linux there is. */
const TICK_MS = 10;

/** @throws {Error} when the process has ended, or on a system without `/proc`. */
export function readProcessUsage(pid: number): ProcessUsage {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The second field is the name in parentheses, and may hold spaces: fields are counted from behind it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [, kib] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  const own = { cpuMs: (Number(fields[11]) + Number(fields[12])) * TICK_MS, rssMiB: Number(kib) / 1_024 };
  return childrenOf(pid)
    .map(readProcessUsage)
    .reduce((a, b) => ({ cpuMs: a.cpuMs + b.cpuMs, rssMiB: a.rssMiB + b.rssMiB }), own);
}

function childrenOf(pid: number): number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((thread) => {
    const text = readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').trim();
    return text === '' ? [] : text.split(' ').map(Number);
  });
}
