import type { SyntheticCaseBase, SyntheticFeeReduction } from './syntheticCaseBase.ts';

/** A forensic appraisal (司法鉴定程序通则). */
export interface SyntheticAppraisalCase extends SyntheticCaseBase {
  readonly service: 'FORENSIC_APPRAISAL';
  readonly details: {
    /** CLINICAL, DOCUMENT, WATER …; matters by `worldCodes.appraisalMatters`. */
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
