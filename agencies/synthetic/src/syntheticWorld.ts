/**
 * The synthetic world: made-up persons, bodies and cases that fill every reference system of this project.
 * One neutral shape, so that the four agencies, which store things in four different ways, agree on who did what and
 * when. Numbers are test-safe (province digits 48, which GB/T 2260 has not assigned); see `docs/synthetic-data.md`.
 *
 * Conventions: instants are ISO 8601 with offset (`2026-03-02T09:00:00+08:00`); dates `YYYY-MM-DD`; money in fen.
 */

export type AgencyService = 'LEGAL_AID' | 'NOTARY' | 'FORENSIC_APPRAISAL' | 'MEDIATION';

/** A slice of the world. Threads never cross slices; bodies and practitioners come in the first slice only. */
export interface WorldSlice {
  readonly persons: readonly SyntheticPerson[];
  readonly bodies: readonly SyntheticBody[];
  readonly practitioners: readonly SyntheticPractitioner[];
  readonly cases: readonly SyntheticCase[];
  readonly threads: readonly SyntheticThread[];
  readonly links: readonly SyntheticLink[];
}

export interface SyntheticPerson {
  /** `TYPE:NUMBER`, e.g. `RIC:480101198503121013`; the type is a code of IdentityDocumentType. */
  readonly credential: string;
  /** Made up, e.g. 张测试. */
  readonly name: string;
  readonly sex: 'MALE' | 'FEMALE';
  readonly birthDate: string;
  /** 1990000xxxx: never dialled. */
  readonly phone: string;
  readonly address: string;
  /** The address must be hidden from the other side (domestic violence). */
  readonly addressProtected: boolean;
  readonly specialGroups: readonly string[];
  /** Older or parallel documents of the same person, joined by a human decision only. */
  readonly formerCredentials: readonly string[];
  /** Credential of the guardian, for minors. */
  readonly guardian: string | null;
}

export interface SyntheticBody {
  /** The unified social credit code, or for bodies without one (mediation committees) `MC-<region 9 digits>-<serial>`. */
  readonly id: string;
  readonly uscc: string | null;
  readonly name: string;
  readonly kind:
    | 'JUSTICE_BUREAU'
    | 'LEGAL_AID_AGENCY'
    | 'LAW_FIRM'
    | 'NOTARY_OFFICE'
    | 'FORENSIC_INSTITUTION'
    | 'MEDIATION_COMMITTEE'
    | 'COURT'
    | 'CASE_ORGAN'
    | 'ENTERPRISE'
    | 'OTHER';
  readonly region: string;
  readonly licenceNo: string | null;
  readonly licenceState: 'VALID' | 'SUSPENDED' | 'REVOKED' | 'EXPIRED' | null;
  /** Id of the supervising body, or null. */
  readonly supervisor: string | null;
  /** What the body may do (appraisal categories, practice area), for registers. */
  readonly scope: readonly string[];
}

export interface SyntheticPractitioner {
  readonly practitionerNo: string;
  /** A code of PractitionerKind: LAWYER, NOTARY, APPRAISER, PEOPLES_MEDIATOR … */
  readonly kind: string;
  readonly name: string;
  /** Body id. */
  readonly organization: string;
  readonly region: string;
  readonly firstPracticeYear: number;
  readonly state: 'VALID' | 'SUSPENDED' | 'REVOKED' | 'EXPIRED';
  /** The practitioner's own identity, for conflict checks; never shown. */
  readonly credential: string | null;
}

