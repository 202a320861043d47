import type * as rows from '../store/rows.ts';
import { type CodeTable, codeTables, toNumber } from './codeTables.ts';

/**
 * A case as it travels: `docs/agencies/forensic-appraisal.md` names every field. Times are epoch milliseconds, money is
 * fen, codes are numbers of `codeTables`; everything the case holds is in it.
 */
export type CaseDto = ReturnType<typeof toCaseDto>;

export function toCaseDto(row: rows.CaseRow, children: rows.CaseChildren) {
  const { opinion, testimony, foreignReport, feeReduction } = children;
  return {
    caseId: row.case_id,
    caseNo: row.case_no,
    otherNos: listOf(row.other_nos),
    unifiedCode: row.unified_code,
    version: row.version,
    regionCode: row.region,
    caseStatus: toNumber('caseStatus', row.status),
    category: toNumber('category', row.category),
    matters: listOf(row.matters).map((matter) => toNumber('matter', matter)),
    receivedTime: row.received_at,
    closedTime: row.closed_at,
    examinedTime: row.examined_at,
    institution: {
      institutionId: row.institution_id,
      name: row.institution_name,
      licenceNo: row.licence_no,
      licenceState: optional('licenceState', row.licence_state),
      businessScope: listOf(row.scope ?? '[]'),
    },
    commission: {
      commissionNo: row.commission_no,
      clientKind: toNumber('clientKind', row.client_kind),
      clientOrgId: row.client_body_id,
      clientName: row.client_name,
      clientIdType: optional('idType', row.client_id_type),
      clientIdNo: row.client_id_no,
      receivedTime: row.commissioned_at,
      effectiveTime: row.effective_at,
      purpose: row.purpose,
      requirement: row.requirement,
      isReappraisal: row.is_reappraisal === 1,
      reappraisalGround: optional('reappraisalGround', row.reappraisal_ground),
      supplementsCaseId: row.supplements_case_id,
      repeatsCaseId: row.repeats_case_id,
      agreedTermDays: row.agreed_term_days,
      fee: row.fee,
      consumptionConsent: flag(row.consumption_consent),
    },
    notAcceptGround: optional('notAcceptGround', row.not_accept_ground),
    terminateGround: optional('terminateGround', row.terminate_ground),
    standards: listOf(row.standards),
    parties: children.parties.map(toPartyDto),
    staff: children.staff.map((staff) => ({
      staffRole: staff.role,
      certNo: staff.cert_no,
      name: staff.name,
      institutionId: staff.institution_id,
      licenceState: optional('licenceState', staff.licence_state),
      categories: staff.categories === null ? null : listOf(staff.categories),
      fromTime: staff.from_at,
      toTime: staff.to_at,
    })),
    materials: children.materials.map((material) => toMaterialDto(material, children.custody)),
    events: children.events.map((event) => ({
      fromStatus: optional('caseStatus', event.from_status),
      toStatus: toNumber('caseStatus', event.to_status),
      event: event.event,
      occurredTime: event.at,
      operatorRole: event.actor_role,
      documentNo: event.document_no,
      reasonCode: event.reason_code,
    })),
    documents: children.documents.map((document) => ({
      docKind: document.kind,
      docNo: document.number,
      title: document.title,
      issuedTime: document.issued_at,
      issuerId: document.issuer_id,
      sm3: document.digest,
      secrecyMarks: listOf(document.secrecy),
    })),
    pauses: children.pauses.map(({ rule_id, reason, from_at, to_at }) => ({
      ruleId: rule_id,
      reason,
      suspendGround: Object.hasOwn(codeTables.suspendGround, reason)
        ? toNumber('suspendGround', reason)
        : null,
      fromTime: from_at,
      toTime: to_at,
    })),
    extensions: children.extensions.map(({ rule_id, days, approved_at, client_told_at }) => ({
      ruleId: rule_id,
      days,
      approvedTime: approved_at,
      clientToldTime: client_told_at,
    })),
    opinion: opinion === null ? null : toOpinionDto(opinion),
    testimony: testimony === null ? null : toTestimonyDto(testimony),
    foreignReport:
      foreignReport === null
        ? null
        : {
            element: foreignReport.element,
            reportedTo: foreignReport.reported_to,
            reportedTime: foreignReport.reported_at,
          },
    feeReduction: feeReduction === null ? null : toFeeReductionDto(feeReduction),
    secrecyMarks: listOf(row.secrecy),
  };
}

function toPartyDto(party: rows.PartyRow) {
  return {
    partyRole: party.role,
    side: toNumber('side', party.side),
    name: party.name,
    idType: optional('idType', party.id_type),
    idNo: party.id_no,
    orgId: party.body_id,
    lawyerCertNo: party.agent_cert_no,
    agentIdType: optional('idType', party.agent_id_type),
    agentIdNo: party.agent_id_no,
  };
}

function toMaterialDto(material: rows.MaterialRow, custody: readonly rows.CustodyRow[]) {
  return {
    materialNo: material.no,
    name: material.name,
    kind: material.kind,
    quantity: material.quantity,
    condition: material.condition,
    source: material.source,
    confirmedByClient: material.is_confirmed === 1,
    receivedTime: material.received_at,
    returnedTime: material.returned_at,
    custody: custody
      .filter(({ material_seq }) => material_seq === material.seq)
      .map(({ at, handed_by, taken_by, digest }) => ({
        handedTime: at,
        handedBy: handed_by,
        takenBy: taken_by,
        sm3: digest,
      })),
  };
}

function toOpinionDto(opinion: rows.OpinionRow) {
  return {
    opinionNo: opinion.opinion_no,
    issuedTime: opinion.issued_at,
    conclusion: opinion.conclusion,
    signatures: JSON.parse(opinion.signatures) as { certNo: string; dissent: string | null }[],
    correctedTime: opinion.corrected_at,
  };
}

function toTestimonyDto(testimony: rows.TestimonyRow) {
  return {
    courtId: testimony.court_id,
    noticeTime: testimony.notice_at,
    appearedTime: testimony.appeared_at,
    mode: testimony.mode,
    absentReason: testimony.absent_reason,
  };
}

function toFeeReductionDto(fee: rows.FeeReductionRow) {
  return {
    form: toNumber('feeForm', fee.form),
    standardFee: fee.standard_fee,
    reducedBy: fee.reduced_by,
    basis: toNumber('feeBasis', fee.basis),
    basisDocumentNo: fee.basis_document_no,
    basisConfirmed: flag(fee.basis_confirmed),
    approvedTime: fee.approved_at,
    approvedBy: fee.approved_by,
    localRule: fee.local_rule,
    settledBy: fee.settled_by,
  };
}

function listOf(json: string): string[] {
  return JSON.parse(json) as string[];
}

function optional(table: CodeTable, word: string | null): number | null {
  return word === null ? null : toNumber(table, word);
}

function flag(value: number | null): boolean | null {
  return value === null ? null : value === 1;
}
