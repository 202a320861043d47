import { z } from 'zod';
import {
  aidForms,
  aidGrounds,
  dutyLawyerHelp,
  jurisdictionGrounds,
  noticeGrounds,
  urgencyGrounds,
} from '../aidCodes.ts';
import {
  AnyInstant,
  BodyCode,
  IdentityDocument,
  PractitionerNo,
  PrintedNumber,
  Region,
  text,
  Word,
} from './atoms.ts';
import { HardshipCheckInput } from './caseEvent.ts';

/** A person as the counter writes one down. */
export const PersonInput = z.strictObject({ document: IdentityDocument, name: text(100) });

/** Whom the applicant stands against: a person or a body. */
export const OpponentInput = z.union([PersonInput, z.strictObject({ organizationCode: BodyCode })]);

/** Help given by a duty lawyer before the application (art. 30). */
export const DutyLawyerSessionInput = z.strictObject({
  place: text(100),
  practitionerNo: PractitionerNo,
  help: z.array(z.enum(dutyLawyerHelp)).max(5),
  startedAt: AnyInstant,
  recordNo: PrintedNumber.nullable().default(null),
});

/**
 * An application for legal aid (arts 38-41). `state` DRAFT keeps it with the applicant; FORWARDED is what a
 * case-handling organ, place of detention or duty lawyer passes on within 24 hours (art. 39).
 */
export const ApplicationInput = z.strictObject({
  state: z.enum(['DRAFT', 'SUBMITTED', 'FORWARDED']).default('SUBMITTED'),
  /** When it arrived; for FORWARDED, when the detained person applied. Now, if absent. */
  at: AnyInstant.optional(),
  actorRole: Word,
  region: Region,
  agencyCode: BodyCode,
  form: z.enum(aidForms),
  ground: z.enum(aidGrounds),
  jurisdictionGround: z.enum(jurisdictionGrounds),
  matterStage: text(100).nullable().default(null),
  urgent: z.enum(urgencyGrounds).nullable().default(null),
  caseFacts: text(5_000),
  applicant: PersonInput,
  /** 法定代理人 or 近亲属 who applies for the applicant. */
  agent: PersonInput.nullable().default(null),
  opposingParties: z.array(OpponentInput).max(50),
  consultNo: PrintedNumber.nullable().default(null),
  hardshipCheck: HardshipCheckInput.optional(),
  dutyLawyerSession: DutyLawyerSessionInput.nullable().default(null),
});

/** 通知辩护公函 / 通知代理公函 of a case-handling organ (arts 25, 28, 36): aid without an application. */
export const NoticeInput = z.strictObject({
  /** When the agency received it; now, if absent. */
  at: AnyInstant.optional(),
  actorRole: Word,
  region: Region,
  agencyCode: BodyCode,
  form: z.enum(['CRIMINAL_DEFENCE', 'CRIMINAL_REPRESENTATION']),
  ground: z.enum(noticeGrounds),
  noticeNo: PrintedNumber,
  organCode: BodyCode,
  foundAt: AnyInstant,
  detained: z.boolean(),
  placeOfDetention: text(100).nullable().default(null),
  recipient: PersonInput,
  guardian: PersonInput.nullable().default(null),
  dutyLawyerSession: DutyLawyerSessionInput.nullable().default(null),
});

export type PersonInput = z.infer<typeof PersonInput>;
export type ApplicationInput = z.infer<typeof ApplicationInput>;
export type NoticeInput = z.infer<typeof NoticeInput>;
