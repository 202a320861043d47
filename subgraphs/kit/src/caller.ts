import type { AssignmentScope } from './assignmentScope.ts';

/** The roles a token can carry. REPRESENTATIVE covers guardians and assigned lawyers. */
export type CallerRole =
  | 'CITIZEN'
  | 'REPRESENTATIVE'
  | 'STAFF'
  | 'AUDITOR'
  | 'SYSTEM_AUDITOR'
  | 'SECURITY_ADMINISTRATOR'
  | 'SYSTEM_ADMINISTRATOR'
  | 'SERVICE_ACCOUNT';

/**
 * Who is asking and why, as the gateway vouches for it. Built afresh for each request from the signed assertion;
 * nothing of it comes from headers that a client could set.
 */
export interface Caller {
  readonly role: CallerRole;
  /** The token's subject: opaque, for logs. */
  readonly subject: string;
  /** `TYPE:NUMBER` of the person behind the token, or null for accounts that are not persons of the graph. */
  readonly credential: string | null;
  /** Licence number of a lawyer, notary, appraiser or mediator, or null. */
  readonly practitionerNo: string | null;
  /** Id of the body the caller works for, or null. */
  readonly organization: string | null;
  /** The service a STAFF caller works in (LEGAL_AID, NOTARY …, also COURT, BUREAU), or null. */
  readonly service: string | null;
  /** Prefixes of region codes the caller's duty covers; empty: none. */
  readonly regions: readonly string[];
  readonly scopes: readonly string[];
  /** `x-access-purpose`; SELF is implied for citizens; null when not named. */
  readonly purpose: string | null;
  /** `x-access-case`: the case, thread or assignment that caused the question; null when not named. */
  readonly accessCase: string | null;
  /** An auditor's assignment number, or null. It counts only while `accessCase` names it. */
  readonly assignment: string | null;
  /** What that assignment lets the auditor trace; null: nothing. */
  readonly assignmentScope: AssignmentScope | null;
  readonly requestId: string;
}
