import type { CaseRecord, ExtensionRecord, PauseRecord } from '@tongban/kit';
import type { WireWord } from './wireCodes.ts';

/** A forensic appraisal case in the graph's words. Instants are RFC 3339 with +08:00, money is fen. */
export interface AppraisalCaseRecord extends CaseRecord {
  readonly status: WireWord<'caseStatus'>;
  readonly pauses: readonly AppraisalPauseRecord[];
  readonly extensions: readonly AppraisalExtensionRecord[];
  readonly unifiedCode: string | null;
  readonly category: WireWord<'category'>;
  readonly matters: readonly WireWord<'matter'>[];
  readonly standards: readonly string[];
  readonly examinedAt: string | null;
  readonly commission: CommissionRecord;
  readonly institution: {
    readonly licenceNo: string | null;
    readonly licenceState: WireWord<'licenceState'> | null;
    readonly scope: readonly string[];
  };
  readonly appraisers: readonly AppraiserRecord[];
  readonly materials: readonly MaterialRecord[];
  readonly opinion: OpinionRecord | null;
  readonly notAcceptGround: WireWord<'notAcceptGround'> | null;
  readonly terminateGround: WireWord<'terminateGround'> | null;
  readonly feeReduction: FeeReductionRecord | null;
  readonly foreignReport: {
    readonly element: string;
    /** Organization id. */
    readonly reportedTo: string;
    readonly reportedAt: string;
  } | null;
  readonly testimony: {
    /** Organization id. */
    readonly court: string;
    readonly noticeAt: string;
    readonly appearedAt: string | null;
    readonly mode: 'IN_COURT' | 'VIDEO' | 'WRITTEN' | null;
    readonly absentReason: string | null;
  } | null;
}

export interface CommissionRecord {
  readonly commissionNo: string;
  readonly clientKind: WireWord<'clientKind'>;
  /** Organization id, or null where a person commissioned. */
  readonly clientOrganization: string | null;
  /** `TYPE:NUMBER`, or null where a body commissioned. */
  readonly clientCredential: string | null;
  readonly receivedAt: string;
  readonly effectiveAt: string | null;
  readonly purpose: string;
  readonly requirement: string | null;
  readonly isReappraisal: boolean;
  readonly reappraisalGround: WireWord<'reappraisalGround'> | null;
  /** The agency's key of the case that this one supplements, in the same system. */
  readonly supplementsKey: string | null;
  readonly repeatsKey: string | null;
  /** Working days. */
  readonly agreedTermDays: number | null;
  readonly fee: number;
  readonly consumptionConsent: boolean | null;
}

export interface AppraiserRecord {
  readonly certNo: string;
  readonly name: string;
  /** Organization id. */
  readonly institution: string;
  readonly licenceState: WireWord<'licenceState'> | null;
  readonly categories: readonly string[] | null;
  readonly from: string;
  readonly to: string | null;
}

export interface MaterialRecord {
  readonly no: string;
  readonly name: string;
  readonly kind: string | null;
  readonly quantity: string | null;
  readonly condition: string | null;
  readonly source: string | null;
  readonly confirmedByClient: boolean;
  readonly receivedAt: string;
  readonly returnedAt: string | null;
  readonly custody: readonly {
    readonly at: string;
    readonly from: string;
    readonly to: string;
    readonly digest: string | null;
  }[];
}

export interface AppraisalPauseRecord extends PauseRecord {
  readonly reason: string;
  readonly suspendGround: WireWord<'suspendGround'> | null;
}

export interface AppraisalExtensionRecord extends ExtensionRecord {
  readonly clientToldAt: string | null;
}

export interface OpinionRecord {
  readonly opinionNo: string;
  readonly issuedAt: string;
  /** Restricted: for the client, lawyers, the agency, courts and auditors. */
  readonly conclusion: string;
  readonly signatures: readonly { readonly certNo: string; readonly dissent: string | null }[];
  readonly correctedAt: string | null;
}

export interface FeeReductionRecord {
  readonly form: WireWord<'feeForm'>;
  readonly standardFee: number;
  readonly reducedBy: number;
  readonly basis: WireWord<'feeBasis'>;
  /** Number of the legal aid decision relied on. */
  readonly basisDocumentNo: string | null;
  readonly basisConfirmed: boolean | null;
  readonly approvedAt: string;
  readonly localRule: string | null;
  readonly settledBy: string | null;
}
