import type { AgencyService } from './syntheticWorld.ts';

/** One legal step: from where, by what event, to where. `from` null opens a case. */
export interface LifecycleStep {
  readonly from: string | null;
  readonly event: string;
  readonly to: string;
}

/** The lifecycle of one service as its law and standards have it, kept apart from the agencies' own tables to check them by. */
export interface Lifecycle {
  readonly steps: readonly LifecycleStep[];
  /** Events that are recorded without moving the status. */
  readonly recordings: readonly string[];
  /** Statuses that end the work: reaching one sets `closedAt`, leaving it for another status clears it. */
  readonly closing: readonly string[];
}

function step(from: string | readonly (string | null)[] | null, event: string, to: string): LifecycleStep[] {
  const froms = Array.isArray(from) ? (from as readonly (string | null)[]) : [from as string | null];
  return froms.map((one) => ({ from: one, event, to }));
}

const beforeAidDecision = [
  'DRAFT',
  'FORWARDED',
  'SUBMITTED',
  'SUPPLEMENT_REQUIRED',
  'UNDER_REVIEW',
  'PROVISIONAL',
];
const terminableAid = ['ASSIGNED', 'AGREED', 'IN_PROGRESS'];

const legalAid: Lifecycle = {
  steps: [
    ...step(null, 'DRAFT', 'DRAFT'),
    ...step([null, 'DRAFT'], 'SUBMIT', 'SUBMITTED'),
    ...step(null, 'FORWARD', 'FORWARDED'),
    ...step('FORWARDED', 'RECEIVE', 'SUBMITTED'),
    ...step(null, 'RECEIVE_NOTICE', 'PENDING_ASSIGNMENT'),
    ...step('SUBMITTED', 'REDIRECT', 'REDIRECTED'),
    ...step('SUBMITTED', 'REQUIRE_SUPPLEMENT', 'SUPPLEMENT_REQUIRED'),
    ...step('SUPPLEMENT_REQUIRED', 'SUPPLY', 'UNDER_REVIEW'),
    ...step('SUPPLEMENT_REQUIRED', 'LAPSE', 'DEEMED_WITHDRAWN'),
    ...step('SUBMITTED', 'ACCEPT', 'UNDER_REVIEW'),
    ...step(['UNDER_REVIEW', 'PROVISIONAL'], 'GRANT', 'GRANTED'),
    ...step(['UNDER_REVIEW', 'PROVISIONAL'], 'REFUSE', 'REFUSED'),
    ...step(['SUBMITTED', 'UNDER_REVIEW'], 'PROVIDE_FIRST', 'PROVISIONAL'),
    ...step(['REFUSED', 'TERMINATED'], 'OBJECT', 'OBJECTION'),
    ...step('OBJECTION', 'UPHOLD', 'REFUSED_FINAL'),
    ...step('OBJECTION', 'UPHOLD', 'TERMINATED'),
    ...step('OBJECTION', 'ORDER_CORRECTION', 'GRANTED'),
    ...step('OBJECTION', 'ORDER_CORRECTION', 'IN_PROGRESS'),
    ...step(beforeAidDecision, 'WITHDRAW', 'WITHDRAWN'),
    ...step('GRANTED', 'OPEN_CASE', 'PENDING_ASSIGNMENT'),
    ...step('PENDING_ASSIGNMENT', 'ASSIGN', 'ASSIGNED'),
    ...step('ASSIGNED', 'SIGN_AGREEMENT', 'AGREED'),
    ...step('AGREED', 'START', 'IN_PROGRESS'),
    ...step('IN_PROGRESS', 'REQUEST_REPLACEMENT', 'REPLACEMENT_REVIEW'),
    ...step('REPLACEMENT_REVIEW', 'APPROVE_REPLACEMENT', 'IN_PROGRESS'),
    ...step('REPLACEMENT_REVIEW', 'REJECT_REPLACEMENT', 'IN_PROGRESS'),
    ...step('IN_PROGRESS', 'CONCLUDE', 'CONCLUDED'),
    ...step(['CONCLUDED', 'FILE_RETURNED'], 'SUBMIT_FILE', 'FILE_SUBMITTED'),
    ...step('FILE_SUBMITTED', 'RETURN_FILE', 'FILE_RETURNED'),
    ...step('FILE_SUBMITTED', 'REVIEW_FILE', 'FILE_REVIEWED'),
    ...step('FILE_REVIEWED', 'PAY_SUBSIDY', 'SUBSIDY_PAID'),
    ...step('SUBSIDY_PAID', 'ARCHIVE', 'ARCHIVED'),
    ...step(terminableAid, 'OPEN_TERMINATION_REVIEW', 'TERMINATION_REVIEW'),
    ...step('TERMINATION_REVIEW', 'TERMINATE', 'TERMINATED'),
    ...terminableAid.flatMap((to) => step('TERMINATION_REVIEW', 'REJECT_TERMINATION', to)),
  ],
  recordings: ['SEAL', 'UNSEAL', 'REPORT_PROGRESS', 'REVIEW_QUALITY', 'SERVE_DECISION'],
  closing: [
    'REDIRECTED',
    'DEEMED_WITHDRAWN',
    'REFUSED',
    'REFUSED_FINAL',
    'WITHDRAWN',
    'TERMINATED',
    'CONCLUDED',
    'FILE_SUBMITTED',
    'FILE_RETURNED',
    'FILE_REVIEWED',
    'SUBSIDY_PAID',
    'ARCHIVED',
  ],
};

