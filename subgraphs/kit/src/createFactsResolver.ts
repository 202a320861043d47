import type { CaseRecord } from './caseRecord.ts';
import type { ServiceCaseContext } from './createServiceCaseResolvers.ts';

/** The field `facts` of a case type: told to an auditor whose assignment in force covers the case, else null. */
export function createFactsResolver<R extends CaseRecord, C extends ServiceCaseContext>() {
  return ({ ref, ...record }: R, _args: unknown, { caller, visibility }: C) => {
    const whole = { ref, ...record } as R;
    if (visibility.relation(caller, whole) !== 'AUDITOR' || !visibility.canSee(caller, whole)) return null;
    return { id: ref, service: record.service, status: record.status };
  };
}
