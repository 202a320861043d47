import type { SyntheticCaseBase } from './syntheticCaseBase.ts';

/** A legal aid case, application and case in one (法律援助法). */
export interface SyntheticLegalAidCase extends SyntheticCaseBase {
  readonly service: 'LEGAL_AID';
  readonly details: {
    /** CIVIL_NON_LITIGATION, CRIMINAL_DEFENCE … (法律援助法 art. 22), and the ground (arts 24 to 33). */
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