const unfinishedNotary = ['ACCEPTED', 'UNDER_EXAMINATION', 'PAUSED', 'PENDING_APPROVAL'];

const notary: Lifecycle = {
  steps: [
    ...step(null, 'SUBMIT', 'SUBMITTED'),
    ...step('SUBMITTED', 'ACCEPT', 'ACCEPTED'),
    ...step('SUBMITTED', 'NOT_ACCEPT', 'NOT_ACCEPTED'),
    ...step('ACCEPTED', 'EXAMINE', 'UNDER_EXAMINATION'),
    ...step('UNDER_EXAMINATION', 'REQUEST_MATERIAL', 'PAUSED'),
    ...step('UNDER_EXAMINATION', 'VERIFY_FACTS', 'PAUSED'),
    ...step('UNDER_EXAMINATION', 'FORCE_MAJEURE', 'PAUSED'),
    ...step('PAUSED', 'RESUME', 'UNDER_EXAMINATION'),
    ...step('UNDER_EXAMINATION', 'SUBMIT_DRAFT', 'PENDING_APPROVAL'),
    ...step('PENDING_APPROVAL', 'APPROVE', 'ISSUED'),
    ...step('PENDING_APPROVAL', 'RETURN_DRAFT', 'UNDER_EXAMINATION'),
    ...step(['UNDER_EXAMINATION', 'PENDING_APPROVAL'], 'REFUSE', 'REFUSED'),
    ...step(unfinishedNotary, 'TERMINATE', 'TERMINATED'),
    ...step('ISSUED', 'REQUEST_REEXAMINATION', 'IN_REEXAMINATION'),
    ...step('IN_REEXAMINATION', 'UPHOLD', 'UPHELD'),
    ...step('IN_REEXAMINATION', 'CORRECT', 'CORRECTED'),
    ...step('IN_REEXAMINATION', 'REVOKE_PARTLY', 'PARTLY_REVOKED'),
    ...step('IN_REEXAMINATION', 'REVOKE', 'REVOKED'),
    ...step('ISSUED', 'REQUEST_ENFORCEMENT', 'ENFORCEMENT_REQUESTED'),
    ...step('ENFORCEMENT_REQUESTED', 'ISSUE_ENFORCEMENT', 'ENFORCEMENT_ISSUED'),
    ...step('ENFORCEMENT_REQUESTED', 'REFUSE_ENFORCEMENT', 'ENFORCEMENT_REFUSED'),
    ...step(['ISSUED', 'REFUSED', 'TERMINATED'], 'ARCHIVE', 'ARCHIVED'),
  ],
  recordings: [],
  closing: [
    'NOT_ACCEPTED',
    'ISSUED',
    'REFUSED',
    'TERMINATED',
    'UPHELD',
    'CORRECTED',
    'PARTLY_REVOKED',
    'REVOKED',
    'ENFORCEMENT_ISSUED',
    'ENFORCEMENT_REFUSED',
    'ARCHIVED',
  ],
};

const appraisalUnderWay = [
  'ACCEPTED',
  'ASSIGNED',
  'EXAMINING',
  'MATERIAL_PENDING',
  'SUSPENDED',
  'INTERNAL_REVIEW',
];

const forensicAppraisal: Lifecycle = {
  steps: [
    ...step(null, 'COMMISSION', 'COMMISSIONED'),
    ...step('COMMISSIONED', 'REVIEW', 'ACCEPTANCE_REVIEW'),
    ...step('ACCEPTANCE_REVIEW', 'REFUSE', 'NOT_ACCEPTED'),
    ...step('ACCEPTANCE_REVIEW', 'SIGN_COMMISSION', 'ACCEPTED'),
    ...step('ACCEPTED', 'ASSIGN_APPRAISERS', 'ASSIGNED'),
    ...step('ASSIGNED', 'START_EXAMINATION', 'EXAMINING'),
    ...step('EXAMINING', 'REQUEST_MATERIAL', 'MATERIAL_PENDING'),
    ...step('MATERIAL_PENDING', 'RECEIVE_MATERIAL', 'EXAMINING'),
    ...step('EXAMINING', 'SUSPEND', 'SUSPENDED'),
    ...step('SUSPENDED', 'RESUME', 'EXAMINING'),
    ...step('EXAMINING', 'EXTEND', 'EXAMINING'),
    ...step('EXAMINING', 'SUBMIT_DRAFT', 'INTERNAL_REVIEW'),
    ...step('INTERNAL_REVIEW', 'ISSUE', 'ISSUED'),
    ...step(appraisalUnderWay, 'TERMINATE', 'TERMINATED'),
    ...step('ISSUED', 'CORRECT', 'CORRECTED'),
    ...step('ISSUED', 'COURT_NOTICE', 'TESTIMONY_DUE'),
    ...step('TESTIMONY_DUE', 'TESTIFY', 'TESTIFIED'),
    ...step('TESTIMONY_DUE', 'REFUSE_TO_TESTIFY', 'REFUSED_TO_TESTIFY'),
  ],
  recordings: ['SEAL', 'UNSEAL', 'RECUSE_APPRAISER', 'REPORT_FOREIGN_ELEMENT'],
  closing: [
    'NOT_ACCEPTED',
    'ISSUED',
    'TERMINATED',
    'CORRECTED',
    'TESTIMONY_DUE',
    'TESTIFIED',
    'REFUSED_TO_TESTIFY',
  ],
};

