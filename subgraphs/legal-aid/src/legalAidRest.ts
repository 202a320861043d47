import { z } from 'zod';
import { legalAidStatusCodes } from './legalAidStatuses.ts';

/**
 * The agency's wire shapes (docs/agencies/legal-aid.md). Fields we do not use are dropped; a code we do not know is
 * refused, because a guess at its meaning would be shown to people as fact.
 */

const Instant = z.iso.datetime({ offset: true });
const nullableInstant = Instant.nullable();
const nullableText = z.string().nullable();
const Id = z.string().min(1).max(64);
const Fen = z.int().nonnegative();
const Region = z.string().regex(/^\d{6}$/);
const secrecyMarks = z.array(
  z.enum(['tradeSecret', 'privacy', 'minor', 'sealed', 'willSecret', 'protectedAddress', 'mediationPrivate']),
);
const noticeGrounds = [
  'MINOR',
  'SENSORY_DISABILITY',
  'LIMITED_COGNITION',
  'LIFE_OR_DEATH',
  'DEATH_REVIEW',
  'ABSENTIA',
  'OTHER_MANDATORY',
  'DISCRETIONARY',
  'COMPULSORY_MEDICAL',
] as const;

const RestPerson = z.object({ documentType: z.string().regex(/^[A-Z0-9_]+$/), documentNumber: Id });
const RestParty = z.object({
  role: z.string(),
  side: z.enum(['A', 'B', 'NEUTRAL']),
  person: RestPerson.nullable(),
  organizationCode: Id.nullable(),
  lawyerNo: nullableText,
  agent: RestPerson.nullable(),
});
const RestHandler = z.object({
  role: z.string(),
  practitionerNo: z.string(),
  name: z.string(),
  organizationCode: Id,
  from: Instant,
  to: nullableInstant,
});

/** Which case it is. */
export const RestCaseId = z.object({ key: z.string().regex(/^[0-9A-Z]{1,40}$/), region: Region });

/** What must be known of a case to say who may know of it; read even where the rest of the case cannot be. */
export const RestCaseSketch = RestCaseId.extend({
  agencyCode: Id,
  closedAt: nullableInstant,
  parties: z.array(RestParty),
  handlers: z.array(RestHandler),
  secrecyMarks,
  notice: z.object({ organCode: Id }).nullable(),
});

