import { readFileSync } from 'node:fs';

const TICK_MS = 10;

/** Milliseconds that all cores together have worked since the machine started, whoever for. */
export function readMachineBusyMs(): number {
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, steal = 0] = readFileSync(
    '/proc/stat',
    'utf8',
  )
    .slice('cpu '.length, 300)
    .trim()
    .split(/\s+/, 8)
    .map(Number);
  return (user + nice + system + irq + softirq + steal) * TICK_MS;
}
