import { z } from 'zod';
import {
  aidForms,
  aidGrounds,
  assignmentModes,
  channels,
  conflictDeclarations,
  decisionKinds,
  documentTypes,
  dutyLawyerHelp,
  exemptGrounds,
  hardshipModes,
  hardshipResults,
  jurisdictionGrounds,
  noticeGrounds,
  notLimitedGrounds,
  objectionResults,
  qualityMethods,
  secrecyMarks,
  urgencyGrounds,
} from '../aidCodes.ts';
import { aidStatusCodes } from '../lifecycle/aidStatus.ts';
import { BodyCode, Fen, Instant, PlainDate, PractitionerNo, Region } from './atoms.ts';

const nullableInstant = Instant.nullable();
const nullableText = z.string().nullable();
const Body = z.string().min(1);

/** A person of a case, as the counter recorded the document shown. */
export const WirePerson = z.object({
  documentType: z.enum(documentTypes),
  documentNumber: z.string(),
  name: nullableText,
});

/** 当事人. Exactly one of `person` and `organizationCode` is set. */
export const WireParty = z.object({
  role: z.string(),
  side: z.enum(['A', 'B', 'NEUTRAL']),
  person: WirePerson.nullable(),
  organizationCode: Body.nullable(),
  /** Licence number of the lawyer who represents this party. */
  lawyerNo: nullableText,
  /** Guardian or another agent who is no lawyer. */
  agent: WirePerson.nullable(),
});

/** 承办人. */
export const WireHandler = z.object({
  role: z.string(),
  practitionerNo: PractitionerNo,
  name: z.string(),
  organizationCode: Body,
  from: Instant,
  to: nullableInstant,
});

/** 状态流转. `service` names the neighbouring service of a step that is not legal aid's own. */
export const WireStatusEvent = z.object({
  service: z.enum(['CONSULTATION', 'JUDICIAL_CONFIRMATION', 'ENFORCEMENT']).nullable(),
  from: nullableText,
  to: z.string(),
  event: z.string(),
  at: Instant,
  actorRole: z.string(),
  documentNo: nullableText,
  reasonCode: nullableText,
});

/** 文书: what it is, never its content. */
export const WireDocument = z.object({
  kind: z.string(),
  number: nullableText,
  title: z.string(),
  issuedAt: Instant,
  issuerCode: Body,
  secrecyMarks: z.array(z.enum(secrecyMarks)),
});

/** A stretch that does not count towards a time limit, for example while a supplement is awaited (art. 43). */
export const WireClockStop = z.object({
  ruleId: z.string(),
  reason: z.string(),
  from: Instant,
  to: nullableInstant,
});

/** An extension of a time limit. */
export const WireExtension = z.object({
  ruleId: z.string(),
  length: z.int().positive(),
  approvedAt: Instant,
});

/** 咨询. */
export const WireConsultation = z.object({
  consultNo: z.string(),
  region: Region,
  channel: z.enum(channels),
  askedAt: Instant,
  topic: z.string(),
  /** Role of who answered, never the name. */
  answeredBy: nullableText,
  answeredAt: nullableInstant,
  /** Whether the caller was told of the right to apply (art. 23). */
  toldOfRight: z.boolean(),
  satisfaction: z.int().min(1).max(5).nullable(),
  /** Key of the case that came of it. */
  convertedTo: nullableText,
});

/** 申请. */
export const WireApplication = z.object({
  applicationNo: z.string(),
  receivedAt: Instant,
  receiptNo: nullableText,
  jurisdictionGround: z.enum(jurisdictionGrounds),
  /** 申请事项法律状态. */
  matterStage: nullableText,
  urgent: z.enum(urgencyGrounds).nullable(),
  /** Restricted: what the applicant told. */
  caseFacts: z.string(),
  /** Whom the applicant stands against, for conflict checks (律师法 art. 39). */
  opposingParties: z.array(z.object({ person: WirePerson.nullable(), organizationCode: Body.nullable() })),
  supplement: z
    .object({ issuedAt: Instant, items: z.array(z.string()), answeredAt: nullableInstant })
    .nullable(),
  redirectedTo: nullableText,
});

/** 经济困难核查. */
export const WireHardshipCheck = z.object({
  mode: z.enum(hardshipModes),
  exemptGround: z.enum([...new Set([...exemptGrounds, ...notLimitedGrounds])]).nullable(),
  standard: z
    .object({ region: Region, amountFen: Fen, validFrom: PlainDate, validTo: PlainDate.nullable() })
    .nullable(),
  householdIncomeFen: Fen.nullable(),
  sourceAgency: nullableText,
  result: z.enum(hardshipResults),
});

/** 决定. */
export const WireDecision = z.object({
  decisionNo: z.string(),
  kind: z.enum(decisionKinds),
  decidedAt: Instant,
  reasonCode: nullableText,
  servedAt: nullableInstant,
});

