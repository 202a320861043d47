import { normaliseNumber, type SharingLevel } from '@tongban/kit';
import type { AppraisalCaseRecord, AppraiserRecord, FeeReductionRecord } from './appraisalCaseRecord.ts';

/** How much of each group of fields the caller sees of one case. */
export type LevelOf = (group: string) => SharingLevel;

/** A natural person, resolved further by the subgraph that knows persons. */
export function personOf(credential: string | null) {
  return credential === null ? null : { __typename: 'Person' as const, credential };
}

/** A body, resolved further by the subgraph that knows bodies. */
export function organizationOf(id: string | null) {
  return id === null ? null : { __typename: 'Organization' as const, id };
}

/** Whether a part is shown at all, if need be without what identifies or weighs. */
export function isShown(level: SharingLevel): boolean {
  return level === 'FULL' || level === 'MASKED';
}

/** The person examined, whole or not at all. */
export function visibleSubject({ parties }: AppraisalCaseRecord, of: LevelOf) {
  if (of('parties') !== 'FULL') return null;
  return personOf(parties.find(({ role }) => role === 'SUBJECT')?.credential ?? null);
}

/** The commission: who asked goes with the parties, what for with the facts of the case, the fee with fees. */
export function visibleCommission({ commission, region }: AppraisalCaseRecord, of: LevelOf) {
  const [level, parties, facts, fee] = [of('case'), of('parties'), of('caseFacts'), of('fee')];
  if (!isShown(level)) return null;
  const full = level === 'FULL';
  const isNamed = full && parties === 'FULL';
  const isTold = facts === 'FULL';
  const { supplementsKey, repeatsKey, ...rest } = commission;
  return {
    ...rest,
    commissionNo: full ? rest.commissionNo : null,
    clientOrganization: full ? organizationOf(rest.clientOrganization) : null,
    clientPerson: isNamed ? personOf(rest.clientCredential) : null,
    purpose: isTold ? rest.purpose : null,
    requirement: isTold ? rest.requirement : null,
    fee: fee === 'FULL' ? rest.fee : null,
    /** For the resolvers of `supplements` and `repeats`. */
    earlier: {
      supplements: supplementsKey === null ? null : { region, key: supplementsKey },
      repeats: repeatsKey === null ? null : { region, key: repeatsKey },
    },
  };
}

/** An appraiser as the public register names the person. */
export function visibleAppraiser({ institution, ...appraiser }: AppraiserRecord) {
  return { ...appraiser, institution: organizationOf(institution) };
}

/** The pauses; their reasons may speak of an illness and go with the facts of the case. */
export function visiblePauses({ pauses }: AppraisalCaseRecord, of: LevelOf) {
  const [level, facts] = [of('deadlines'), of('caseFacts')];
  if (!isShown(level)) return null;
  return pauses.map((pause) => ({
    ...pause,
    reason: facts === 'FULL' ? pause.reason : null,
    suspendGround: level === 'FULL' ? pause.suspendGround : null,
  }));
}

/** The opinion; at YES_NO only that there is one. The text goes to the client (通则 art. 6 and local acts). */
export function visibleOpinion({ opinion }: AppraisalCaseRecord, level: SharingLevel) {
  if (opinion === null || level === 'NONE') return null;
  if (level === 'FULL') return { ...opinion, isIssued: true };
  return { isIssued: true, issuedAt: level === 'MASKED' ? opinion.issuedAt : null };
}

/** The report of a foreign element, without what is foreign where the facts are not shown. */
export function visibleForeignReport({ foreignReport }: AppraisalCaseRecord, of: LevelOf) {
  const [level, facts] = [of('case'), of('caseFacts')];
  if (foreignReport === null || !isShown(level)) return null;
  const { element, reportedTo, reportedAt } = foreignReport;
  const isTold = facts === 'FULL';
  return { element: isTold ? element : null, reportedTo: organizationOf(reportedTo), reportedAt };
}

/** Testimony, without the reason of an absence where masked. */
export function visibleTestimony({ testimony }: AppraisalCaseRecord, level: SharingLevel) {
  if (testimony === null || !isShown(level)) return null;
  const absentReason = level === 'FULL' ? testimony.absentReason : null;
  return { ...testimony, court: organizationOf(testimony.court), absentReason };
}

/**
 * Help with the fee, whole or not at all: its amounts weigh. The other side never learns of one that rests on legal aid,
 * whatever the matrix says of fees: it would tell that there is legal aid (法律援助法 art. 21).
 */
export function visibleFeeReduction(
  fee: FeeReductionRecord | null,
  level: SharingLevel,
  isOpposing: boolean,
) {
  if (fee === null || level !== 'FULL' || (isOpposing && fee.basis === 'LEGAL_AID')) return null;
  const { basis, basisDocumentNo } = fee;
  const basisCase =
    basis === 'LEGAL_AID' && basisDocumentNo !== null
      ? { __typename: 'LegalAidCase' as const, ref: `no:${normaliseNumber(basisDocumentNo)}` }
      : null;
  return { ...fee, basisCase };
}
