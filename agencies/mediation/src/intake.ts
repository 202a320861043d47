import { z } from 'zod';
import { disputeTypes, documentTypes, organKinds, partyRoles, sides, sources } from './vocabulary.ts';

const line = z.string().trim().min(1).max(300);

/** An identity document: the kind in words and the number, upper case. */
export const documentNumber = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .transform((number) => number.toUpperCase());

const Party = z
  .strictObject({
    role: z.enum(partyRoles),
    side: z.enum(sides),
    name: line.nullable(),
    document_type: z.enum(documentTypes).nullable(),
    document_number: documentNumber.nullable(),
    organization_id: line.nullable(),
    lawyer_no: line.nullable().default(null),
    agent_document_type: z.enum(documentTypes).nullable().default(null),
    agent_document_number: documentNumber.nullable().default(null),
  })
  .refine((party) => (party.document_number === null) !== (party.organization_id === null), {
    message: 'a party is either a person (document_type, document_number) or a body (organization_id)',
  })
  .refine((party) => (party.document_number === null) === (party.document_type === null), {
    message: 'document_type and document_number come together',
  })
  .refine((party) => (party.agent_document_number === null) === (party.agent_document_type === null), {
    message: 'agent_document_type and agent_document_number come together',
  });

/** The body of `POST /mediations`: what the registration form (受理登记表) asks. */
export const Intake = z.strictObject({
  region_code: z.string().regex(/^\d{6}$/, 'expected a region code of six digits'),
  organization_id: line,
  organ_kind: z.enum(organKinds),
  source: z.enum(sources),
  dispute_type: z.enum(disputeTypes),
  is_public: z.boolean(),
  escalation_risk: z.boolean().default(false),
  parties: z
    .array(Party)
    .min(2)
    .max(500)
    .refine(
      (parties) => ['甲方', '乙方'].every((side) => parties.some((party) => party.side === side)),
      'a dispute has a 甲方 and a 乙方',
    ),
});

export type Intake = z.infer<typeof Intake>;
