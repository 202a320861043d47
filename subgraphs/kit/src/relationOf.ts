import type { Relation } from '@tongban/schema';
import { coversCase } from './assignment.ts';
import type { Caller } from './caller.ts';
import type { CasePartyRecord, CaseRecord, HandlerRecord } from './caseRecord.ts';

/**
 * What stands between the caller and a case; the head of `schema/sharing-matrix.yaml` describes each relation.
 *
 * @param now for the period of an auditor's assignment
 */
export function relationOf(caller: Caller, record: CaseRecord, now: Date): Relation {
  switch (caller.role) {
    case 'AUDITOR':
      return coversCase(caller, record, now) ? 'AUDITOR' : 'NONE';
    case 'STAFF':
      return staffRelation(caller, record);
    case 'CITIZEN':
    case 'REPRESENTATIVE':
      return personRelation(caller, record) ?? lawyerRelation(caller, record) ?? 'NONE';
    default:
      return 'NONE';
  }
}

/** The parties that the caller is, or is guardian or agent of. */
export function ownParties(caller: Caller, record: CaseRecord): readonly CasePartyRecord[] {
  const { credential } = caller;
  if (credential === null || (caller.role !== 'CITIZEN' && caller.role !== 'REPRESENTATIVE')) return [];
  return record.parties.filter(
    (party) => party.credential === credential || party.agentCredential === credential,
  );
}

function staffRelation(caller: Caller, record: CaseRecord): Relation {
  const inRegion = caller.regions.some((prefix) => record.region.startsWith(prefix));
  if (caller.service === record.service && inRegion) return 'AGENCY';
  if (caller.organization !== null && caller.organization === record.client) return 'CLIENT';
  if (caller.service === 'COURT' && inRegion) return 'COURT';
  if (caller.service === 'BUREAU' && inRegion) return 'BUREAU';
  return 'NONE';
}

/** Somebody on both sides is taken for the side that asks. */
function personRelation(caller: Caller, record: CaseRecord): Relation | null {
  const own = ownParties(caller, record);
  if (own.length === 0) return null;
  return own.every(({ side }) => side === 'B') ? 'OPPOSING_PARTY' : 'SELF';
}

function lawyerRelation(caller: Caller, record: CaseRecord): Relation | null {
  const { practitionerNo } = caller;
  if (practitionerNo === null || caller.role !== 'REPRESENTATIVE') return null;
  const clients = record.parties.filter(({ agentPractitionerNo }) => agentPractitionerNo === practitionerNo);
  const assigned = record.handlers.some(
    (handler) =>
      handler.role === 'ASSIGNED_LAWYER' &&
      handler.practitionerNo === practitionerNo &&
      inOffice(handler, record),
  );
  if (assigned || clients.some(({ side }) => side !== 'B')) return 'ASSIGNED_LAWYER';
  return clients.length > 0 ? 'OPPOSING_LAWYER' : null;
}

/** A lawyer who was replaced has left the case; one who saw it closed has not. */
function inOffice(handler: HandlerRecord, record: CaseRecord): boolean {
  if (handler.to === null) return true;
  return record.closedAt !== null && Date.parse(handler.to) >= Date.parse(record.closedAt);
}
