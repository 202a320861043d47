import { testLogStores } from '../../../gateway/src/audit/testing/testLogStores.ts';
import type { AuditBenchOptions } from './auditBenchOptions.ts';
import { type AppendFigures, measureAppends } from './measureAppends.ts';
import { measureVerification, type VerificationFigures } from './measureVerification.ts';

/** What the access log takes on this machine. */
export interface AuditFigures {
  readonly appends: readonly (AppendFigures & { readonly store: string })[];
  /** Null where it was not asked for. */
  readonly verification: VerificationFigures | null;
}

const NAMES = { journal: 'the journal', postgres: 'PostgreSQL' };

/** The journal, and PostgreSQL where one answers; then a whole log is verified from its files. */
export async function benchAudit(
  options: AuditBenchOptions,
  onProgress: (message: string) => void,
): Promise<AuditFigures> {
  const appends: (AppendFigures & { store: string })[] = [];
  const wanted = options.store === null ? null : NAMES[options.store];
  for (const { name, make } of await testLogStores()) {
    if (wanted !== null && wanted !== name) continue;
    const log = await make({ leavesPerPartition: 2 ** 22 });
    try {
      for (const figures of await measureAppends(log, options, (rate) => onProgress(`${name}: ${rate}`))) {
        appends.push({ store: name, ...figures });
      }
    } finally {
      await log.remove();
    }
  }
  if (wanted !== null && appends.length === 0) throw new Error(`${wanted} does not answer`);
  if (options.records === 0) return { appends, verification: null };
  onProgress(`verifying ${options.records} records`);
  return { appends, verification: await measureVerification(options.records) };
}
