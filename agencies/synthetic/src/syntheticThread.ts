/** The cases that grew out of one matter (案件链). */
export interface SyntheticThread {
  /** `CT-<year>-<8 digits>`; scenario SC-n is `CT-2026-0000000n`. */
  readonly threadNo: string;
  readonly title: string;
  readonly causeCode: string;
  /** Graph ids of the member cases in the order they joined. */
  readonly members: readonly string[];
}

/** How two cases hang together, on what evidence, and under whose mandate (案件关联). */
export interface SyntheticLink {
  /** Graph case ids. */
  readonly from: string;
  readonly to: string;
  /** BASIS_FOR_FEE_REDUCTION, EVIDENCE_FOR, REFERRED_TO, REPRESENTS, REPEATS, POSSIBLE_DUPLICATE … */
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
