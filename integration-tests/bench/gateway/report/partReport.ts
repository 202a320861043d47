import type { GatewayName } from '../processes/gatewayCommands.ts';

/** What a part of the bench has to say, for people and for programs. */
export interface PartReport {
  readonly name: string;
  readonly title: string;
  readonly text: string;
  /** Gateways that answered wrongly or not at all, and why; they have no figures. */
  readonly excluded: ReadonlyMap<GatewayName, string>;
  readonly json: Readonly<Record<string, unknown>>;
}
