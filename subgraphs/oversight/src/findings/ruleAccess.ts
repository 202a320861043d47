import { formatInstant } from '@tongban/kit';
import type { LoggedAccess } from '../accesses/loggedAccess.ts';
import type { AccessEvent } from '../rules/accessEvent.ts';

/** A look as the rules of audit take it. */
export function ruleAccess({ index, record, about }: LoggedAccess): AccessEvent {
  const { actor, purpose, caseReference, decision, disclosure, counts } = record;
  return {
    index,
    at: formatInstant(Date.parse(record.time)),
    actor: { id: actor.id, role: actor.role, organisation: actor.organisation },
    purpose,
    caseReference,
    decision,
    disclosure,
    subjects: counts.subjects,
    cases: about?.cases ?? [],
  };
}
