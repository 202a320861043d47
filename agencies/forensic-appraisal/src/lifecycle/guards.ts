import type { CaseReader } from '../store/caseReader.ts';
import { normaliseCaseNo } from '../store/normaliseCaseNo.ts';
import type { RegisteredAppraiser, RegisterReader } from '../store/registerReader.ts';
import type { CaseRows } from '../store/rows.ts';
import { SystemError } from '../wire/systemError.ts';
import type { EventOf, EventRequest, NamedAppraiser } from './eventRequest.ts';

/** The most that the head may add, 通则 art. 28: 一般不得超过三十个工作日. */
export const MAX_EXTENSION_WORKING_DAYS = 30;
/** Staff role of an appraiser who had to withdraw; kept, so that nobody names him again. */
export const RECUSED = 'RECUSED_APPRAISER';
const FOREIGN_DOCUMENTS = new Set(['PASSPORT', 'FPR_2023', 'FPR_OLD']);

export interface GuardSources {
  readonly reader: Pick<CaseReader, 'rowsOf'>;
  readonly register: RegisterReader;
}

/**
 * What must hold beyond the right status.
 * @throws {SystemError} with the code of the first rule that is broken, naming the article.
 */
export function guard(sources: GuardSources, rows: CaseRows, request: EventRequest): void {
  if (request.event === 'SIGN_COMMISSION') guardAcceptance(sources, rows, request);
  if (request.event === 'ASSIGN_APPRAISERS') guardAssignment(sources, rows, request);
  if (request.event === 'RECUSE_APPRAISER') guardRecusal(sources, rows, request);
  if (request.event === 'EXTEND') guardExtension(rows, request);
  if (request.event === 'ISSUE') guardOpinion(sources, rows, request);
  if (request.event === 'REDUCE_FEE') guardFeeReduction(request);
  if (request.event === 'HAND_OVER_MATERIAL') guardMaterial(rows, request.detail.materialNo);
}

function guardAcceptance(
  { register }: GuardSources,
  rows: CaseRows,
  request: EventOf<'SIGN_COMMISSION'>,
): void {
  const { case_id, institution_id, matters } = rows.case;
  const unconfirmed = rows.materials.filter(({ is_confirmed }) => is_confirmed === 0);
  if (unconfirmed.length > 0) {
    throw new SystemError('MATERIAL_UNCONFIRMED', unconfirmed.map(({ no }) => no).join(', '));
  }
  if (request.detail.isParallel || register.hasParallelCase(case_id, institution_id, matters)) {
    throw new SystemError('PARALLEL_COMMISSION', 'refuse it with event REFUSE, ground 6');
  }
  const isForeign = rows.parties.some(({ id_type }) => id_type !== null && FOREIGN_DOCUMENTS.has(id_type));
  if (isForeign && rows.foreignReport === null) {
    throw new SystemError('FOREIGN_REPORT_MISSING', 'record REPORT_FOREIGN_ELEMENT first');
  }
}

function guardAssignment(
  sources: GuardSources,
  rows: CaseRows,
  { detail }: EventOf<'ASSIGN_APPRAISERS'>,
): void {
  const certNos = new Set(detail.appraisers.map(({ certNo }) => certNo));
  if (certNos.size < 2) throw new SystemError('TOO_FEW_APPRAISERS', `${certNos.size} named`);
  for (const named of detail.appraisers) guardAppraiser(sources, rows, named);
}

/** An appraiser who withdraws leaves at least two behind, or is replaced by one who may act (通则 arts 19-21). */
function guardRecusal(sources: GuardSources, rows: CaseRows, { detail }: EventOf<'RECUSE_APPRAISER'>): void {
  const { certNo, replacement } = detail;
  if (sources.register.appraiser(certNo) === null) throw new SystemError('APPRAISER_NOT_QUALIFIED', certNo);
  const assigned = currentAppraisers(rows);
  if (replacement !== null) guardAppraiser(sources, rows, replacement);
  if (!assigned.includes(certNo)) return;
  const remaining = new Set(assigned.filter((other) => other !== certNo));
  if (replacement !== null && replacement.certNo !== certNo) remaining.add(replacement.certNo);
  if (remaining.size < 2) throw new SystemError('TOO_FEW_APPRAISERS', `${remaining.size} would remain`);
}

