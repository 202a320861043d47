import type { Caller } from '../../identity/caller.ts';
import type { IntentRecord } from '../accessRecord.ts';
import { recordable, recordableName } from './recordable.ts';

/** Who looks and why, as a record has it. */
export function whoAndWhy(caller: Caller): Pick<IntentRecord, 'actor' | 'purpose' | 'caseReference'> {
  const { subject, role, organization, service, purpose, accessCase } = caller;
  return {
    actor: {
      id: recordable(subject),
      role: recordableName(role),
      organisation: organization === null ? null : recordableName(organization),
      service: service === null ? null : recordableName(service),
    },
    purpose: purpose === null ? null : recordable(purpose),
    caseReference: accessCase === null ? null : recordable(accessCase),
  };
}
