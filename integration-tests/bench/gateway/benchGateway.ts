import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench } from './bench.ts';
import type { GatewayBenchOptions } from './gatewayBenchOptions.ts';
import { measureParts } from './parts/measureParts.ts';
import { divideCores } from './processes/cores.ts';
import { installPeers } from './processes/installPeers.ts';
import { startSubgraphs } from './processes/startSubgraphs.ts';
import type { PartReport } from './report/partReport.ts';

export interface GatewayBenchOutput {
  onProgress(message: string): void;
  /** Called as each part is done. */
  onReport(report: PartReport): void;
}

/** Compares gateways on this machine, part after part. Answers what programs read. */
export async function benchGateway(
  options: GatewayBenchOptions,
  { onProgress, onReport }: GatewayBenchOutput,
): Promise<Record<string, unknown>> {
  if (options.gateways.some((gateway) => gateway !== 'ours')) await installPeers(onProgress);
  const cores = divideCores();
  if (cores === null)
    onProgress('no taskset or one core only: gateways and load share cores, times mean little');
  const directory = mkdtempSync(join(tmpdir(), 'gateway-bench-'));
  const subgraphs = await startSubgraphs();
  let callers = 0;
  const bench: Bench = {
    options,
    cores,
    subgraphs,
    directory,
    nextCaller: () => `Bearer caller-${String(callers++).padStart(9, '0')}`,
    onProgress,
  };
  try {
    const parts: [string, unknown][] = [];
    for (const name of options.parts) {
      const report = await measureParts[name](bench);
      onReport(report);
      parts.push([name, { ...report.json, excluded: Object.fromEntries(report.excluded) }]);
    }
    return {
      machine: { cpu: cpus()[0]?.model, cores: cpus().length, pinned: cores !== null, node: process.version },
      options,
      parts: Object.fromEntries(parts),
    };
  } finally {
    subgraphs.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}
