import { type AidStatus, aidStatuses } from '../lifecycle/aidStatus.ts';
import type {
  WireAidCase,
  WireAssignment,
  WireConsultation,
  WireDocument,
  WireParty,
  WirePerson,
  WireStatusEvent,
} from '../wire/aidCase.ts';
import type { CaseRow, ConsultationRow, DocumentRow, EventRow, PartyRow } from './caseRows.ts';

/** What other tables hold of one case. */
export interface CaseParts {
  readonly parties: readonly PartyRow[];
  readonly events: readonly EventRow[];
  readonly documents: readonly DocumentRow[];
  /** Every number printed on a document of the case, its leading number among them. */
  readonly numbers: readonly string[];
  readonly consultation: ConsultationRow | null;
  lawyerName(practitionerNo: string): string | null;
}

/** Puts a case together as it goes over the wire. */
export function toWireCase(row: CaseRow, parts: CaseParts): WireAidCase {
  const assignments = JSON.parse(row.assignments) as WireAssignment[];
  return {
    key: row.key,
    version: row.version,
    region: row.region,
    caseNo: row.case_no,
    otherNumbers: parts.numbers.filter((number) => number !== row.case_no),
    agencyCode: row.agency,
    form: row.form as WireAidCase['form'],
    ground: row.ground as WireAidCase['ground'],
    status: row.status as AidStatus,
    statusName: aidStatuses[row.status as AidStatus].name,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    parties: parts.parties.map(toWireParty),
    handlers: JSON.parse(row.handlers) as WireAidCase['handlers'],
    statusHistory: parts.events.map(toWireEvent),
    documents: parts.documents.map(toWireDocument),
    clockStops: JSON.parse(row.clock_stops) as WireAidCase['clockStops'],
    extensions: JSON.parse(row.extensions) as WireAidCase['extensions'],
    secrecyMarks: JSON.parse(row.secrecy_marks) as WireAidCase['secrecyMarks'],
    consultation: parts.consultation === null ? null : toWireConsultation(parts.consultation),
    application: parseOrNull<NonNullable<WireAidCase['application']>>(row.application),
    notice: parseOrNull<NonNullable<WireAidCase['notice']>>(row.notice),
    hardshipCheck: JSON.parse(row.hardship_check) as WireAidCase['hardshipCheck'],
    decisions: JSON.parse(row.decisions) as WireAidCase['decisions'],
    assignments: assignments.map((assignment) => ({
      ...assignment,
      practitionerName: parts.lawyerName(assignment.practitionerNo) ?? assignment.practitionerName,
    })),
    replacements: JSON.parse(row.replacements) as WireAidCase['replacements'],
    objection: parseOrNull<NonNullable<WireAidCase['objection']>>(row.objection),
    subsidies: JSON.parse(row.subsidies) as WireAidCase['subsidies'],
    dutyLawyerSession: parseOrNull<NonNullable<WireAidCase['dutyLawyerSession']>>(row.duty_lawyer_session),
    progressReports: JSON.parse(row.progress_reports) as WireAidCase['progressReports'],
    outcome: row.outcome,
    recoveredFen: row.recovered_fen,
    qualityReviews: JSON.parse(row.quality_reviews) as WireAidCase['qualityReviews'],
  };
}

/** A consultation as it goes over the wire. */
export function toWireConsultation(row: ConsultationRow): WireConsultation {
  return {
    consultNo: row.consult_no,
    region: row.region,
    channel: row.channel as WireConsultation['channel'],
    askedAt: row.asked_at,
    topic: row.topic,
    answeredBy: row.answered_by,
    answeredAt: row.answered_at,
    toldOfRight: row.told_of_right === 1,
    satisfaction: row.satisfaction,
    convertedTo: row.converted_to,
  };
}

/** Splits `TYPE:NUMBER` into the person it names. */
export function toWirePerson(document: string, name: string | null): WirePerson {
  const colon = document.indexOf(':');
  return {
    documentType: document.slice(0, colon) as WirePerson['documentType'],
    documentNumber: document.slice(colon + 1),
    name,
  };
}

function toWireParty(row: PartyRow): WireParty {
  return {
    role: row.role,
    side: row.side,
    person: row.document === null ? null : toWirePerson(row.document, row.name),
    organizationCode: row.body,
    lawyerNo: row.lawyer_no,
    agent: row.agent_document === null ? null : toWirePerson(row.agent_document, row.agent_name),
  };
}

function toWireEvent(row: EventRow): WireStatusEvent {
  return {
    service: row.service as WireStatusEvent['service'],
    from: row.from_status,
    to: row.to_status,
    event: row.event,
    at: row.at,
    actorRole: row.actor_role,
    documentNo: row.document_no,
    reasonCode: row.reason_code,
  };
}

function toWireDocument(row: DocumentRow): WireDocument {
  return {
    kind: row.kind,
    number: row.number,
    title: row.title,
    issuedAt: row.issued_at,
    issuerCode: row.issuer,
    secrecyMarks: JSON.parse(row.secrecy_marks) as WireDocument['secrecyMarks'],
  };
}

function parseOrNull<Part>(json: string | null): Part | null {
  return json === null ? null : (JSON.parse(json) as Part);
}
