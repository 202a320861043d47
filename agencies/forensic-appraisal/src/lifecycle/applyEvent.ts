import type { CaseWriter } from '../store/caseWriter.ts';
import type { RegisterReader } from '../store/registerReader.ts';
import type { CaseRows } from '../store/rows.ts';
import type { EventOf, EventRequest, MaterialInput } from './eventRequest.ts';
import { RECUSED } from './guards.ts';

/** The time limit that materials and suspensions stop, and that extensions lengthen. */
const OPINION_RULE = 'D-21';

export interface EventStores {
  readonly writer: CaseWriter;
  readonly register: RegisterReader;
}

/** What the status history says of an event besides its name. */
export interface EventTrace {
  readonly reasonCode: string | null;
  /** Number of the document, where the event itself brings it. */
  readonly documentNo: string | null;
  /** SM3 of the document, or null. */
  readonly digest: string | null;
}

const NO_TRACE: EventTrace = { reasonCode: null, documentNo: null, digest: null };

/** Writes what an event changes besides status and history. The guards have passed. */
export function applyEvent(
  { writer, register }: EventStores,
  rows: CaseRows,
  request: EventRequest,
): EventTrace {
  const { case_id: id } = rows.case;
  const at = request.occurredTime;
  switch (request.event) {
    case 'REFUSE':
      writer.update(id, { not_accept_ground: request.detail.ground });
      returnMaterials(writer, id, at);
      return { ...NO_TRACE, reasonCode: request.detail.ground };
    case 'SIGN_COMMISSION':
      signCommission(writer, rows, request);
      return NO_TRACE;
    case 'ASSIGN_APPRAISERS':
      for (const { certNo } of request.detail.appraisers) {
        const appraiser = register.appraiser(certNo);
        if (appraiser === null) continue;
        writer.append('staff', id, 'APPRAISER', certNo, appraiser.name, appraiser.institution_id, at, null);
      }
      return NO_TRACE;
    case 'START_EXAMINATION':
      writer.update(id, { standards: JSON.stringify(request.detail.standards), examined_at: at });
      return NO_TRACE;
    case 'REQUEST_MATERIAL':
      writer.append('pause', id, OPINION_RULE, 'MATERIAL_PENDING', at, null);
      return { ...NO_TRACE, reasonCode: 'MATERIAL_PENDING' };
    case 'RECEIVE_MATERIAL':
      endPauses(writer, id, at);
      for (const material of request.detail.materials) addMaterial(writer, id, material, at);
      return NO_TRACE;
    case 'SUSPEND':
      writer.append('pause', id, OPINION_RULE, request.detail.ground, at, null);
      return { ...NO_TRACE, reasonCode: request.detail.ground };
    case 'RESUME':
      endPauses(writer, id, at);
      return NO_TRACE;
    case 'EXTEND': {
      const { workingDays, clientToldTime } = request.detail;
      writer.append('extension', id, OPINION_RULE, workingDays, at, clientToldTime);
      return NO_TRACE;
    }
    case 'ISSUE':
      return issue(writer, rows, request);
    case 'TERMINATE':
      writer.update(id, { terminate_ground: request.detail.ground });
      endPauses(writer, id, at);
      returnMaterials(writer, id, at);
      return { ...NO_TRACE, reasonCode: request.detail.ground };
    case 'CORRECT':
      writer.run('UPDATE opinion SET corrected_at = ? WHERE case_id = ?', at, id);
      return NO_TRACE;
    case 'COURT_NOTICE':
      writer.put('testimony', id, request.detail.courtId, request.detail.noticeTime, null, null, null);
      return NO_TRACE;
    case 'TESTIFY':
      writer.run(
        'UPDATE testimony SET appeared_at = ?, mode = ? WHERE case_id = ?',
        at,
        request.detail.mode,
        id,
      );
      return NO_TRACE;
    case 'REFUSE_TO_TESTIFY':
      writer.run('UPDATE testimony SET absent_reason = ? WHERE case_id = ?', request.detail.reason, id);
      return NO_TRACE;
    case 'REDUCE_FEE':
      reduceFee(writer, id, request);
      return NO_TRACE;
    case 'REPORT_FOREIGN_ELEMENT':
      writer.put('foreign_related_report', id, request.detail.element, request.detail.reportedTo, at);
      return NO_TRACE;
    case 'RECUSE_APPRAISER':
      recuse(writer, register, rows, request);
      return { ...NO_TRACE, reasonCode: request.detail.reasonCode };
    case 'SEAL':
    case 'UNSEAL':
      seal(writer, rows, request.event === 'SEAL');
      return NO_TRACE;
    case 'HAND_OVER_MATERIAL':
      handOver(writer, rows, request);
      return NO_TRACE;
    case 'REVIEW':
    case 'SUBMIT_DRAFT':
      return NO_TRACE;
  }
}

