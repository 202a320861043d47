import { readdirSync, readFileSync } from 'node:fs';

/** What a process and all below it have used. */
export interface ProcessUsage {
  /** User and system time of all threads and children, ended ones too. Counted by the kernel in steps of 10 ms. */
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
  // utime, stime, and the same of children that have ended.
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  const [, kib] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  const own = { cpuMs: ticks * TICK_MS, rssMiB: Number(kib ?? 0) / 1_024 };
  return childrenOf(pid)
    .flatMap(readUnlessEnded)
    .reduce((a, b) => ({ cpuMs: a.cpuMs + b.cpuMs, rssMiB: a.rssMiB + b.rssMiB }), own);
}

/** A child that ends meanwhile is counted with its parent. */
function readUnlessEnded(pid: number): ProcessUsage[] {
  try {
    return [readProcessUsage(pid)];
  } catch {
    return [];
  }
}

function childrenOf(pid: number): number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((thread) => {
    const text = readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').trim();
    return text === '' ? [] : text.split(' ').map(Number);
  });
}
