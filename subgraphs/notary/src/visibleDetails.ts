import { normaliseNumber } from '@tongban/kit';
import type {
  AuxiliaryTaskRecord,
  CertificateRecord,
  EnforceabilityRecord,
  EnforcementCertificateRecord,
  FeeReductionRecord,
  HoldingRecord,
  NotaryCaseRecord,
  ReExaminationRecord,
  SubjectRecord,
} from './notaryCaseRecord.ts';

/**
 * What is left of each part of a case at a level of the sharing matrix. FULL is the part as it is; MASKED keeps the fact
 * and drops numbers, names, amounts and texts; below that the part is null, as where there is none.
 */
export type Level = 'FULL' | 'MASKED' | 'YES_NO' | 'NONE';

export function isShown(level: Level): boolean {
  return level === 'FULL' || level === 'MASKED';
}

export function visibleApplication({ application }: NotaryCaseRecord, level: Level) {
  if (!isShown(level)) return null;
  return level === 'FULL'
    ? application
    : { ...application, applicationNo: null, purpose: null, placeOfUse: null };
}

/** The decision behind a fee reduction is a case of legal aid; that subgraph says who may see it. */
export function visibleFeeReduction(reduction: FeeReductionRecord | null, level: Level) {
  // The shared type has no way to say "reduced" without the amounts, so it is all or nothing.
  if (reduction === null || level !== 'FULL') return null;
  const { basis, basisDocumentNo } = reduction;
  const quotesAid = basis === 'LEGAL_AID' && basisDocumentNo !== null;
  return {
    ...reduction,
    basisCase: quotesAid
      ? { __typename: 'LegalAidCase' as const, ref: `no:${normaliseNumber(basisDocumentNo)}` }
      : null,
  };
}

export function visibleCertificate(certificate: CertificateRecord | null, level: Level) {
  if (certificate === null || !isShown(level)) return null;
  if (level === 'FULL')
    return { ...certificate, enforceability: toEnforceability(certificate.enforceability) };
  return {
    ...certificate,
    certificateNo: null,
    language: null,
    copies: null,
    enforceability: null,
    legalisation: null,
  };
}

export function visibleEnforcementCertificate(
  certificate: EnforcementCertificateRecord | null,
  level: Level,
) {
  if (certificate === null || !isShown(level)) return null;
  return level === 'FULL' ? certificate : { ...certificate, certificateNo: null, amount: null, reason: null };
}

/** `facts` is the level of what the parties told: who asked for the re-examination, and what for. */
export function visibleReExamination(reExamination: ReExaminationRecord | null, level: Level, facts: Level) {
  if (reExamination === null || !isShown(level)) return null;
  const full = facts === 'FULL';
  return {
    ...reExamination,
    requestedBy: full ? toSubject(reExamination.requestedBy) : null,
    errorClaimed: full ? reExamination.errorClaimed : null,
  };
}

export function visibleHolding(holding: HoldingRecord) {
  return { ...holding, giver: toSubject(holding.giver), receiver: toSubject(holding.receiver) };
}

export function visibleTask(task: AuxiliaryTaskRecord, level: Level) {
  const court = { __typename: 'Organization' as const, id: task.court };
  return level === 'FULL' ? { ...task, court } : { ...task, court, courtCaseNo: null, report: null };
}

function toEnforceability(debt: EnforceabilityRecord | null) {
  return debt === null
    ? null
    : { ...debt, creditor: toSubject(debt.creditor), debtor: toSubject(debt.debtor) };
}

/** References that the owners of persons and bodies resolve. */
function toSubject({ credential, organization }: SubjectRecord) {
  return {
    person: credential === null ? null : { __typename: 'Person' as const, credential },
    organization: organization === null ? null : { __typename: 'Organization' as const, id: organization },
  };
}