const agreementStands = ['AGREED', 'NOT_ACCEPTED', 'WITHDRAWN', 'CONFIRMED', 'REJECTED', 'NOTARISED'];

const mediation: Lifecycle = {
  steps: [
    ...step(null, 'REGISTER', 'REGISTERED'),
    ...step('REGISTERED', 'ASK_OTHER_SIDE', 'CONSENT_PENDING'),
    ...step('CONSENT_PENDING', 'REFUSE', 'PARTY_REFUSED'),
    ...step('CONSENT_PENDING', 'UNREACHABLE', 'PARTY_REFUSED'),
    ...step('CONSENT_PENDING', 'CONSENT', 'ACCEPTED'),
    ...step('ACCEPTED', 'START', 'MEDIATING'),
    ...step('MEDIATING', 'EXTEND', 'MEDIATING'),
    ...step('MEDIATING', 'REACH_AGREEMENT', 'AGREED'),
    ...step('MEDIATING', 'FAIL', 'FAILED'),
    ...step('MEDIATING', 'WITHDRAW', 'TERMINATED'),
    ...step('MEDIATING', 'SUSPECT_SHAM', 'TERMINATED'),
    ...step([...agreementStands, 'BREACHED'], 'PERFORM', 'PERFORMED'),
    ...step(agreementStands, 'BREACH', 'BREACHED'),
    ...step('AGREED', 'FILE_CONFIRMATION', 'CONFIRMATION_FILED'),
    ...step('CONFIRMATION_FILED', 'ACCEPT_CONFIRMATION', 'CONFIRMATION_ACCEPTED'),
    ...step('CONFIRMATION_FILED', 'NOT_ACCEPT_CONFIRMATION', 'NOT_ACCEPTED'),
    ...step('CONFIRMATION_FILED', 'WITHDRAW_CONFIRMATION', 'WITHDRAWN'),
    ...step('CONFIRMATION_ACCEPTED', 'CONFIRM', 'CONFIRMED'),
    ...step('CONFIRMATION_ACCEPTED', 'REJECT', 'REJECTED'),
    ...step('BREACHED', 'APPLY_ENFORCEMENT', 'ENFORCEMENT'),
    ...step('AGREED', 'NOTARISE', 'NOTARISED'),
    ...step(
      [...agreementStands, 'PARTY_REFUSED', 'FAILED', 'TERMINATED', 'PERFORMED', 'BREACHED', 'ENFORCEMENT'],
      'ARCHIVE',
      'ARCHIVED',
    ),
  ],
  recordings: ['SEAL', 'UNSEAL'],
  closing: ['PARTY_REFUSED', 'FAILED', 'TERMINATED', 'PERFORMED', 'ARCHIVED'],
};

/** The four lifecycles. A case's history is one of these, whatever neighbour (court, hotline) took a step of it. */
export const lifecycles: Readonly<Record<AgencyService, Lifecycle>> = {
  LEGAL_AID: legalAid,
  NOTARY: notary,
  FORENSIC_APPRAISAL: forensicAppraisal,
  MEDIATION: mediation,
};

/**
 * What a consultation before a legal aid application goes through: the answer, then the work order to the
 * county. Its events carry `service: 'CONSULTATION'` and stand before the case's own first step.
 */
export const consultationSteps: readonly LifecycleStep[] = [
  ...step(null, 'ASK', 'NEW'),
  ...step('NEW', 'REPLY', 'REPLIED'),
  ...step('REPLIED', 'DISPATCH', 'DISPATCHED'),
  ...step('DISPATCHED', 'ACCEPT_ORDER', 'ACCEPTED'),
];

/** Mediation events that are a neighbour's step: they carry its `service`. */
export const neighbourEvents: Readonly<Record<string, 'JUDICIAL_CONFIRMATION' | 'ENFORCEMENT'>> = {
  FILE_CONFIRMATION: 'JUDICIAL_CONFIRMATION',
  ACCEPT_CONFIRMATION: 'JUDICIAL_CONFIRMATION',
  NOT_ACCEPT_CONFIRMATION: 'JUDICIAL_CONFIRMATION',
  WITHDRAW_CONFIRMATION: 'JUDICIAL_CONFIRMATION',
  CONFIRM: 'JUDICIAL_CONFIRMATION',
  REJECT: 'JUDICIAL_CONFIRMATION',
  APPLY_ENFORCEMENT: 'ENFORCEMENT',
};
