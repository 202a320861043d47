import type { Caller } from './caller.ts';
import type {
  CasePartyRecord,
  CaseRecord,
  DocumentRecord,
  HandlerRecord,
  StatusEventRecord,
} from './caseRecord.ts';
import type { Visibility } from './createVisibility.ts';
import { createDeadlineClock, type DeadlineClock } from './deadlineClock.ts';
import type { DeadlineRecord } from './deadlineRecord.ts';
import { neighbourStatusLabels } from './neighbourStatusLabels.ts';
import type { ServiceKind } from './serviceKind.ts';
import type { SubjectTags } from './subjectTags.ts';
import { UpstreamError } from './upstreamError.ts';

/** The codes of `enum CaseStage`. */
export type CaseStage =
  | 'OPEN'
  | 'WAITING_ON_PARTY'
  | 'IN_PROGRESS'
  | 'PAUSED'
  | 'DECIDED'
  | 'CLOSED'
  | 'REFUSED'
  | 'TERMINATED'
  | 'WITHDRAWN';

/** What the shared fields need of a subgraph's context. */
export interface ServiceCaseContext {
  readonly caller: Caller;
  readonly visibility: Visibility;
  /** The present, for deadlines. */
  now(): Date;
  /** The tag that stands for a person by credential where no credential may be. */
  readonly tagOf: SubjectTags['tagOf'];
}

/** What differs between services. */
export interface ServiceCaseOptions<R extends CaseRecord> {
  /** Every status code of the agency's lifecycle, with the shared stage and the Chinese label. */
  readonly statuses: Readonly<Record<string, { readonly stage: CaseStage; readonly label: string }>>;
  /** Chinese labels of the roles of parties and handlers; a role without one is shown by its code. */
  readonly roleLabels: Readonly<Record<string, string>>;
  /** The time limits of a case; whatever the caller may see of them is decided here. */
  deadlinesOf(record: R, clock: DeadlineClock): DeadlineRecord[];
}

/** A body by its id, resolved by the subgraph that owns the register. */
export interface OrganizationReference {
  readonly __typename: 'Organization';
  readonly id: string;
}

/**
 * Resolvers of the fields that every service's case has, to be spread into the case type. Records come from a case
 * loader, so the caller may see the case; groups of fields are still looked up in the sharing matrix: hidden is null.
 *
 * A status outside `statuses` is AGENCY_SCHEMA_DRIFT on the fields that speak of it, which nulls that case alone.
 */
export function createServiceCaseResolvers<R extends CaseRecord, C extends ServiceCaseContext>(
  options: ServiceCaseOptions<R>,
) {
  const { statuses, roleLabels, deadlinesOf } = options;
  const statusOf = (record: R, code: string) => {
    const status = Object.hasOwn(statuses, code) ? statuses[code] : undefined;
    if (status === undefined) throw drift(record, 'a status that its lifecycle does not have');
    return status;
  };
  const labelOf = (role: string) => (Object.hasOwn(roleLabels, role) ? (roleLabels[role] ?? role) : role);
  const shown = (record: R, context: C, group: string) =>
    ['FULL', 'MASKED'].includes(context.visibility.level(context.caller, record, group));

  return {
    id: (record: R) => record.ref,
    visibleRef: (record: R) => record.ref,
    caseNo: (record: R) => record.caseNo,
    service: (record: R) => record.service,
    agency: (record: R) => organization(record.agency),
    region: (record: R) => record.region,
    stage: (record: R) => statusOf(record, record.status).stage,
    status: (record: R) => {
      statusOf(record, record.status);
      return record.status;
    },
    statusLabel: (record: R) => statusOf(record, record.status).label,
    openedAt: (record: R) => record.openedAt,
    closedAt: (record: R) => record.closedAt,
    statusHistory: (record: R, _args: unknown, { caller, visibility }: C) =>
      record.statusHistory.map((event) => ({
        ...event,
        service: event.service ?? record.service,
        toLabel:
          event.service === null || event.service === record.service
            ? statusOf(record, event.to).label
            : neighbourLabel(event.service, event.to),
        // Asked for by itself, because it goes with the documents: a purpose may cover the history and not them.
        documentNo: () => visibleNumber(caller, visibility, record, event),
      })),
    parties: (record: R, _args: unknown, context: C) => {
      if (!shown(record, context, 'parties')) return null;
      const full = context.visibility.level(context.caller, record, 'parties') === 'FULL';
      return record.parties.map((party) => toParty(party, labelOf(party.role), full));
    },
    handlers: (record: R) => record.handlers.map((handler) => toHandler(handler, labelOf(handler.role))),
    documents: (record: R, _args: unknown, context: C) => {
      const { caller, visibility } = context;
      if (!shown(record, context, 'documents')) return null;
      const full = visibility.level(caller, record, 'documents') === 'FULL';
      return record.documents
        .filter((document) => visibility.canSeeDocument(caller, record, document))
        .map((document) => toDocument(document, full));
    },
    deadlines: (record: R, _args: unknown, context: C) =>
      shown(record, context, 'deadlines')
        ? deadlinesOf(record, createDeadlineClock(record, context.now()))
        : null,
  };
}

/**
 * A document's number in the history is shown where the document is. The other side gets only numbers of documents of
 * this very case: an entry may quote another agency's decision, for example on legal aid.
 */
function visibleNumber(
  caller: Caller,
  visibility: Visibility,
  record: CaseRecord,
  event: StatusEventRecord,
): string | null {
  const level = visibility.level(caller, record, 'documents');
  if (event.documentNo === null || level !== 'FULL') return null;
  const document = record.documents.find(({ number }) => number === event.documentNo);
  if (document !== undefined) {
    return visibility.canSeeDocument(caller, record, document) ? event.documentNo : null;
  }
  const own = event.documentNo === record.caseNo || record.aliases.includes(event.documentNo);
  const opposing = visibility.relation(caller, record).startsWith('OPPOSING');
  return own || !opposing ? event.documentNo : null;
}

function neighbourLabel(service: ServiceKind, status: string): string {
  return neighbourStatusLabels[service]?.[status] ?? status;
}

function toParty(party: CasePartyRecord, roleLabel: string, full: boolean) {
  const { role, side, credential } = party;
  return {
    role,
    roleLabel,
    side,
    person: full && credential !== null ? { __typename: 'Person' as const, credential } : null,
    organization: party.organization === null ? null : organization(party.organization),
    represented: party.agentPractitionerNo !== null || party.agentCredential !== null,
  };
}

function toHandler(handler: HandlerRecord, roleLabel: string) {
  const { role, name, from, to } = handler;
  return { role, roleLabel, name, organization: organization(handler.organization), from, to };
}

function toDocument(document: DocumentRecord, full: boolean) {
  const { kind, number, title, issuedAt, issuer, digest } = document;
  return {
    kind,
    number: full ? number : null,
    title: full ? title : kind,
    issuedAt,
    issuer: organization(issuer),
    digest: full ? digest : null,
  };
}

function organization(id: string): OrganizationReference {
  return { __typename: 'Organization', id };
}

function drift(record: CaseRecord, what: string): UpstreamError {
  const agency = record.service.toLowerCase().replaceAll('_', '-');
  return new UpstreamError('AGENCY_SCHEMA_DRIFT', agency, new Error(`${record.ref}: ${what}`));
}
