import { randomBytes } from 'node:crypto';
import type { CaseReader } from '../store/caseReader.ts';
import type { CaseWriter } from '../store/caseWriter.ts';
import { normaliseCaseNo } from '../store/normaliseCaseNo.ts';
import type { RegisterReader } from '../store/registerReader.ts';
import { SystemError } from '../wire/systemError.ts';
import { addMaterial } from './applyEvent.ts';
import type { CommissionRequest } from './eventRequest.ts';
import type { RecordedEvent } from './recordEvent.ts';

const CHINA_OFFSET_MS = 8 * 3_600_000;
/** Statuses of a case whose opinion exists: only then can it be supplemented or repeated. */
const WITH_OPINION = new Set(['ISSUED', 'CORRECTED', 'TESTIMONY_DUE', 'TESTIFIED', 'REFUSED_TO_TESTIFY']);
/** The word for the specialty in a case number, 某所[2026]临鉴字第1号. */
const SERIES: Readonly<Record<string, string>> = {
  CLINICAL: '临',
  PATHOLOGY: '病',
  PSYCHIATRIC: '精',
  PHYSICAL_EVIDENCE: '物',
  TOXICOLOGY: '毒',
  DOCUMENT: '文',
  TRACE: '痕',
  MICRO: '微',
  AUDIO: '声像',
  IMAGE: '声像',
  ELECTRONIC_DATA: '电',
};

export interface CommissionStores {
  readonly reader: CaseReader;
  readonly writer: CaseWriter;
  readonly register: RegisterReader;
}

/**
 * Takes in a commission as a new case in COMMISSIONED, numbered in the institution's series of the year. Call inside
 * a transaction.
 * @throws {SystemError} for an unknown institution, a client named in no way or in two, or an appraisal that cannot
 * be supplemented or repeated.
 */
export function commissionCase(stores: CommissionStores, request: CommissionRequest): RecordedEvent {
  const { detail, occurredTime: at, operatorRole } = request;
  const { writer, register } = stores;
  const institution = register.institutionName(detail.institutionId);
  if (institution === null) throw new SystemError('BAD_REQUEST', 'institutionId is not in the register');
  checkClient(detail);
  checkEarlierCase(stores.reader, detail);
  if (register.hasNumber(normaliseCaseNo(detail.commissionNo))) {
    throw new SystemError('DUPLICATE_NUMBER', 'commissionNo');
  }
  const caseId = randomBytes(10).toString('hex').toUpperCase();
  const caseNo = nextCaseNo(stores, institution, detail, at);
  const isParty = detail.clientKind === 'PARTY';
  writer.insertCase({
    case_id: caseId,
    case_no: caseNo,
    other_nos: JSON.stringify([detail.commissionNo]),
    region: detail.regionCode,
    institution_id: detail.institutionId,
    status: 'COMMISSIONED',
    category: detail.category,
    matters: JSON.stringify(detail.matters),
    standards: '[]',
    received_at: at,
    commission_no: detail.commissionNo,
    client_kind: detail.clientKind,
    client_body_id: isParty ? null : detail.clientOrgId,
    client_id_type: isParty ? detail.clientIdType : null,
    client_id_no: isParty ? detail.clientIdNo : null,
    commissioned_at: at,
    purpose: detail.purpose,
    requirement: detail.requirement,
    is_reappraisal: Number(detail.repeatsCaseId !== null),
    agreed_term_days: detail.agreedTermDays,
    fee: detail.fee,
    consumption_consent: detail.consumptionConsent === null ? null : Number(detail.consumptionConsent),
    reappraisal_ground: detail.reappraisalGround,
    supplements_case_id: detail.supplementsCaseId,
    repeats_case_id: detail.repeatsCaseId,
    unified_code: detail.unifiedCode,
    secrecy: JSON.stringify(detail.secrecyMarks),
    is_sealed: 0,
  });
  for (const printed of [caseNo, detail.commissionNo]) writer.addNumber(printed, caseId);
  for (const party of detail.parties) {
    const { partyRole, side, name, idType, idNo, orgId, lawyerCertNo, agentIdType, agentIdNo } = party;
    writer.append(
      'party',
      caseId,
      partyRole,
      side,
      name,
      idType,
      idNo,
      orgId,
      lawyerCertNo,
      agentIdType,
      agentIdNo,
    );
  }
  for (const material of detail.materials) addMaterial(writer, caseId, material, at);
  writer.append(
    'case_event',
    caseId,
    null,
    'COMMISSIONED',
    'COMMISSION',
    at,
    operatorRole,
    detail.commissionNo,
    null,
  );
  return { caseId, region: detail.regionCode, status: 'COMMISSIONED' };
}

function checkClient({
  clientKind,
  clientOrgId,
  clientIdType,
  clientIdNo,
}: CommissionRequest['detail']): void {
  const isPerson = clientIdType !== null && clientIdNo !== null;
  if (clientKind === 'PARTY' ? !isPerson : clientOrgId === null) {
    throw new SystemError(
      'BAD_REQUEST',
      'a client of kind 4 needs clientIdType and clientIdNo, others clientOrgId',
    );
  }
}

function checkEarlierCase(reader: CaseReader, detail: CommissionRequest['detail']): void {
  const { supplementsCaseId, repeatsCaseId, reappraisalGround, institutionId } = detail;
  if (supplementsCaseId !== null && repeatsCaseId !== null) {
    throw new SystemError('NOT_REAPPRAISABLE', 'a case cannot both supplement and repeat another');
  }
  if ((repeatsCaseId === null) !== (reappraisalGround === null)) {
    throw new SystemError('NOT_REAPPRAISABLE', 'repeatsCaseId and reappraisalGround go together');
  }
  const earlierId = supplementsCaseId ?? repeatsCaseId;
  if (earlierId === null) return;
  const earlier = reader.rowsOf(earlierId);
  if (earlier === null) throw new SystemError('UNKNOWN_CASE', earlierId);
  if (!WITH_OPINION.has(earlier.case.status))
    throw new SystemError('NOT_REAPPRAISABLE', 'it has no opinion yet');
  if (supplementsCaseId !== null && earlier.case.institution_id !== institutionId) {
    throw new SystemError('NOT_REAPPRAISABLE', 'a supplementary appraisal stays with the institution');
  }
}

function nextCaseNo(
  { writer, register }: CommissionStores,
  institution: string,
  { institutionId, category }: CommissionRequest['detail'],
  at: number,
): string {
  const series = SERIES[category] ?? '环';
  const year = new Date(at + CHINA_OFFSET_MS).getUTCFullYear();
  const shortName = institution.replace(/[（(].*$/u, '').replace('司法鉴定', '司鉴');
  for (;;) {
    const serial = writer.nextSerial(institutionId, series, year);
    const caseNo = `${shortName}[${year}]${series}鉴字第${serial}号`;
    if (!register.hasNumber(normaliseCaseNo(caseNo))) return caseNo;
  }
}