/** 通知辩护 / 通知代理. */
export const WireNotice = z.object({
  noticeNo: z.string(),
  organCode: Body,
  ground: z.enum(noticeGrounds),
  foundAt: Instant,
  receivedAt: Instant,
  detained: z.boolean(),
  placeOfDetention: nullableText,
});

/** 指派. */
export const WireAssignment = z.object({
  assignmentNo: z.string(),
  assignedAt: Instant,
  firmCode: Body,
  practitionerNo: PractitionerNo,
  practitionerName: nullableText,
  mode: z.enum(assignmentModes),
  conflictDeclaration: z.enum(conflictDeclarations),
  /** Full years of practice at assignment (art. 26 asks for three in grave cases); null where the register has none. */
  yearsOfPractice: z.int().nullable(),
  /** 未成年人保护法 art. 104; null where not asked. */
  juvenileExperience: z.boolean().nullable(),
  firmRepliedAt: nullableInstant,
  agreementSignedAt: nullableInstant,
});

/** 更换承办人. */
export const WireReplacement = z.object({
  requestedBy: z.string(),
  requestedAt: Instant,
  reason: z.string(),
  decidedAt: nullableInstant,
  result: z.enum(['APPROVED', 'REJECTED']).nullable(),
  newAssignmentNo: nullableText,
});

/** 异议, art. 49. */
export const WireObjection = z.object({
  againstDecisionNo: nullableText,
  filedAt: Instant,
  bureauCode: Body,
  decidedAt: nullableInstant,
  result: z.enum(objectionResults).nullable(),
});

/** 补贴, art. 52. */
export const WireSubsidy = z.object({
  standard: nullableText,
  amountFen: Fen,
  paidAt: Instant,
  payee: z.string(),
});

/** 值班律师法律帮助, art. 30. */
export const WireDutyLawyerSession = z.object({
  place: z.string(),
  practitionerNo: PractitionerNo,
  help: z.array(z.enum(dutyLawyerHelp)),
  startedAt: Instant,
  /** Number of the record of help given. */
  recordNo: nullableText,
  applicationForwardedAt: nullableInstant,
});

/** 质量评估, arts 57 and 59. */
export const WireQualityReview = z.object({
  method: z.enum(qualityMethods).nullable(),
  grade: z.string(),
  reviewer: nullableText,
  reviewedAt: nullableInstant,
});

/** 承办进展. */
export const WireProgressReport = z.object({ at: Instant, text: z.string() });

/** 援助案件: the whole record, application and case in one. */
export const WireAidCase = z.object({
  key: z.string().regex(/^[0-9A-Z]{1,40}$/),
  /** Grows by one with every write. */
  version: z.int().positive(),
  region: Region,
  caseNo: z.string(),
  /** Every other number printed on a document of this case. */
  otherNumbers: z.array(z.string()),
  agencyCode: BodyCode,
  form: z.enum(aidForms),
  ground: z.enum(aidGrounds),
  status: z.enum(aidStatusCodes),
  statusName: z.string(),
  openedAt: Instant,
  closedAt: nullableInstant,
  parties: z.array(WireParty),
  handlers: z.array(WireHandler),
  statusHistory: z.array(WireStatusEvent),
  documents: z.array(WireDocument),
  clockStops: z.array(WireClockStop),
  extensions: z.array(WireExtension),
  secrecyMarks: z.array(z.enum(secrecyMarks)),
  consultation: WireConsultation.nullable(),
  application: WireApplication.nullable(),
  notice: WireNotice.nullable(),
  hardshipCheck: WireHardshipCheck,
  /** Oldest first. */
  decisions: z.array(WireDecision),
  /** Oldest first. */
  assignments: z.array(WireAssignment),
  replacements: z.array(WireReplacement),
  objection: WireObjection.nullable(),
  subsidies: z.array(WireSubsidy),
  dutyLawyerSession: WireDutyLawyerSession.nullable(),
  progressReports: z.array(WireProgressReport),
  outcome: nullableText,
  recoveredFen: Fen.nullable(),
  qualityReviews: z.array(WireQualityReview),
});

export type WireAidCase = z.infer<typeof WireAidCase>;
export type WirePerson = z.infer<typeof WirePerson>;
export type WireParty = z.infer<typeof WireParty>;
export type WireHandler = z.infer<typeof WireHandler>;
export type WireStatusEvent = z.infer<typeof WireStatusEvent>;
export type WireDocument = z.infer<typeof WireDocument>;
export type WireConsultation = z.infer<typeof WireConsultation>;
export type WireApplication = z.infer<typeof WireApplication>;
export type WireHardshipCheck = z.infer<typeof WireHardshipCheck>;
export type WireDecision = z.infer<typeof WireDecision>;
export type WireAssignment = z.infer<typeof WireAssignment>;
