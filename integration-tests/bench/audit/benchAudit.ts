import { testLogStores } from '../../../gateway/src/audit/testing/testLogStores.ts';
import type { AuditBenchOptions } from './auditBenchOptions.ts';
import { type AppendFigures, measureAppends } from './measureAppends.ts';
import { measureVerification, type VerificationFigures } from './measureVerification.ts';

/** What the access log takes on this machine. */
export interface AuditFigures {
  readonly appends: readonly (AppendFigures & { readonly store: string })[];
  readonly verification: VerificationFigures;
}

/** The journal, and PostgreSQL where one answers; then a whole log is verified from its files. */
export async function benchAudit(
  options: AuditBenchOptions,
  onProgress: (message: string) => void,
): Promise<AuditFigures> {
  const appends: (AppendFigures & { store: string })[] = [];
  for (const { name, make } of await testLogStores()) {
    onProgress(`appending to ${name}`);
    const log = await make({ leavesPerPartition: 2 ** 22 });
    const store = await log.open();
    try {
      appends.push({ store: name, ...(await measureAppends(store, options)) });
    } finally {
      await store.close();
      await log.remove();
    }
  }
  onProgress(`verifying ${options.records} records`);
  return { appends, verification: await measureVerification(options.records) };
}
