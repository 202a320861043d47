/** What a case of every service has. */
export interface SyntheticCaseBase {
  /** The agency system's own primary key: upper-case letters and digits, unique within that agency. */
  readonly key: string;
  /** GB/T 2260, 6 digits. */
  readonly region: string;
  /** The number printed on the case's leading document, as printed. */
  readonly caseNo: string;
  /** Every other number printed on a document of this case (decisions, certificates, opinions, agreements). */
  readonly aliases: readonly string[];
  /** Id of the body that handles the case. */
  readonly agency: string;
  /** Current status: the last `to` of `events` that belongs to the case's own lifecycle (`lifecycles`). */
  readonly status: string;
  readonly openedAt: string;
  readonly closedAt: string | null;
  readonly parties: readonly SyntheticParty[];
  readonly handlers: readonly SyntheticHandler[];
  /** The status history, oldest first. */
  readonly events: readonly SyntheticEvent[];
  readonly documents: readonly SyntheticDocument[];
  readonly pauses: readonly SyntheticPause[];
  readonly extensions: readonly SyntheticExtension[];
  /** Codes of SecrecyMarks that are set: tradeSecret, privacy, minor, sealed, willSecret, protectedAddress, mediationPrivate. */
  readonly secrecy: readonly string[];
}

/** A person or body in a case (当事人). */
export interface SyntheticParty {
  /** Exactly one of `person` (credential) and `organization` (body id) is set. */
  readonly person: string | null;
  readonly organization: string | null;
  /**
   * APPLICANT, RECIPIENT, OPPOSING_PARTY, SUSPECT, VICTIM, RESPONDENT, SUBJECT (被鉴定人), CLIENT (委托人), KIN, CREDITOR,
   * DEBTOR, GUARANTOR, TESTATOR, INTERESTED_PERSON …
   */
  readonly role: string;
  readonly side: 'A' | 'B' | 'NEUTRAL';
  /** Practitioner number of the lawyer who represents this party here, or null. */
  readonly agentPractitionerNo: string | null;
  /** Credential of a non-lawyer agent or guardian, or null. */
  readonly agent: string | null;
}

/** A practitioner who handles a case (承办人). */
export interface SyntheticHandler {
  /** ASSIGNED_LAWYER, INTAKE_CLERK, REVIEWER, NOTARY, APPRAISER, MEDIATOR … */
  readonly role: string;
  readonly practitionerNo: string;
  readonly name: string;
  /** Body id. */
  readonly organization: string;
  readonly from: string;
  readonly to: string | null;
}

/** A step in the life of a case (状态流转). */
export interface SyntheticEvent {
  readonly from: string | null;
  /** A status code of `lifecycles`, e.g. UNDER_REVIEW. */
  readonly to: string;
  /** What happened, UPPER_CASE verb phrase, e.g. GRANT, ACCEPT, REQUEST_MATERIAL. */
  readonly event: string;
  readonly at: string;
  /** The role of who acted: APPLICANT, INTAKE_CLERK, HEAD, NOTARY, APPRAISER, MEDIATOR, COURT … never a name. */
  readonly actorRole: string;
  readonly documentNo: string | null;
  readonly reasonCode: string | null;
  /** Set where the step belongs to a neighbouring service: CONSULTATION before an application, JUDICIAL_CONFIRMATION, ENFORCEMENT. */
  readonly service: 'CONSULTATION' | 'JUDICIAL_CONFIRMATION' | 'ENFORCEMENT' | null;
}

/** A document of a case: what it is, never its content (文书). */
export interface SyntheticDocument {
  /** The kind of document in Chinese as its official form names it: 给予法律援助决定书, 公证书, 司法鉴定意见书 … */
  readonly kind: string;
  readonly number: string | null;
  readonly title: string;
  readonly issuedAt: string;
  /** Body id of the issuer. */
  readonly issuer: string;
  /** Marks of this document alone, same codes as the case's. */
  readonly secrecy: readonly string[];
}

/** A stretch of time that does not count towards the deadline `ruleId`. */
export interface SyntheticPause {
  readonly ruleId: string;
  readonly reason: string;
  readonly from: string;
  /** Null while the pause still runs. */
  readonly to: string | null;
}

/** More time for the deadline `ruleId`, in the unit of the rule. */
export interface SyntheticExtension {
  readonly ruleId: string;
  readonly length: number;
  readonly approvedAt: string;
  readonly clientToldAt: string | null;
}

/** A fee deferred, reduced or waived; amounts in fen (费用减免). */
export interface SyntheticFeeReduction {
  readonly form: 'DEFERRED' | 'REDUCED' | 'WAIVED';
  readonly standardFee: number;
  readonly reducedBy: number;
  readonly basis: 'LEGAL_AID' | 'OWN_HARDSHIP_RULE' | 'LOCAL_RULE';
  /** Number of the legal aid decision, required where basis is LEGAL_AID (some planted faults leave it out). */
  readonly basisDocumentNo: string | null;
  /** Whether the institution had the decision confirmed as valid; null when it never asked. */
  readonly basisConfirmed: boolean | null;
  /** When payment was first deferred, before the form above was settled; null or absent where it never was. */
  readonly deferredAt?: string | null;
  readonly approvedAt: string;
  readonly approvedBy: string;
  readonly localRule: string | null;
  readonly settledBy: string | null;
}
