import type { FieldGroup, SharedService } from '@tongban/schema';

/** The object type of each service's cases. */
export const caseTypes: Readonly<Record<SharedService, string>> = {
  LEGAL_AID: 'LegalAidCase',
  NOTARY: 'NotaryCase',
  FORENSIC_APPRAISAL: 'ForensicAppraisalCase',
  MEDIATION: 'MediationCase',
};

/** Groups that a service has no field of: nothing of them can be shown, whatever the matrix allows. */
export const groupsWithoutFields: Readonly<Record<SharedService, readonly FieldGroup[]>> = {
  LEGAL_AID: ['will', 'certificate', 'opinion', 'materials', 'statements', 'agreement', 'confirmation'],
  NOTARY: ['hardship', 'opinion', 'statements', 'agreement', 'confirmation'],
  FORENSIC_APPRAISAL: ['hardship', 'will', 'certificate', 'statements', 'agreement', 'confirmation'],
  MEDIATION: ['hardship', 'fee', 'will', 'certificate', 'opinion', 'materials', 'statements'],
};

/** `BY_MEMBERS`: shown as far as the cases at the other ends are. `BY_DUTY`: the agency's own, for its staff and auditors. */
export type GroupOfField = FieldGroup | 'BY_MEMBERS' | 'BY_DUTY';

const everyCase: Readonly<Record<string, GroupOfField>> = {
  id: 'case',
  caseNo: 'case',
  service: 'case',
  agency: 'case',
  region: 'case',
  stage: 'case',
  status: 'case',
  statusLabel: 'case',
  openedAt: 'case',
  closedAt: 'case',
  statusHistory: 'case',
  parties: 'parties',
  handlers: 'assignment',
  documents: 'documents',
  deadlines: 'deadlines',
  links: 'BY_MEMBERS',
  thread: 'BY_MEMBERS',
};

/**
 * The group of every field of every case type, and of those fields further in that belong to another group than the
 * field they stand under. A field of a case type that is missing here fails a test.
 */
export const fieldGroupsByType: Readonly<Record<string, Readonly<Record<string, GroupOfField>>>> = {
  StatusEvent: { documentNo: 'documents' },
  LegalAidCase: {
    ...everyCase,
    recipient: 'parties',
    form: 'case',
    ground: 'case',
    application: 'case',
    consultation: 'case',
    hardshipCheck: 'hardship',
    decision: 'documents',
    decisions: 'documents',
    notice: 'case',
    assignments: 'assignment',
    replacements: 'assignment',
    objection: 'case',
    subsidies: 'fee',
    dutyLawyer: 'assignment',
    progressReports: 'caseFacts',
    outcome: 'case',
    recovered: 'case',
    fileSubmittedAt: 'case',
    fileReviewedAt: 'case',
    qualityReviews: 'fee',
  },
  LegalAidApplication: { caseFacts: 'caseFacts', opposingParties: 'caseFacts' },
  NoticeFromOrgan: { detained: 'caseFacts', placeOfDetention: 'caseFacts' },
  AidObjection: { againstDecisionNo: 'documents' },
  NotaryCase: {
    ...everyCase,
    acceptanceNo: 'case',
    matter: 'case',
    application: 'case',
    pauses: 'deadlines',
    verifications: 'caseFacts',
    fee: 'fee',
    feeReduction: 'fee',
    refuseGround: 'case',
    terminateGround: 'case',
    certificate: 'certificate',
    enforcementCertificate: 'certificate',
    reExamination: 'certificate',
    evidence: 'materials',
    will: 'will',
    holdings: 'materials',
    auxiliaryTasks: 'case',
  },
  ReExamination: { requestedBy: 'caseFacts', errorClaimed: 'caseFacts' },
  ForensicAppraisalCase: {
    ...everyCase,
    unifiedCode: 'case',
    commission: 'case',
    subject: 'parties',
    category: 'case',
    matters: 'case',
    standards: 'case',
    institution: 'assignment',
    appraisers: 'assignment',
    materials: 'materials',
    examinedAt: 'case',
    pauses: 'deadlines',
    extensions: 'deadlines',
    opinion: 'opinion',
    notAcceptGround: 'case',
    terminateGround: 'case',
    feeReduction: 'fee',
    foreignRelatedReport: 'case',
    testimony: 'case',
  },
  AppraisalCommission: {
    clientPerson: 'parties',
    purpose: 'caseFacts',
    requirement: 'caseFacts',
    fee: 'fee',
    supplements: 'BY_MEMBERS',
    repeats: 'BY_MEMBERS',
  },
  AppraisalPause: { reason: 'caseFacts' },
  ForeignRelatedReport: { element: 'caseFacts' },
  FeeReduction: { basisCase: 'BY_MEMBERS' },
  MediationCase: {
    ...everyCase,
    source: 'case',
    disputeType: 'case',
    organKind: 'case',
    isPublic: 'case',
    acceptedAt: 'case',
    escalationRisk: 'BY_DUTY',
    consents: 'parties',
    disclosures: 'caseFacts',
    sessions: 'caseFacts',
    agreementReached: 'agreement',
    agreement: 'agreement',
    confirmation: 'confirmation',
    notarialCertificateNo: 'agreement',
    followUps: 'agreement',
  },
};

/** What a YES_NO cell leaves: whether there is one. */
export const yesNoLeaves: ReadonlySet<string> = new Set([
  'HardshipCheck.satisfied',
  'AppraisalOpinion.isIssued',
  'MediationCase.agreementReached',
]);