function guardAppraiser(sources: GuardSources, rows: CaseRows, named: NamedAppraiser): void {
  const { certNo, declaresNoInterest, earlierPart } = named;
  const { supplements_case_id, repeats_case_id } = rows.case;
  const supplemented = supplements_case_id === null ? null : appraisersOf(sources, supplements_case_id);
  const repeated = repeats_case_id === null ? null : appraisersOf(sources, repeats_case_id);

  const appraiser = sources.register.appraiser(certNo);
  if (appraiser === null || !isQualified(appraiser, rows)) {
    throw new SystemError('APPRAISER_NOT_QUALIFIED', certNo);
  }
  if (supplemented?.has(certNo) === false) {
    throw new SystemError('NOT_REAPPRAISABLE', `${certNo} did not do the appraisal that is supplemented`);
  }
  const mayHaveAppraised = supplemented !== null && earlierPart === 'APPRAISED';
  const tookPart = earlierPart !== null && !mayHaveAppraised;
  const wasRecused = rows.staff.some(({ role, cert_no }) => role === RECUSED && cert_no === certNo);
  if (!declaresNoInterest || tookPart || wasRecused || isParty(appraiser, rows)) {
    throw new SystemError('RECUSAL', certNo);
  }
  if (repeated?.has(certNo) === true) {
    throw new SystemError('RECUSAL', `${certNo} did the appraisal that is repeated`);
  }
}

function guardExtension({ extensions }: CaseRows, { detail }: EventOf<'EXTEND'>): void {
  const granted = extensions
    .filter(({ rule_id }) => rule_id === 'D-21')
    .reduce((sum, { days }) => sum + days, 0);
  if (granted + detail.workingDays > MAX_EXTENSION_WORKING_DAYS) {
    throw new SystemError('EXTENSION_TOO_LONG', `${granted} granted, ${detail.workingDays} asked`);
  }
}

function guardOpinion({ register }: GuardSources, rows: CaseRows, { detail }: EventOf<'ISSUE'>): void {
  const assigned = new Set(currentAppraisers(rows));
  const signed = new Set(detail.signatures.map(({ certNo }) => certNo));
  if (assigned.size < 2) throw new SystemError('TOO_FEW_APPRAISERS', `${assigned.size} assigned`);
  const missing = [...assigned].filter((certNo) => !signed.has(certNo));
  const foreign = [...signed].filter((certNo) => !assigned.has(certNo));
  if (missing.length > 0) throw new SystemError('SIGNATURE_MISSING', missing.join(', '));
  if (foreign.length > 0) {
    throw new SystemError('SIGNATURE_MISSING', `${foreign.join(', ')} did not take part and may not sign`);
  }
  if (register.hasNumber(normaliseCaseNo(detail.opinionNo))) {
    throw new SystemError('DUPLICATE_NUMBER', 'opinionNo');
  }
}

function guardFeeReduction({ detail }: EventOf<'REDUCE_FEE'>): void {
  if (detail.basis === 'LEGAL_AID' && detail.basisDocumentNo === null) {
    throw new SystemError('FEE_BASIS_MISSING', 'basis 1 needs basisDocumentNo');
  }
  if (detail.reducedBy > detail.standardFee)
    throw new SystemError('BAD_REQUEST', 'reducedBy exceeds standardFee');
}

function guardMaterial({ materials }: CaseRows, materialNo: string): void {
  if (!materials.some(({ no }) => no === materialNo)) {
    throw new SystemError('BAD_REQUEST', 'materialNo is not a material of this case');
  }
}

function isQualified(
  appraiser: RegisteredAppraiser,
  { case: { institution_id, category } }: CaseRows,
): boolean {
  const categories = JSON.parse(appraiser.categories) as string[];
  return (
    appraiser.licence_state === 'VALID' &&
    appraiser.institution_id === institution_id &&
    (categories.length === 0 || categories.includes(category))
  );
}

function isParty({ id_type, id_no }: RegisteredAppraiser, { parties }: CaseRows): boolean {
  if (id_no === null) return false;
  return parties.some(
    (party) =>
      (party.id_no === id_no && party.id_type === id_type) ||
      (party.agent_id_no === id_no && party.agent_id_type === id_type),
  );
}

function appraisersOf({ reader }: GuardSources, caseId: string): Set<string> {
  const rows = reader.rowsOf(caseId);
  return new Set(rows === null ? [] : currentAppraisers(rows));
}

function currentAppraisers({ staff }: CaseRows): string[] {
  return staff
    .filter(({ role, to_at }) => role === 'APPRAISER' && to_at === null)
    .map(({ cert_no }) => cert_no);
}
