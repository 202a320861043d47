import type { PersonaClaims } from '@tongban/development-issuer';
import {
  type FieldGroup,
  type Relation,
  readSharingMatrix,
  type SharedService,
  type SharingLevel,
  sharingLevels,
} from '@tongban/schema';
import { graphCaseId, type SyntheticCase } from '@tongban/synthetic';
import type { DoorCaller } from './callerOf.ts';

const matrix = readSharingMatrix();

type Party = SyntheticCase['parties'][number];

/**
 * What the sharing matrix says of a caller and a case of the synthetic world: read off the world's own record, by the head of
 * the matrix, with nothing of what the graph does.
 */
export interface SharingOracle {
  relation(caller: DoorCaller, one: SyntheticCase): Relation;
  isVisible(caller: DoorCaller, one: SyntheticCase): boolean;
  level(caller: DoorCaller, one: SyntheticCase, group: FieldGroup): SharingLevel;
  /** How many of the case's documents the caller may be shown. */
  documents(caller: DoorCaller, one: SyntheticCase): number;
}

export const sharingOracle: SharingOracle = { relation, isVisible, level, documents };

function relation(caller: DoorCaller, one: SyntheticCase): Relation {
  const { claims } = caller;
  if (claims.role === 'AUDITOR') return isAssigned(caller, one) ? 'AUDITOR' : 'NONE';
  if (claims.role === 'STAFF') return dutyOf(claims, one);
  if (claims.role !== 'CITIZEN' && claims.role !== 'REPRESENTATIVE') return 'NONE';
  const own = ownParties(claims, one);
  if (own.length > 0) return own.some(({ side }) => side !== 'B') ? 'SELF' : 'OPPOSING_PARTY';
  if (claims.role !== 'REPRESENTATIVE' || claims.practitioner_no === undefined) return 'NONE';
  const clients = one.parties.filter((party) => party.agentPractitionerNo === claims.practitioner_no);
  if (clients.some(({ side }) => side !== 'B') || isAppointed(claims, one)) return 'ASSIGNED_LAWYER';
  return clients.length > 0 ? 'OPPOSING_LAWYER' : 'NONE';
}

function isAssigned({ claims, accessCase }: DoorCaller, one: SyntheticCase): boolean {
  const { assignment, assignment_scope: scope } = claims;
  if (assignment === undefined || accessCase !== assignment || !scope) return false;
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  if (!scope.approver || scope.from > today || scope.until < today) return false;
  return (
    (scope.regions ?? []).some((prefix) => one.region.startsWith(prefix)) ||
    (scope.cases ?? []).includes(graphCaseId(one)) ||
    one.parties.some(({ person }) => person !== null && (scope.persons ?? []).includes(person))
  );
}

function dutyOf({ service, org, regions = [] }: PersonaClaims, one: SyntheticCase): Relation {
  const isHere = regions.some((prefix) => one.region.startsWith(prefix));
  if (isHere && service === one.service) return 'AGENCY';
  if (org !== undefined && org === clientOf(one)) return 'CLIENT';
  if (isHere && (service === 'COURT' || service === 'BUREAU')) return service;
  return 'NONE';
}

/** The body that asked for the case: an organ that gave notice, or the client of an appraisal. */
function clientOf(one: SyntheticCase): string | null {
  if (one.service === 'LEGAL_AID') return one.details.notice?.organ ?? null;
  if (one.service !== 'FORENSIC_APPRAISAL') return null;
  const { clientKind, client } = one.details.commission;
  return clientKind === 'PARTY' ? null : client;
}

function ownParties({ role, credential }: PersonaClaims, { parties }: SyntheticCase): Party[] {
  if (credential === undefined || (role !== 'CITIZEN' && role !== 'REPRESENTATIVE')) return [];
  return parties.filter(({ person, agent }) => person === credential || agent === credential);
}

/** Assigned by the legal aid agency, and not replaced before the case was closed. */
function isAppointed({ practitioner_no }: PersonaClaims, { handlers, closedAt }: SyntheticCase): boolean {
  return handlers.some(
    ({ role, practitionerNo, to }) =>
      role === 'ASSIGNED_LAWYER' &&
      practitionerNo === practitioner_no &&
      (to === null || (closedAt !== null && Date.parse(to) >= Date.parse(closedAt))),
  );
}

function isVisible(caller: DoorCaller, one: SyntheticCase): boolean {
  const stands = relation(caller, one);
  return (
    matrix[one.service].case[stands] !== 'NONE' && one.secrecy.every((mark) => passes(mark, caller, one))
  );
}

/** Whether a mark of a whole case lets the caller pass. */
function passes(mark: string, caller: DoorCaller, one: SyntheticCase): boolean {
  const stands = relation(caller, one);
  const { claims } = caller;
  if (mark === 'sealed')
    return stands === 'AUDITOR' && (claims.scope ?? '').split(' ').includes('sealed:read');
  if (mark === 'willSecret') {
    if (stands === 'AGENCY') return claims.org === one.agency;
    return ownParties(claims, one).some(
      ({ role, person }) => role === 'TESTATOR' && person === claims.credential,
    );
  }
  if (mark === 'mediationPrivate') {
    const hasRuled = stands === 'COURT' && one.documents.some(({ issuer }) => issuer === claims.org);
    return hasRuled || !['CLIENT', 'COURT', 'BUREAU', 'NONE'].includes(stands);
  }
  return true;
}

function level(caller: DoorCaller, one: SyntheticCase, group: FieldGroup): SharingLevel {
  if (!isVisible(caller, one)) return 'NONE';
  const row = matrix[one.service as SharedService][group];
  const own = row[relation(caller, one)];
  // A party who commissioned an appraisal is its client too.
  const isClient =
    one.service === 'FORENSIC_APPRAISAL' &&
    (group === 'opinion' || group === 'materials') &&
    ownParties(caller.claims, one).some(({ role }) => role === 'CLIENT');
  return isClient ? (sharingLevels.find((each) => each === own || each === row.CLIENT) ?? own) : own;
}

function documents(caller: DoorCaller, one: SyntheticCase): number {
  const shown = level(caller, one, 'documents');
  if (shown !== 'FULL' && shown !== 'MASKED') return 0;
  const isOutside = ['OPPOSING_PARTY', 'OPPOSING_LAWYER', 'BUREAU', 'NONE'].includes(relation(caller, one));
  return one.documents.filter(({ secrecy }) =>
    secrecy.every((mark) =>
      mark === 'privacy' || mark === 'tradeSecret' ? !isOutside : passes(mark, caller, one),
    ),
  ).length;
}
