import type { AssignmentScope } from './assignmentScope.ts';
import type { Caller } from './caller.ts';
import type { CaseRecord } from './caseRecord.ts';
import { chinaDay, dateOf } from './chinaTime.ts';
import { regionOfDocument } from './regionOfDocument.ts';

/** An auditor's assignment counts only while the request names it. */
export function holdsAssignment({ assignment, accessCase }: Caller): boolean {
  return assignment !== null && accessCase === assignment;
}

/** The scope of the assignment that the request names; null where there is none, or it is not in force today. */
export function scopeInForce(caller: Caller, now: Date): AssignmentScope | null {
  const { role, assignmentScope: scope } = caller;
  if (role !== 'AUDITOR' || !holdsAssignment(caller) || scope === null || scope.approver === null)
    return null;
  const today = dateOf(chinaDay(now.getTime()));
  return scope.from <= today && today <= scope.until ? scope : null;
}

/** Whether an auditor may trace this case. */
export function coversCase(caller: Caller, record: CaseRecord, now: Date): boolean {
  const scope = scopeInForce(caller, now);
  if (scope === null) return false;
  return (
    scope.cases.includes(record.ref) ||
    scope.regions.some((prefix) => record.region.startsWith(prefix)) ||
    record.parties.some(({ credential }) => credential !== null && scope.persons.includes(credential))
  );
}

/**
 * Whether an auditor may look this person up: one of the persons named, or one whose document was issued for a region
 * named. Persons whose documents tell no region are met as parties of cases, unless they are named.
 *
 * @param credentials all that the person is known by
 */
export function coversPerson(caller: Caller, credentials: readonly string[], now: Date): boolean {
  const scope = scopeInForce(caller, now);
  if (scope === null) return false;
  return credentials.some((credential) => {
    const region = regionOfDocument(credential);
    return (
      scope.persons.includes(credential) ||
      (region !== null && scope.regions.some((prefix) => region.startsWith(prefix)))
    );
  });
}
