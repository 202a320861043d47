import { type GatewayName, gatewayNames } from './processes/gatewayCommands.ts';

export const partNames = ['retail', 'same', 'case', 'list', 'small', 'growth', 'bombs', 'door'] as const;
export type PartName = (typeof partNames)[number];

export interface GatewayBenchOptions {
  readonly parts: readonly PartName[];
  readonly gateways: readonly GatewayName[];
  readonly rounds: number;
  /** Seconds that each gateway is measured in a round. */
  readonly seconds: number;
  readonly connections: number;
}

/** The options as `parseArgs` takes them. */
export const gatewayBenchArguments = {
  workload: { type: 'string' },
  gateways: { type: 'string' },
  rounds: { type: 'string', default: '5' },
  seconds: { type: 'string', default: '4' },
  connections: { type: 'string', default: '50' },
} as const;

/** @throws {Error} naming what is not understood and what would be. */
export function readGatewayBenchOptions(values: {
  workload?: string | undefined;
  gateways?: string | undefined;
  rounds: string;
  seconds: string;
  connections: string;
}): GatewayBenchOptions {
  return {
    parts: chosen('--workload', values.workload, partNames),
    gateways: chosen('--gateways', values.gateways, gatewayNames),
    rounds: positive('--rounds', values.rounds),
    seconds: positive('--seconds', values.seconds),
    connections: positive('--connections', values.connections),
  };
}

function chosen<Name extends string>(
  option: string,
  text: string | undefined,
  all: readonly Name[],
): readonly Name[] {
  if (text === undefined) return all;
  return text.split(',').map((word) => {
    const name = all.find((candidate) => candidate === word.trim());
    if (name === undefined) throw new Error(`${option} takes some of ${all.join(',')}, not "${word}"`);
    return name;
  });
}

function positive(option: string, text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new Error(`${option} takes a number above 0, not "${text}"`);
  return value;
}
