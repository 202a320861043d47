import type { JWTPayload } from 'jose';
import { z } from 'zod';
import type { AccessReason } from './accessReason.ts';
import type { Caller } from './caller.ts';

const text = z.string().min(1).max(256);
const optional = text.nullish().transform((value) => value ?? null);

const texts = z.array(text).max(100).default([]);

const Scope = z.object({
  persons: texts,
  cases: texts,
  regions: texts,
  from: z.iso.date(),
  until: z.iso.date(),
  approver: optional,
});

const Claims = z.object({
  sub: text,
  role: z.string().regex(/^[A-Z_]{1,64}$/),
  credential: optional,
  practitioner_no: optional,
  org: optional,
  service: optional,
  regions: z.array(text).max(64).default([]),
  scope: z.string().max(2_048).default(''),
  assignment: optional,
  assignment_scope: Scope.nullish().transform((scope) => scope ?? null),
});

/** Roles for which a purpose needs no saying. */
const IMPLIED_PURPOSE: Readonly<Record<string, string>> = {
  CITIZEN: 'SELF',
  REPRESENTATIVE: 'REPRESENTATION',
};

/** The caller of a verified token; null when the claims do not have the shape that the gateway vouches for. */
export function toCaller(payload: JWTPayload, { purpose, accessCase }: AccessReason): Caller | null {
  const parsed = Claims.safeParse(payload);
  if (!parsed.success) return null;
  const { sub, role, credential, practitioner_no, org, service, regions, scope } = parsed.data;
  return {
    subject: sub,
    role,
    credential,
    practitionerNo: practitioner_no,
    organization: org,
    service,
    regions,
    scopes: scope.split(' ').filter((part) => part !== ''),
    assignment: parsed.data.assignment,
    assignmentScope: parsed.data.assignment_scope,
    purpose: purpose ?? IMPLIED_PURPOSE[role] ?? null,
    accessCase,
  };
}
