const common = [
  ...'id caseNo service region stage status statusLabel openedAt closedAt'.split(' '),
  ...'agency statusHistory parties handlers documents deadlines'.split(' '),
];

/** By type, the fields that stay where a group is MASKED: the fact, without person, number, amount or text. */
const masked: Readonly<Record<string, string>> = {
  StatusEvent: 'service from to toLabel event at actorRole',
  Organization: 'id',
  // Nobody is named: which role a person or a body has, on which side, and whether a lawyer stands beside them.
  CaseParty: 'role roleLabel side represented organization',
  // The public register of practitioners names these (公证法, 律师法, 决定): handling a case is no secret of a party.
  Handler: 'role roleLabel name organization from to',
  Document: 'kind title issuedAt issuer',
  Deadline: 'ruleId name startAt length unit dueAt metAt state pausedDays citation',
  LegalAidCase:
    'form application consultation hardshipCheck decision decisions notice assignments replacements objection subsidies dutyLawyer outcome fileSubmittedAt fileReviewedAt qualityReviews',
  LegalAidApplication: 'receivedAt jurisdictionGround urgent supplement redirectedTo',
  SupplementNotice: 'issuedAt answeredAt',
  LegalAidConsultation: 'channel askedAt answeredAt toldOfRight satisfaction',
  HardshipCheck: 'satisfied mode exemptGround notLimitedGround result',
  AidDecision: 'kind decidedAt servedAt',
  NoticeFromOrgan: 'organ foundAt receivedAt',
  AidAssignment:
    'assignedAt firm mode conflictDeclaration juvenileExperience firmRepliedAt agreementSignedAt',
  LawyerReplacement: 'requestedBy requestedAt decidedAt approved',
  AidObjection: 'filedAt bureau decidedAt result',
  AidSubsidy: 'standard paidAt',
  DutyLawyerSession: 'help startedAt applicationForwardedAt',
  QualityReview: 'method grade reviewedAt',
  NotaryCase:
    'acceptanceNo matter application pauses certificate enforcementCertificate reExamination auxiliaryTasks',
  NotaryApplication: 'venueGround handlingMode acceptedAt informedAt',
  NotaryPause: 'ruleId from to',
  NotarialCertificate: 'issuedAt kind series status',
  EnforcementCertificate: 'requestedAt issuedAt refusedAt',
  ReExamination: 'requestedAt decidedAt result carriedOutAt',
  NotaryAuxiliaryTask: 'kind court entrustedAt',
  ForensicAppraisalCase:
    'commission category standards institution pauses extensions opinion foreignRelatedReport testimony',
  AppraisalCommission:
    'clientKind receivedAt effectiveAt isReappraisal reappraisalGround agreedTermDays consumptionConsent',
  ForensicInstitution: 'organization licenceNo licenceState scope',
  AppraisalPause: 'ruleId from to',
  AppraisalExtension: 'ruleId workingDays approvedAt clientToldAt',
  AppraisalOpinion: 'isIssued issuedAt',
  ForeignRelatedReport: 'reportedTo reportedAt',
  AppraisalTestimony: 'court noticeAt appearedAt mode',
  MediationCase:
    'source disputeType organKind isPublic acceptedAt consents disclosures sessions agreementReached agreement confirmation followUps',
  MediationConsent: 'party at agreed',
  MediationDisclosure: 'at consented',
  MediationSession: 'at place mode',
  MediationAgreement: 'form effectiveAt status obligations performance',
  MediationObligation: 'obligationNo dueDate performedAt',
  MediationPerformance: 'obligationNo at',
  JudicialConfirmation: 'court filedAt acceptedAt decidedAt result',
  MediationFollowUp: 'at performed',
};

/** Coordinates (`Type.field`) that stay where a group is MASKED. */
export const maskedLeaves: ReadonlySet<string> = new Set(
  Object.entries(masked).flatMap(([type, fields]) =>
    [...(type.endsWith('Case') ? common : []), ...fields.split(' ')].map((field) => `${type}.${field}`),
  ),
);
