/** A made-up natural person (自然人). */
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

/** An agency, firm, office, institution, committee, court or enterprise (单位). */
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

/** Someone licensed to handle cases, as the public register names them (执业人员). */
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
