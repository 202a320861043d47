/** What the store takes in; a slice of the synthetic world has all of it, and more that is not kept. */
export interface PointerSlice {
  readonly persons: readonly PersonEntry[];
  readonly bodies: readonly OrganizationEntry[];
  readonly threads: readonly ThreadEntry[];
  readonly links: readonly LinkEntry[];
}

export interface PersonEntry {
  /** `TYPE:NUMBER`. */
  readonly credential: string;
  readonly name: string;
  readonly sex: 'MALE' | 'FEMALE';
  /** YYYY-MM-DD. */
  readonly birthDate: string;
  /** Older or parallel documents, joined by a human decision. */
  readonly formerCredentials: readonly string[];
}

export interface OrganizationEntry {
  readonly id: string;
  readonly uscc: string | null;
  readonly name: string;
  readonly kind: string;
  readonly region: string;
  readonly licenceNo: string | null;
  readonly licenceState: string | null;
  /** Id of the supervising body. */
  readonly supervisor: string | null;
}

export interface ThreadEntry {
  readonly threadNo: string;
  readonly title: string;
  /** Case ids in the order of joining. */
  readonly members: readonly string[];
}

export interface LinkEntry {
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly evidence: 'DOCUMENT_QUOTED' | 'SYSTEM_TRANSFER' | 'SAME_PERSON_SAME_MATTER' | 'MANUAL';
  readonly evidenceNo: string | null;
  readonly confidence: number;
  readonly assertedBy: string;
  readonly assertedAt: string;
  readonly confirmedAt: string | null;
  readonly mandate: {
    readonly mandateNo: string;
    readonly grantedBy: readonly string[];
    readonly grantedAt: string;
    readonly legalBasis: string;
  };
}