/** Takes a material in: its custody chain starts with the client handing it over. */
export function addMaterial(writer: CaseWriter, caseId: string, material: MaterialInput, at: number): void {
  const { materialNo, name, kind, quantity, condition, source, confirmedByClient, sm3 } = material;
  const confirmed = Number(confirmedByClient);
  const seq = writer.append(
    'material',
    caseId,
    materialNo,
    name,
    kind,
    quantity,
    condition,
    source,
    confirmed,
    at,
    null,
  );
  writer.addCustody(caseId, seq, at, 'CLIENT', 'INSTITUTION', sm3);
}

function signCommission(
  writer: CaseWriter,
  { case: row }: CaseRows,
  { detail }: EventOf<'SIGN_COMMISSION'>,
): void {
  writer.update(row.case_id, {
    effective_at: detail.effectiveTime,
    agreed_term_days: detail.agreedTermDays ?? row.agreed_term_days,
  });
}

function issue(
  writer: CaseWriter,
  { case: row }: CaseRows,
  { detail, occurredTime }: EventOf<'ISSUE'>,
): EventTrace {
  const { opinionNo, conclusion, signatures, sm3 } = detail;
  const { case_id: id } = row;
  writer.put('opinion', id, opinionNo, occurredTime, conclusion, JSON.stringify(signatures), null);
  const others = JSON.parse(row.other_nos) as string[];
  writer.update(id, { other_nos: JSON.stringify([...others, opinionNo]) });
  writer.addNumber(opinionNo, id);
  return { reasonCode: null, documentNo: opinionNo, digest: sm3 };
}

function reduceFee(writer: CaseWriter, id: string, { detail, occurredTime }: EventOf<'REDUCE_FEE'>): void {
  const { form, standardFee, reducedBy, basis, basisDocumentNo, basisConfirmed } = detail;
  const confirmed = basisConfirmed === null ? null : Number(basisConfirmed);
  writer.put(
    'fee_reduction',
    id,
    form,
    standardFee,
    reducedBy,
    basis,
    basisDocumentNo,
    confirmed,
    occurredTime,
    detail.approvedBy,
    detail.localRule,
    detail.settledBy,
  );
}

function recuse(
  writer: CaseWriter,
  register: RegisterReader,
  { case: { case_id: id } }: CaseRows,
  { detail, occurredTime: at }: EventOf<'RECUSE_APPRAISER'>,
): void {
  const leave =
    "UPDATE staff SET to_at = ? WHERE case_id = ? AND cert_no = ? AND role = 'APPRAISER' AND to_at IS NULL";
  writer.run(leave, at, id, detail.certNo);
  const recused = register.appraiser(detail.certNo);
  if (recused !== null) {
    writer.append('staff', id, RECUSED, recused.cert_no, recused.name, recused.institution_id, at, at);
  }
  const next = detail.replacement === null ? null : register.appraiser(detail.replacement.certNo);
  if (next !== null)
    writer.append('staff', id, 'APPRAISER', next.cert_no, next.name, next.institution_id, at, null);
}

function seal(writer: CaseWriter, { case: row }: CaseRows, isSealed: boolean): void {
  const others = (JSON.parse(row.secrecy) as string[]).filter((mark) => mark !== 'sealed');
  const marks = isSealed ? [...others, 'sealed'] : others;
  writer.update(row.case_id, { secrecy: JSON.stringify(marks), is_sealed: Number(isSealed) });
}

function handOver(writer: CaseWriter, rows: CaseRows, request: EventOf<'HAND_OVER_MATERIAL'>): void {
  const { materialNo, handedBy, takenBy, sm3, isReturned } = request.detail;
  const material = rows.materials.find(({ no }) => no === materialNo);
  if (material === undefined) return;
  const { case_id: id } = rows.case;
  writer.addCustody(id, material.seq, request.occurredTime, handedBy, takenBy, sm3);
  if (!isReturned) return;
  const sql = 'UPDATE material SET returned_at = ? WHERE case_id = ? AND seq = ?';
  writer.run(sql, request.occurredTime, id, material.seq);
}

function endPauses(writer: CaseWriter, id: string, at: number): void {
  writer.run('UPDATE pause SET to_at = ? WHERE case_id = ? AND to_at IS NULL', at, id);
}

function returnMaterials(writer: CaseWriter, id: string, at: number): void {
  writer.run('UPDATE material SET returned_at = ? WHERE case_id = ? AND returned_at IS NULL', at, id);
}
