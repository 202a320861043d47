import type { CaseRecord } from '@tongban/kit';

/** A mediation in the graph's words: codes for labels, RFC 3339 instants, fen. There is no member for statements. */
export interface MediationCaseRecord extends CaseRecord {
  readonly source: string;
  readonly disputeType: string;
  readonly organKind: string;
  readonly isPublic: boolean;
  readonly escalationRisk: boolean;
  readonly acceptedAt: string | null;
  readonly consents: readonly ConsentRecord[];
  readonly disclosures: readonly {
    readonly at: string;
    readonly text: string;
    readonly consented: boolean;
  }[];
  readonly sessions: readonly SessionRecord[];
  readonly agreement: AgreementRecord | null;
  readonly confirmation: ConfirmationRecord | null;
  readonly notarialCertificateNo: string | null;
  readonly followUps: readonly {
    readonly at: string;
    readonly performed: boolean;
    readonly satisfaction: number | null;
  }[];
}

/** `party`: index in `parties`, or null for somebody who is none of them. */
export interface ConsentRecord {
  readonly party: number | null;
  readonly at: string;
  readonly agreed: boolean;
}

export interface SessionRecord {
  readonly at: string;
  readonly place: string;
  readonly mode: string;
  readonly undisputedFacts: string | null;
}

export interface AgreementRecord {
  readonly agreementNo: string;
  readonly form: string;
  readonly effectiveAt: string;
  readonly obligations: readonly ObligationRecord[];
  readonly performance: readonly PerformanceRecord[];
}

/** `debtor`, `creditor`: index in `parties`, or null for somebody who is none of them. */
export interface ObligationRecord {
  readonly obligationNo: number;
  readonly debtor: number | null;
  readonly creditor: number | null;
  readonly what: string;
  /** Fen; null for what is not money. */
  readonly amount: number | null;
  readonly dueDate: string;
  readonly performedAt: string | null;
}

export interface PerformanceRecord {
  readonly obligationNo: number;
  readonly at: string;
  /** Fen. */
  readonly amount: number | null;
  readonly evidenceNo: string | null;
}

export interface ConfirmationRecord {
  /** Organization id. */
  readonly court: string;
  readonly courtCaseNo: string;
  readonly filedAt: string;
  readonly acceptedAt: string | null;
  readonly decidedAt: string | null;
  readonly result: string | null;
  readonly reason: string | null;
}