/** `AidCase` of the agency's OpenAPI description. */
export const RestCase = RestCaseSketch.extend({
  caseNo: z.string(),
  otherNumbers: z.array(z.string()),
  form: z.enum([
    'CONSULTATION',
    'DRAFTING',
    'CRIMINAL_DEFENCE',
    'CRIMINAL_REPRESENTATION',
    'CIVIL_LITIGATION',
    'CIVIL_NON_LITIGATION',
    'ADMINISTRATIVE_LITIGATION',
    'ADMINISTRATIVE_NON_LITIGATION',
    'STATE_COMPENSATION_LITIGATION',
    'STATE_COMPENSATION_NON_LITIGATION',
    'DUTY_LAWYER',
    'LABOUR_MEDIATION_ARBITRATION',
    'OTHER',
  ]),
  ground: z.enum([
    'SUSPECT_OR_DEFENDANT',
    ...noticeGrounds,
    'VICTIM_SIDE',
    'STATE_COMPENSATION',
    'SOCIAL_SECURITY',
    'PENSION_FOR_DEATH',
    'MAINTENANCE',
    'LABOUR',
    'INCAPACITY',
    'INJURY',
    'ENVIRONMENT',
    'OTHER',
    'RETRIAL',
    'HERO_KIN',
    'RIGHTEOUS_COURAGE',
    'RETRIAL_ACQUITTAL',
    'ABUSE_VICTIM',
  ]),
  status: z.enum(legalAidStatusCodes),
  openedAt: Instant,
  statusHistory: z.array(
    z
      .object({
        service: z.enum(['CONSULTATION', 'JUDICIAL_CONFIRMATION', 'ENFORCEMENT']).nullable(),
        from: nullableText,
        to: z.string(),
        event: z.string(),
        at: Instant,
        actorRole: z.string(),
        documentNo: nullableText,
      })
      .refine(({ service, to }) => service !== null || legalAidStatusCodes.some((status) => status === to), {
        error: 'a status that the lifecycle does not have',
        path: ['to'],
      }),
  ),
  documents: z.array(
    z.object({
      kind: z.string(),
      number: nullableText,
      title: z.string(),
      issuedAt: Instant,
      issuerCode: Id,
      secrecyMarks,
    }),
  ),
  clockStops: z.array(z.object({ ruleId: z.string(), from: Instant, to: nullableInstant })),
  extensions: z.array(z.object({ ruleId: z.string(), length: z.int().positive(), approvedAt: Instant })),
  consultation: z
    .object({
      consultNo: z.string(),
      channel: z.enum(['HOTLINE', 'WEB', 'WECHAT', 'APP', 'COUNTER', 'STATION', 'LETTER', 'TRANSFER']),
      askedAt: Instant,
      topic: z.string(),
      answeredAt: nullableInstant,
      toldOfRight: z.boolean(),
      satisfaction: z.int().nullable(),
    })
    .nullable(),
  application: z
    .object({
      applicationNo: z.string(),
      receivedAt: Instant,
      receiptNo: nullableText,
      jurisdictionGround: z.enum(['CASE_ORGAN_PLACE', 'DISPUTE_BODY_PLACE', 'EVENT_PLACE']),
      matterStage: nullableText,
      urgent: z.enum(['LIMITATION_UNDER_7_DAYS', 'PRESERVATION_OR_ADVANCE', 'OTHER_LAW']).nullable(),
      caseFacts: z.string(),
      opposingParties: z.array(z.object({ person: RestPerson.nullable(), organizationCode: Id.nullable() })),
      supplement: z
        .object({ issuedAt: Instant, items: z.array(z.string()), answeredAt: nullableInstant })
        .nullable(),
      redirectedTo: Id.nullable(),
    })
    .nullable(),
  notice: z
    .object({
      noticeNo: z.string(),
      organCode: Id,
      ground: z.enum(noticeGrounds),
      foundAt: Instant,
      receivedAt: Instant,
      detained: z.boolean(),
      placeOfDetention: nullableText,
    })
    .nullable(),
  hardshipCheck: z.object({
    mode: z.enum(['DATA_SHARING', 'INTEGRITY_PROMISE', 'EXEMPT_FROM_CHECK', 'NOT_LIMITED', 'NOT_APPLICABLE']),
    exemptGround: z
      .enum([
        'NO_FIXED_INCOME',
        'RELIEF_RECIPIENT',
        'MIGRANT_WAGE_OR_INJURY',
        'HERO_KIN',
        'RIGHTEOUS_COURAGE',
        'RETRIAL_ACQUITTAL',
        'ABUSE_VICTIM',
        'OTHER_LAW',
      ])
      .nullable(),
    standard: z
      .object({ region: Region, amountFen: Fen, validFrom: z.iso.date(), validTo: z.iso.date().nullable() })
      .nullable(),
    householdIncomeFen: Fen.nullable(),
    sourceAgency: nullableText,
    result: z.enum(['MET', 'NOT_MET', 'NOT_REQUIRED', 'PENDING']),
  }),
  decisions: z.array(
    z.object({
      decisionNo: z.string(),
      kind: z.enum(['GRANT', 'REFUSE', 'TERMINATE', 'PROVISIONAL']),
      decidedAt: Instant,
      reasonCode: nullableText,
      servedAt: nullableInstant,
    }),
  ),
  assignments: z.array(
    z.object({
      assignmentNo: z.string(),
      assignedAt: Instant,
      firmCode: Id,
      practitionerName: nullableText,
      mode: z.enum(['ASSIGN', 'ARRANGE_STAFF', 'PURCHASE']),
      conflictDeclaration: z.enum(['CLEAN', 'WARNED']),
      yearsOfPractice: z.int().nullable(),
      juvenileExperience: z.boolean().nullable(),
      firmRepliedAt: nullableInstant,
      agreementSignedAt: nullableInstant,
    }),
  ),
  replacements: z.array(
    z.object({
      requestedBy: z.string(),
      requestedAt: Instant,
      reason: z.string(),
      decidedAt: nullableInstant,
      result: z.enum(['APPROVED', 'REJECTED']).nullable(),
    }),
  ),
  objection: z
    .object({
      againstDecisionNo: nullableText,
      filedAt: Instant,
      bureauCode: Id,
      decidedAt: nullableInstant,
      result: z.enum(['UPHELD', 'ORDERED_TO_CORRECT']).nullable(),
    })
    .nullable(),
  subsidies: z.array(
    z.object({ standard: nullableText, amountFen: Fen, paidAt: Instant, payee: z.string() }),
  ),
  dutyLawyerSession: z
    .object({
      place: z.string(),
      help: z.array(
        z.enum([
          'ADVICE',
          'PROCEDURE_CHOICE',
          'CHANGE_OF_COMPULSORY_MEASURE',
          'OPINION_ON_HANDLING',
          'WITNESS_PLEA_AFFIDAVIT',
        ]),
      ),
      startedAt: Instant,
      recordNo: nullableText,
      applicationForwardedAt: nullableInstant,
    })
    .nullable(),
  progressReports: z.array(z.object({ at: Instant, text: z.string() })),
  outcome: nullableText,
  recoveredFen: Fen.nullable(),
  qualityReviews: z.array(
    z.object({
      method: z
        .enum(['HEARING_ATTENDANCE', 'FILE_INSPECTION', 'OPINION_SURVEY', 'RETURN_VISIT', 'THIRD_PARTY'])
        .nullable(),
      grade: z.string(),
      reviewer: nullableText,
      reviewedAt: nullableInstant,
    }),
  ),
});

export type RestCaseId = z.infer<typeof RestCaseId>;
export type RestCase = z.infer<typeof RestCase>;
export type RestCaseSketch = z.infer<typeof RestCaseSketch>;

/** The answers, with each case still to be read by itself, so that one bad case spoils no other. */
export const RestCaseList = z.object({ items: z.array(z.unknown()) });
export const RestCasesByNumber = z.object({
  items: z.array(z.object({ number: z.string(), cases: z.array(z.unknown()) })),
});
export const RestCasesByParty = z.object({
  items: z.array(
    z.object({
      document: z.object({ type: z.string(), number: z.string() }),
      cases: z.array(z.unknown()),
      nextCursor: z.string().nullable(),
    }),
  ),
});
export const RestCasePage = z.object({
  items: z.array(z.object({ cursor: z.string().min(1), case: z.unknown() })),
  nextCursor: z.string().nullable(),
  total: z.int().nonnegative().nullable(),
});

/** Somebody who may be assigned, as the public register has it. */
export const RestLawyer = z.object({
  practitionerNo: z.string(),
  firstPracticeYear: z.int(),
  licenceState: z.enum(['VALID', 'SUSPENDED', 'REVOKED', 'EXPIRED']),
});
export type RestLawyer = z.infer<typeof RestLawyer>;

/** The answer about a number that the register does not have. */
export const NoSuchLawyer = z
  .object({ error: z.object({ code: z.literal('NOT_FOUND') }) })
  .transform(() => null);
