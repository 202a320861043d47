import { type CoveredGroup, type Purpose, readPurposes } from '@tongban/schema';

import { holdsAssignment } from './assignment.ts';
import type { Caller } from './caller.ts';
import { graphqlError } from './graphqlError.ts';

const purposes: ReadonlyMap<string, Purpose> = new Map(
  readPurposes().map((purpose) => [purpose.code, purpose]),
);

/**
 * Lets pass who may read a group of fields for the purpose that the request names (`schema/purposes.yaml`). Only caller and
 * group decide, so that a refusal tells nothing of any case. STAFF and AUDITOR must name a purpose and a case, an AUDITOR
 * the assignment he holds; citizens and their representatives need not, but a purpose they do name must be theirs. Other
 * roles have nothing to do with cases, and pass: the sharing matrix shows them nothing.
 *
 * @param group `case` for whatever touches a single case at all
 * @throws GraphQLError PURPOSE_REQUIRED, naming what would do
 */
export function requirePurpose(caller: Caller, group: CoveredGroup = 'case'): void {
  const { role, purpose: code, accessCase } = caller;
  if (role !== 'STAFF' && role !== 'AUDITOR') {
    if ((role !== 'CITIZEN' && role !== 'REPRESENTATIVE') || code === null) return;
  } else if (code === null || accessCase === null) {
    throw purposeError('Send the headers x-access-purpose and x-access-case with the request.');
  }
  const purpose = purposes.get(code);
  if (purpose === undefined || !mayName(caller, purpose)) {
    throw purposeError(`x-access-purpose must be one that you may name: ${codes(caller, () => true)}.`);
  }
  if (role === 'AUDITOR' && !holdsAssignment(caller)) {
    throw purposeError('x-access-case must be the assignment you hold.');
  }
  if (!purpose.covers.includes(group)) {
    const others = codes(caller, ({ covers }) => covers.includes(group));
    throw purposeError(
      others === ''
        ? 'No purpose that you may name covers this field; leave it out.'
        : `The purpose does not cover this field; leave it out, or name in x-access-purpose: ${others}.`,
    );
  }
}

function mayName({ role, service }: Caller, { roles, services }: Purpose): boolean {
  if (!roles.some((candidate) => candidate === role)) return false;
  return role !== 'STAFF' || services === null || (service !== null && services.includes(service));
}

function codes(caller: Caller, isMeant: (purpose: Purpose) => boolean): string {
  return [...purposes.values()]
    .filter((purpose) => mayName(caller, purpose) && isMeant(purpose))
    .map(({ code }) => code)
    .join(', ');
}

function purposeError(message: string) {
  return graphqlError('PURPOSE_REQUIRED', message);
}
