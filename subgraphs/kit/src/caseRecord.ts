import type { ServiceKind } from './serviceKind.ts';

/**
 * What every agency subgraph turns its system's case into: the part of a case that all services share.
 * Wire names and codes end in the subgraph's `*Api.ts`; from here on a case speaks the graph's words.
 * A subgraph extends it with its own fields: `interface LegalAidCaseRecord extends CaseRecord { … }`.
 */
export interface CaseRecord {
  /** Graph id: `<prefix>-<region>-<agency key>`. */
  readonly ref: string;
  readonly service: ServiceKind;
  readonly caseNo: string;
  /** Other numbers printed on this case's documents. */
  readonly aliases: readonly string[];
  /** Organization id of the handling body. */
  readonly agency: string;
  /** GB/T 2260, 6 digits. */
  readonly region: string;
  /** The agency's own status code, one of the subgraph's status table. */
  readonly status: string;
  /** RFC 3339 instants with +08:00. */
  readonly openedAt: string;
  readonly closedAt: string | null;
  /** Oldest first. */
  readonly statusHistory: readonly StatusEventRecord[];
  readonly parties: readonly CasePartyRecord[];
  readonly handlers: readonly HandlerRecord[];
  readonly documents: readonly DocumentRecord[];
  readonly pauses: readonly PauseRecord[];
  readonly extensions: readonly ExtensionRecord[];
  readonly secrecy: readonly SecrecyMark[];
  /** Organization id of a body that asked for this case (an appraisal's client), or null. */
  readonly client: string | null;
}

export type SecrecyMark =
  | 'tradeSecret'
  | 'privacy'
  | 'minor'
  | 'sealed'
  | 'willSecret'
  | 'protectedAddress'
  | 'mediationPrivate';

export interface StatusEventRecord {
  /** Null: the case's own service. */
  readonly service: ServiceKind | null;
  readonly from: string | null;
  readonly to: string;
  readonly event: string;
  readonly at: string;
  readonly actorRole: string;
  readonly documentNo: string | null;
}

export interface CasePartyRecord {
  readonly role: string;
  readonly side: 'A' | 'B' | 'NEUTRAL';
  /** `TYPE:NUMBER`, or null for a body. */
  readonly credential: string | null;
  /** Organization id, or null for a natural person. */
  readonly organization: string | null;
  readonly agentPractitionerNo: string | null;
  /** Credential of a guardian or other agent. */
  readonly agentCredential: string | null;
}

export interface HandlerRecord {
  readonly role: string;
  readonly practitionerNo: string;
  readonly name: string;
  readonly organization: string;
  readonly from: string;
  readonly to: string | null;
}

export interface DocumentRecord {
  readonly kind: string;
  readonly number: string | null;
  readonly title: string;
  readonly issuedAt: string;
  readonly issuer: string;
  readonly digest: string | null;
  readonly secrecy: readonly SecrecyMark[];
}

/** A stretch that does not count towards `ruleId`; `to` is null while it runs. */
export interface PauseRecord {
  readonly ruleId: string;
  readonly from: string;
  readonly to: string | null;
}

/** `length` more units for `ruleId`. */
export interface ExtensionRecord {
  readonly ruleId: string;
  readonly length: number;
  readonly approvedAt: string;
}
