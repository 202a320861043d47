import type {
  AssignmentRecord,
  DecisionRecord,
  DutyLawyerRecord,
  HardshipCheckRecord,
  LegalAidCaseRecord,
  NoticeRecord,
  QualityReviewRecord,
  SubsidyRecord,
} from './legalAidCaseRecord.ts';

/**
 * What is left of each part of a case at a level of the sharing matrix. FULL is the part as it is; MASKED keeps the fact
 * and drops numbers, names, amounts and texts; NONE is null, as where there is none.
 */
export type Level = 'FULL' | 'MASKED' | 'YES_NO' | 'NONE';

/** A natural person, resolved further by the subgraph that knows persons. */
export function personOf(credential: string | null) {
  return credential === null ? null : { __typename: 'Person' as const, credential };
}

/** A body, resolved further by the subgraph that knows bodies. */
export function organizationOf(id: string | null) {
  return id === null ? null : { __typename: 'Organization' as const, id };
}

/** The applicant or recipient, whole or not at all. */
export function visibleRecipient({ parties }: LegalAidCaseRecord, level: Level) {
  if (level !== 'FULL') return null;
  const party =
    parties.find(({ role }) => role === 'RECIPIENT') ??
    parties.find(({ role }) => role === 'APPLICANT') ??
    null;
  return party && personOf(party.credential);
}

/** The application; `facts` is the level of what the applicant told. */
export function visibleApplication({ application }: LegalAidCaseRecord, level: Level, facts: Level) {
  if (application === null || !isShown(level)) return null;
  const { opposingParties, supplement, redirectedTo, ...rest } = application;
  const full = level === 'FULL';
  return {
    ...rest,
    applicationNo: full ? rest.applicationNo : null,
    receiptNo: full ? rest.receiptNo : null,
    matterStage: full ? rest.matterStage : null,
    caseFacts: facts === 'FULL' ? rest.caseFacts : null,
    opposingParties:
      facts === 'FULL'
        ? opposingParties.map(({ credential, organization }) => ({
            person: personOf(credential),
            organization: organizationOf(organization),
          }))
        : null,
    supplement: supplement && { ...supplement, items: full ? supplement.items : null },
    redirectedTo: organizationOf(redirectedTo),
  };
}

/** The consultation, without number and topic where masked. */
export function visibleConsultation({ consultation }: LegalAidCaseRecord, level: Level) {
  if (consultation === null || !isShown(level)) return null;
  return level === 'FULL' ? consultation : { ...consultation, consultNo: null, topic: null };
}

/** Masked, the grounds alone; at YES_NO, only whether the condition is met or does not apply. */
export function visibleHardship(check: HardshipCheckRecord, level: Level) {
  if (level === 'NONE') return null;
  const satisfied = { PENDING: null, NOT_MET: false, MET: true, NOT_REQUIRED: true }[check.result];
  if (level === 'FULL') return { ...check, satisfied };
  const { mode, exemptGround, notLimitedGround, result } = check;
  return level === 'MASKED' ? { satisfied, mode, exemptGround, notLimitedGround, result } : { satisfied };
}

/** A decision, without number and reason where masked. */
export function visibleDecision(decision: DecisionRecord, level: Level) {
  return level === 'FULL' ? decision : { ...decision, decisionNo: null, reasonCode: null };
}

/** An organ's notice; custody is part of the facts of the case. */
export function visibleNotice(notice: NoticeRecord | null, level: Level, facts: Level) {
  if (notice === null || !isShown(level)) return null;
  const full = level === 'FULL';
  return {
    ...notice,
    organ: organizationOf(notice.organ),
    noticeNo: full ? notice.noticeNo : null,
    ground: full ? notice.ground : null,
    detained: facts === 'FULL' ? notice.detained : null,
    placeOfDetention: facts === 'FULL' ? notice.placeOfDetention : null,
  };
}

/** An assignment, without number and name where masked. */
export function visibleAssignment(assignment: AssignmentRecord, level: Level) {
  const firm = organizationOf(assignment.firm);
  return level === 'FULL'
    ? { ...assignment, firm }
    : { ...assignment, firm, assignmentNo: null, practitionerName: null, yearsOfPractice: null };
}

/** A subsidy, without amount and name where masked. */
export function visibleSubsidy(subsidy: SubsidyRecord, level: Level) {
  return level === 'FULL' ? subsidy : { ...subsidy, amount: null, payee: null };
}

/** A duty lawyer's help; where, and the number of the record, only in full. */
export function visibleDutyLawyer(session: DutyLawyerRecord | null, level: Level) {
  if (session === null || !isShown(level)) return null;
  return level === 'FULL' ? session : { ...session, place: null, recordNo: null };
}

/** A review of quality, without who reviewed where masked. */
export function visibleQualityReview(review: QualityReviewRecord, level: Level) {
  return level === 'FULL' ? review : { ...review, reviewer: null };
}

/** Whether a part is shown at all: YES_NO parts have no fields of their own but the hardship check's. */
export function isShown(level: Level): boolean {
  return level === 'FULL' || level === 'MASKED';
}
