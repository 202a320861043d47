import type { SyntheticCaseBase } from './syntheticCaseBase.ts';

/** A mediation (人民调解法; 特邀调解规定). */
export interface SyntheticMediationCase extends SyntheticCaseBase {
  readonly service: 'MEDIATION';
  readonly details: {
    /** Codes of `worldCodes`: organKinds, mediationSources, disputeTypes. */
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
