import { z } from 'zod';
import { BodyCode, PractitionerNo } from './atoms.ts';

/** 法律援助机构, 律师事务所 or another body that this system knows. */
export const WireBody = z.object({
  code: BodyCode,
  uscc: z.string().nullable(),
  name: z.string(),
  kind: z.string(),
  region: z.string(),
  licenceNo: z.string().nullable(),
  licenceState: z.enum(['VALID', 'SUSPENDED', 'REVOKED', 'EXPIRED']).nullable(),
  supervisorCode: z.string().nullable(),
});

/** 律师, 基层法律服务工作者 or another person who may be assigned. Public (公示), but for the identity number. */
export const WireLawyer = z.object({
  practitionerNo: PractitionerNo,
  kind: z.string(),
  name: z.string(),
  firmCode: BodyCode,
  region: z.string(),
  firstPracticeYear: z.int(),
  licenceState: z.enum(['VALID', 'SUSPENDED', 'REVOKED', 'EXPIRED']),
});

export type WireBody = z.infer<typeof WireBody>;
export type WireLawyer = z.infer<typeof WireLawyer>;
