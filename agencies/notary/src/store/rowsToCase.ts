import type { SecrecyMark } from '../wire/caseWords.ts';
import type { CaseRows, Row } from './caseTables.ts';
import type { Certificate, NotaryCase } from './notaryCase.ts';

/**
 * Puts a case together from its rows. The tables are this system's own and only `caseSaver` writes them, so their cells
 * are taken for what they were when they were written.
 */
export function rowsToCase(head: Row, rows: CaseRows): NotaryCase {
  const [leading, ...others] = rows.case_number.map(({ printed }) => printed);
  const all = {
    acceptanceNo: head.acceptance_no,
    region: head.region,
    printedNo: leading ?? head.printed_no,
    otherNumbers: others,
    office: head.office,
    status: head.status,
    openedAt: head.opened_at,
    closedAt: head.closed_at,
    application: {
      applicationNo: head.application_no,
      matter: head.matter,
      purpose: head.purpose,
      placeOfUse: head.place_of_use,
      venueGround: head.venue_ground,
      handlingMode: head.handling_mode,
      acceptedAt: head.accepted_at,
      informedAt: head.informed_at,
    },
    fee: head.fee,
    feeReduction: first(rows.fee_reduction, (r) => ({
      form: r.form,
      standardFee: r.standard_fee,
      reducedBy: r.reduced_by,
      basis: r.basis,
      basisDocumentNo: r.basis_document_no,
      basisConfirmed: r.basis_confirmed === null ? null : r.basis_confirmed === 1,
      approvedAt: r.approved_at,
      approvedBy: r.approved_by,
      localRule: r.local_rule,
      settledBy: r.settled_by,
    })),
    refuseGround: head.refuse_ground,
    terminateGround: head.terminate_ground,
    parties: rows.party.map((r) => ({
      role: r.role,
      side: r.side,
      person: r.person,
      body: r.body,
      agentPractitionerNo: r.agent_practitioner_no,
      agent: r.agent,
    })),
    handlers: rows.handler.map((r) => ({
      role: r.role,
      practitionerNo: r.practitioner_no,
      name: r.name,
      office: r.office,
      from: r.from_at,
      to: r.to_at,
    })),
    history: rows.history.map((r) => ({
      service: r.service,
      from: r.from_status,
      to: r.to_status,
      event: r.event,
      at: r.at,
      actorRole: r.actor_role,
      documentNo: r.document_no,
      reason: r.reason,
    })),
    documents: rows.document.map((r) => ({
      kind: r.kind,
      number: r.number,
      title: r.title,
      issuedAt: r.issued_at,
      issuer: r.issuer,
      secrecy: marksIn(r.secrecy),
    })),
    pauses: rows.pause.map((r) => ({ ruleId: r.rule_id, reason: r.reason, from: r.from_at, to: r.to_at })),
    extensions: rows.extension.map((r) => ({
      ruleId: r.rule_id,
      length: r.length,
      approvedAt: r.approved_at,
      toldAt: r.told_at,
    })),
    verifications: rows.verification.map((r) => ({ at: r.at, what: r.what, result: r.result })),
    certificate: certificateOf(rows),
    enforcementCertificate: first(rows.enforcement_certificate, (r) => ({
      number: r.number,
      requestedAt: r.requested_at,
      amount: r.amount,
      issuedAt: r.issued_at,
      refusedAt: r.refused_at,
      reason: r.reason,
    })),
    reExamination: first(rows.re_examination, (r) => ({
      requestedBy: r.requested_by,
      requestedAt: r.requested_at,
      errorClaimed: r.error_claimed,
      decidedAt: r.decided_at,
      result: r.result,
      carriedOutAt: r.carried_out_at,
    })),
    evidence: first(rows.evidence, (r) => ({
      object: r.object,
      method: r.method,
      place: r.place,
      startedAt: r.started_at,
      digests: wordsIn(r.digests),
      storage: r.storage,
    })),
    will: first(rows.will, (r) => ({ registeredAt: r.registered_at, custody: r.custody })),
    holdings: rows.holding.map((r) => ({
      kind: r.kind,
      giver: r.giver,
      receiver: r.receiver,
      object: r.object,
      state: r.state,
    })),
    auxiliaryTasks: rows.auxiliary_task.map((r) => ({
      kind: r.kind,
      court: r.court,
      courtCaseNo: r.court_case_no,
      entrustedAt: r.entrusted_at,
      report: r.report,
    })),
    secrecy: marksIn(head.secrecy),
  };
  return all as NotaryCase;
}

function certificateOf(rows: CaseRows): Certificate | null {
  const enforceability = first(rows.enforceability, (r) => ({
    creditor: r.creditor,
    debtor: r.debtor,
    obligation: r.obligation,
    amount: r.amount,
    dueDates: wordsIn(r.due_dates),
    consentClause: r.consent_clause === 1,
  }));
  const certificate = first(rows.certificate, (r) => ({
    number: r.number,
    issuedAt: r.issued_at,
    kind: r.kind,
    series: r.series,
    status: r.status,
    language: r.language,
    copies: r.copies,
    enforceability,
    legalisation:
      r.legalisation_kind === null ? null : { kind: r.legalisation_kind, country: r.legalisation_country },
  }));
  return certificate as Certificate | null;
}

function first<Found>(rows: readonly Row[], of: (row: Row) => Found): Found | null {
  const row = rows[0];
  return row === undefined ? null : of(row);
}

function wordsIn(cell: Row[string] | undefined): string[] {
  return String(cell ?? '')
    .split(' ')
    .filter((word) => word !== '');
}

function marksIn(cell: Row[string] | undefined): SecrecyMark[] {
  return wordsIn(cell) as SecrecyMark[];
}
