import type { CaseRecord } from '@tongban/kit';
import type { LegalAidStatus } from './legalAidStatuses.ts';

/** A legal aid case as resolvers see it: whole, before anybody's view of it. Money in fen, instants in +08:00. */
export interface LegalAidCaseRecord extends CaseRecord {
  readonly service: 'LEGAL_AID';
  readonly status: LegalAidStatus;
  readonly form: string;
  readonly ground: string;
  readonly application: ApplicationRecord | null;
  readonly consultation: ConsultationRecord | null;
  readonly hardshipCheck: HardshipCheckRecord;
  /** Oldest first. */
  readonly decisions: readonly DecisionRecord[];
  readonly notice: NoticeRecord | null;
  /** Oldest first. */
  readonly assignments: readonly AssignmentRecord[];
  readonly replacements: readonly ReplacementRecord[];
  readonly objection: ObjectionRecord | null;
  readonly subsidies: readonly SubsidyRecord[];
  readonly dutyLawyer: DutyLawyerRecord | null;
  readonly progressReports: readonly { readonly at: string; readonly text: string }[];
  readonly outcome: string | null;
  readonly recovered: number | null;
  readonly qualityReviews: readonly QualityReviewRecord[];
}

export interface ApplicationRecord {
  readonly applicationNo: string;
  readonly receivedAt: string;
  readonly receiptNo: string | null;
  readonly jurisdictionGround: string;
  readonly matterStage: string | null;
  readonly urgent: string | null;
  readonly caseFacts: string;
  /** Exactly one of the two is set. */
  readonly opposingParties: readonly {
    readonly credential: string | null;
    readonly organization: string | null;
  }[];
  readonly supplement: {
    readonly issuedAt: string;
    readonly items: readonly string[];
    readonly answeredAt: string | null;
  } | null;
  /** Organization id. */
  readonly redirectedTo: string | null;
}

export interface ConsultationRecord {
  readonly consultNo: string;
  readonly channel: string;
  readonly askedAt: string;
  readonly topic: string;
  readonly answeredAt: string | null;
  readonly toldOfRight: boolean;
  readonly satisfaction: number | null;
}

export interface HardshipCheckRecord {
  readonly mode: string;
  /** A ground of art. 42 with EXEMPT_FROM_CHECK, of art. 32 with NOT_LIMITED, else null. */
  readonly exemptGround: string | null;
  readonly notLimitedGround: string | null;
  readonly standard: {
    readonly region: string;
    readonly amount: number;
    readonly validFrom: string;
    readonly validTo: string | null;
  } | null;
  readonly householdIncome: number | null;
  readonly sourceAgency: string | null;
  readonly result: 'MET' | 'NOT_MET' | 'NOT_REQUIRED' | 'PENDING';
}

export interface DecisionRecord {
  readonly decisionNo: string;
  readonly kind: 'GRANT' | 'REFUSE' | 'TERMINATE' | 'PROVISIONAL';
  readonly decidedAt: string;
  readonly reasonCode: string | null;
  readonly servedAt: string | null;
}

export interface NoticeRecord {
  readonly noticeNo: string;
  /** Organization id. */
  readonly organ: string;
  readonly ground: string;
  readonly foundAt: string;
  readonly receivedAt: string;
  readonly detained: boolean;
  readonly placeOfDetention: string | null;
}

export interface AssignmentRecord {
  readonly assignmentNo: string;
  readonly assignedAt: string;
  /** Organization id. */
  readonly firm: string;
  readonly practitionerName: string | null;
  readonly mode: string;
  readonly conflictDeclaration: string;
  readonly yearsOfPractice: number | null;
  readonly juvenileExperience: boolean | null;
  readonly firmRepliedAt: string | null;
  readonly agreementSignedAt: string | null;
}

export interface ReplacementRecord {
  readonly requestedBy: string;
  readonly requestedAt: string;
  readonly reason: string;
  readonly decidedAt: string | null;
  readonly approved: boolean | null;
}

export interface ObjectionRecord {
  readonly againstDecisionNo: string | null;
  readonly filedAt: string;
  /** Organization id. */
  readonly bureau: string;
  readonly decidedAt: string | null;
  readonly result: string | null;
}

export interface SubsidyRecord {
  readonly standard: string | null;
  readonly amount: number;
  readonly paidAt: string;
  readonly payee: string;
}

export interface DutyLawyerRecord {
  readonly place: string;
  readonly help: readonly string[];
  readonly startedAt: string;
  readonly recordNo: string | null;
  readonly applicationForwardedAt: string | null;
}

export interface QualityReviewRecord {
  readonly method: string | null;
  readonly grade: string;
  readonly reviewer: string | null;
  readonly reviewedAt: string | null;
}
