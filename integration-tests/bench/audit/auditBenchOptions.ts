export interface AuditBenchOptions {
  /** Stores to be written to; null: all that answer. */
  readonly store: 'journal' | 'postgres' | null;
  /** Seconds that a store is written to at each rate, and as fast as it takes it. */
  readonly seconds: number;
  /** Records a second, whatever the log makes of them. */
  readonly rates: readonly number[];
  /** Records of the log that is verified from scratch; 0: none is. */
  readonly records: number;
}

/** The options as `parseArgs` takes them. */
export const auditBenchArguments = {
  'audit-store': { type: 'string', default: '' },
  'audit-seconds': { type: 'string', default: '30' },
  'audit-rate': { type: 'string', default: '1,100,1000,5000' },
  'audit-records': { type: 'string', default: '1000000' },
} as const;

/** @throws {Error} naming the option that is not what it must be. */
export function readAuditBenchOptions(
  values: Record<keyof typeof auditBenchArguments, string>,
): AuditBenchOptions {
  const store = values['audit-store'];
  if (store !== '' && store !== 'journal' && store !== 'postgres')
    throw new Error('--audit-store takes journal or postgres');
  return {
    store: store === '' ? null : store,
    seconds: positive('--audit-seconds', values['audit-seconds']),
    rates: values['audit-rate'].split(',').map((rate) => positive('--audit-rate', rate)),
    records: values['audit-records'] === '0' ? 0 : positive('--audit-records', values['audit-records']),
  };
}

function positive(name: string, value: string): number {
  if (!/^[1-9]\d*$/.test(value)) throw new Error(`${name} takes a number above 0`);
  return Number(value);
}
