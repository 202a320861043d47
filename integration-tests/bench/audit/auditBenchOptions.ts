export interface AuditBenchOptions {
  /** Seconds that each store is written to as fast as it takes it, and then at `rate`. */
  readonly seconds: number;
  /** Records a second, whatever the log makes of them. */
  readonly rate: number;
  /** Records of the log that is verified from scratch. */
  readonly records: number;
}

/** The options as `parseArgs` takes them. */
export const auditBenchArguments = {
  'audit-seconds': { type: 'string', default: '30' },
  'audit-rate': { type: 'string', default: '5000' },
  'audit-records': { type: 'string', default: '1000000' },
} as const;

/** @throws {Error} naming the option that is not a number. */
export function readAuditBenchOptions(
  values: Record<keyof typeof auditBenchArguments, string>,
): AuditBenchOptions {
  return {
    seconds: positive('--audit-seconds', values['audit-seconds']),
    rate: positive('--audit-rate', values['audit-rate']),
    records: positive('--audit-records', values['audit-records']),
  };
}

function positive(name: string, value: string): number {
  if (!/^[1-9]\d*$/.test(value)) throw new Error(`${name} takes a number above 0`);
  return Number(value);
}