interface SyntheticCaseBase {
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
  /** Current status: the last `to` of `events` that belongs to the case's own lifecycle (domain.md §2). */
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

export interface SyntheticEvent {
  readonly from: string | null;
  /** A status code of domain.md §2, e.g. UNDER_REVIEW. */
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

export interface SyntheticDocument {
  /** The kind of document in Chinese as domain.md names it: 给予法律援助决定书, 公证书, 司法鉴定意见书 … */
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

export interface SyntheticExtension {
  readonly ruleId: string;
  readonly length: number;
  readonly approvedAt: string;
  readonly clientToldAt: string | null;
}

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

export interface SyntheticLegalAidCase extends SyntheticCaseBase {
  readonly service: 'LEGAL_AID';
  readonly details: {
    /** AidForm and AidGround codes of domain.md §2.2. */
    readonly form: string;
    readonly ground: string;
    readonly application: {
      readonly applicationNo: string;
      readonly receivedAt: string;
      readonly receiptNo: string | null;
      readonly jurisdictionGround: string;
      readonly urgent: string | null;
      /** Restricted: what the applicant told. */
      readonly caseFacts: string;
      readonly supplement: {
        readonly issuedAt: string;
        readonly items: readonly string[];
        readonly answeredAt: string | null;
      } | null;
    } | null;
    readonly consultation: {
      readonly consultNo: string;
      readonly channel: string;
      readonly askedAt: string;
      readonly answeredAt: string | null;
      readonly topic: string;
      readonly toldOfRight: boolean;
      readonly satisfaction: number | null;
    } | null;
    readonly notice: {
      readonly noticeNo: string;
      /** Body id. */
      readonly organ: string;
      readonly ground: string;
      readonly foundAt: string;
      readonly receivedAt: string;
      readonly detained: boolean;
    } | null;
    readonly hardshipCheck: {
      readonly mode:
        | 'DATA_SHARING'
        | 'INTEGRITY_PROMISE'
        | 'EXEMPT_FROM_CHECK'
        | 'NOT_LIMITED'
        | 'NOT_APPLICABLE';
      readonly exemptGround: string | null;
      readonly sourceAgency: string | null;
      readonly result: string;
      readonly householdIncome: number | null;
    };
    readonly decision: {
      readonly decisionNo: string;
      readonly kind: 'GRANT' | 'REFUSE' | 'TERMINATE' | 'PROVISIONAL';
      readonly decidedAt: string;
      readonly reasonCode: string | null;
      readonly servedAt: string | null;
    } | null;
    readonly assignments: readonly {
      readonly assignmentNo: string;
      readonly assignedAt: string;
      readonly firm: string;
      readonly practitionerNo: string;
      readonly mode: 'ASSIGN' | 'ARRANGE_STAFF' | 'PURCHASE';
      readonly conflictDeclaration: 'CLEAN' | 'WARNED';
      readonly agreementSignedAt: string | null;
    }[];
    /** Who the applicant stands against: credentials or body ids, for the conflict check. Not parties of the aid case. */
    readonly opposingParties: readonly string[];
    readonly objection: {
      readonly filedAt: string;
      readonly bureau: string;
      readonly decidedAt: string | null;
      readonly result: 'UPHELD' | 'ORDERED_TO_CORRECT' | null;
    } | null;
    readonly subsidies: readonly {
      readonly amount: number;
      readonly paidAt: string;
      readonly payee: string;
    }[];
    readonly dutyLawyer: {
      readonly place: string;
      readonly startedAt: string;
      readonly practitionerNo: string;
    } | null;
    readonly outcome: string | null;
    readonly recovered: number | null;
    readonly qualityGrade: string | null;
  };
}

export interface SyntheticNotaryCase extends SyntheticCaseBase {
  readonly service: 'NOTARY';
  readonly details: {
    /** NotaryMatter code of domain.md §2.3. */
    readonly matter: string;
    readonly purpose: string;
    readonly placeOfUse: string;
    readonly venueGround: string;
    readonly handlingMode: 'COUNTER' | 'ONLINE' | 'CIRCUIT' | 'ON_SITE' | 'HOME_VISIT';
    readonly applicationNo: string;
    readonly acceptedAt: string | null;
    readonly fee: number;
    readonly feeReduction: SyntheticFeeReduction | null;
    readonly refuseGround: string | null;
    readonly verifications: readonly {
      readonly at: string;
      readonly what: string;
      readonly result: string;
    }[];
    readonly certificate: {
      readonly certificateNo: string;
      readonly issuedAt: string;
      readonly kind: string;
      readonly status: 'VALID' | 'CORRECTED' | 'PARTLY_REVOKED' | 'REVOKED';
      readonly language: string;
      readonly copies: number;
      readonly enforceability: {
        readonly creditor: string;
        readonly debtor: string;
        readonly obligation: string;
        readonly amount: number;
        readonly dueDates: readonly string[];
        readonly consentClause: boolean;
      } | null;
      readonly legalisation: { readonly kind: 'CONSULAR' | 'APOSTILLE'; readonly country: string } | null;
    } | null;
    readonly enforcementCertificate: {
      readonly certNo: string | null;
      readonly requestedAt: string;
      readonly amount: number;
      readonly issuedAt: string | null;
      readonly refusedAt: string | null;
      readonly reason: string | null;
    } | null;
    readonly reExamination: {
      readonly requestedBy: string;
      readonly requestedAt: string;
      readonly errorClaimed: string;
      readonly decidedAt: string | null;
      readonly result: 'UPHELD' | 'CORRECTED' | 'PARTLY_REVOKED' | 'REVOKED' | null;
      readonly carriedOutAt: string | null;
    } | null;
    readonly evidence: {
      readonly object: string;
      readonly method: string;
      readonly place: string;
      readonly startedAt: string;
      /** Digests (hex SM3) of the items preserved. */
      readonly digests: readonly string[];
      readonly storage: string;
    } | null;
    readonly will: { readonly registeredAt: string; readonly custody: string } | null;
  };
}

export interface SyntheticAppraisalCase extends SyntheticCaseBase {
  readonly service: 'FORENSIC_APPRAISAL';
  readonly details: {
    /** AppraisalCategory and matter codes of domain.md §2.4. */
    readonly category: string;
    readonly matters: readonly string[];
    readonly commission: {
      readonly commissionNo: string;
      readonly clientKind: 'CASE_ORGAN' | 'ARBITRATION' | 'MEDIATION_BODY' | 'PARTY';
      /** Body id or, for PARTY, credential. */
      readonly client: string;
      readonly receivedAt: string;
      /** 委托书生效日, starts D-21; null until accepted. */
      readonly effectiveAt: string | null;
      readonly purpose: string;
      readonly isReappraisal: boolean;
      readonly agreedTermDays: number | null;
      readonly fee: number;
    };
    readonly notAcceptGround: string | null;
    readonly standards: readonly string[];
    readonly materials: readonly {
      readonly no: string;
      readonly name: string;
      readonly receivedAt: string;
      readonly returnedAt: string | null;
      readonly custody: readonly {
        readonly at: string;
        readonly from: string;
        readonly to: string;
        readonly digest: string | null;
      }[];
    }[];
    readonly opinion: {
      readonly opinionNo: string;
      readonly issuedAt: string;
      /** Restricted. */
      readonly conclusion: string;
      /** Practitioner numbers. */
      readonly signedBy: readonly string[];
      readonly correctedAt: string | null;
    } | null;
    readonly feeReduction: SyntheticFeeReduction | null;
    readonly foreignRelatedReport: {
      readonly element: string;
      readonly reportedTo: string;
      readonly reportedAt: string;
    } | null;
    readonly testimony: {
      readonly court: string;
      readonly noticeAt: string;
      readonly appearedAt: string | null;
    } | null;
    readonly examinedAt: string | null;
  };
}

export interface SyntheticMediationCase extends SyntheticCaseBase {
  readonly service: 'MEDIATION';
  readonly details: {
    /** MediationOrg.kind, MediationSource and DisputeType codes of domain.md §2.5. */
    readonly organKind: string;
    readonly source: string;
    readonly disputeType: string;
    readonly isPublic: boolean;
    readonly consents: readonly { readonly party: string; readonly at: string; readonly agreed: boolean }[];
    readonly acceptedAt: string | null;
    readonly sessions: readonly {
      readonly at: string;
      readonly place: string;
      readonly mode: 'ON_SITE' | 'VIDEO';
      /** Never leaves the mediation body. */
      readonly statements: string;
      readonly undisputedFacts: string | null;
    }[];
    readonly disclosures: readonly {
      readonly at: string;
      readonly text: string;
      readonly consented: boolean;
    }[];
    readonly agreement: {
      readonly agreementNo: string;
      readonly form: 'WRITTEN' | 'ORAL';
      readonly effectiveAt: string;
      readonly obligations: readonly {
        readonly debtor: string;
        readonly creditor: string;
        readonly what: string;
        readonly amount: number | null;
        readonly dueDate: string;
        readonly performedAt: string | null;
      }[];
    } | null;
    readonly confirmation: {
      readonly courtCaseNo: string;
      /** Body id of the court. */
      readonly court: string;
      readonly filedAt: string;
      readonly acceptedAt: string | null;
      readonly decidedAt: string | null;
      readonly result: 'CONFIRMED' | 'REJECTED' | 'NOT_ACCEPTED' | 'WITHDRAWN' | null;
      readonly reason: string | null;
    } | null;
    readonly followUps: readonly {
      readonly at: string;
      readonly performed: boolean;
      readonly satisfaction: number | null;
    }[];
  };
}

export type SyntheticCase =
  | SyntheticLegalAidCase
  | SyntheticNotaryCase
  | SyntheticAppraisalCase
  | SyntheticMediationCase;

export interface SyntheticThread {
  /** `CT-<year>-<8 digits>`; scenario SC-n of domain.md §7 is `CT-2026-0000000n`. */
  readonly threadNo: string;
  readonly title: string;
  readonly causeCode: string;
  /** Graph ids of the member cases in the order they joined. */
  readonly members: readonly string[];
}

export interface SyntheticLink {
  /** Graph case ids. */
  readonly from: string;
  readonly to: string;
  /** LinkKind code of domain.md §2.1. */
  readonly kind: string;
  readonly evidence: 'DOCUMENT_QUOTED' | 'SYSTEM_TRANSFER' | 'SAME_PERSON_SAME_MATTER' | 'MANUAL';
  /** The document number or transfer number relied on. */
  readonly evidenceNo: string | null;
  readonly confidence: number;
  /** Body id. */
  readonly assertedBy: string;
  readonly assertedAt: string;
  /** Whether a human confirmed it; links of the last two evidence kinds are shown to citizens only then. */
  readonly confirmedAt: string | null;
  readonly mandate: {
    readonly mandateNo: string;
    readonly grantedBy: readonly string[];
    readonly grantedAt: string;
    readonly legalBasis: string;
  };
}

const prefixes: Readonly<Record<AgencyService, string>> = {
  LEGAL_AID: 'LA',
  NOTARY: 'NO',
  FORENSIC_APPRAISAL: 'FA',
  MEDIATION: 'ME',
};

/** The id of a case in the graph: service and region in the open, the agency's own key, and nothing personal. */
export function graphCaseId(of: { service: AgencyService; region: string; key: string }): string {
  return `${prefixes[of.service]}-${of.region}-${of.key}`;
}
