import { isDate } from '@tongban/kit';
import { z } from 'zod';
import {
  ActorRole,
  AgreementForm,
  Clock,
  ConfirmationResult,
  DisputeType,
  DocumentType,
  Event,
  NeighbourService,
  OrganKind,
  PartyRole,
  SecrecyWord,
  SessionMode,
  Side,
  Source,
  Status,
} from './mediationWords.ts';

/** `2026-11-23 09:05:00`, China time, as an RFC 3339 instant; a time that the calendar does not have is drift. */
const time = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d ([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/, 'not a time like 2026-11-23 09:05:00')
  .refine((text) => isDate(text.slice(0, 10)), 'a day that the calendar does not have')
  .transform((text) => `${text.replace(' ', 'T')}+08:00`);

const day = z.string().refine(isDate, 'not a day like 2026-11-23');

/** `62000.00` yuan as a whole number of fen, without a float in between. */
const fen = z
  .string()
  .regex(/^\d{1,13}\.\d\d$/, 'not yuan with two places')
  .transform((yuan) => Number(yuan.replace('.', '')));

const text = z.string().min(1);
const partyNo = z.number().int().min(1).nullable();

/** A mediation as the system sends it (docs/agencies/mediation.md), read into codes, instants and fen. */
export const MediationShape = z.object({
  id: z.string().regex(/^[0-9A-Z]{1,40}$/),
  region_code: z.string().regex(/^\d{6}$/),
  register_no: text,
  other_numbers: z.array(text),
  organization_id: text,
  organ_kind: OrganKind,
  status: Status,
  source: Source,
  dispute_type: DisputeType,
  is_public: z.boolean(),
  escalation_risk: z.boolean(),
  registered_at: time,
  accepted_at: time.nullable(),
  closed_at: time.nullable(),
  parties: z.array(
    z
      .object({
        role: PartyRole,
        side: Side,
        document_type: DocumentType.nullable(),
        document_number: text.nullable(),
        organization_id: text.nullable(),
        lawyer_no: text.nullable(),
        agent_document_type: DocumentType.nullable(),
        agent_document_number: text.nullable(),
      })
      .refine(
        (party) => (party.document_number === null) !== (party.organization_id === null),
        'neither person nor body, or both',
      )
      .refine(
        (party) =>
          (party.document_type === null) === (party.document_number === null) &&
          (party.agent_document_type === null) === (party.agent_document_number === null),
        'a document needs type and number',
      ),
  ),
  consents: z.array(z.object({ party_no: partyNo, at: time, agreed: z.boolean() })),
  mediators: z.array(
    z.object({
      role: ActorRole,
      license_no: text,
      name: text,
      organization_id: text,
      from: time,
      to: time.nullable(),
    }),
  ),
  disclosures: z.array(z.object({ at: time, text: z.string(), consented: z.boolean() })),
  sessions: z.array(
    z.object({ at: time, place: z.string(), mode: SessionMode, undisputed_facts: z.string().nullable() }),
  ),
  agreement: z
    .object({
      agreement_no: text,
      form: AgreementForm,
      effective_at: time,
      obligations: z.array(
        z.object({
          obligation_no: z.number().int().min(1),
          debtor_no: partyNo,
          creditor_no: partyNo,
          what: z.string(),
          amount_yuan: fen.nullable(),
          due_date: day,
          performed_at: time.nullable(),
        }),
      ),
      performance: z.array(
        z.object({
          obligation_no: z.number().int().min(1),
          at: time,
          amount_yuan: fen.nullable(),
          evidence_no: text.nullable(),
        }),
      ),
    })
    .nullable(),
  confirmation: z
    .object({
      court_id: text,
      court_case_no: text,
      filed_at: time,
      accepted_at: time.nullable(),
      decided_at: time.nullable(),
      result: ConfirmationResult.nullable(),
      reason: z.string().nullable(),
    })
    .nullable(),
  notarial_certificate_no: text.nullable(),
  follow_ups: z.array(
    z.object({ at: time, performed: z.boolean(), satisfaction: z.number().int().min(1).max(5).nullable() }),
  ),
  documents: z.array(
    z.object({
      kind: text,
      number: text.nullable(),
      title: z.string(),
      issued_at: time,
      issuer_id: text,
      secrecy: z.array(SecrecyWord),
    }),
  ),
  pauses: z.array(z.object({ clock: Clock, from: time, to: time.nullable() })),
  extensions: z.array(z.object({ clock: Clock, length: z.number().int().min(1), approved_at: time })),
  secrecy: z.array(SecrecyWord),
  history: z.array(
    z.object({
      service: NeighbourService.nullable(),
      from: Status.nullable(),
      to: Status,
      event: Event,
      at: time,
      actor_role: ActorRole,
      document_no: text.nullable(),
    }),
  ),
});

export type MediationShape = z.infer<typeof MediationShape>;

/** A word of a list, or `unknown` for another: a sketch is made of what can be read. */
const lenient = <Output>(word: z.ZodType<Output>) => word.or(z.null()).catch(null);

/**
 * As much of a mediation that cannot be read as says which one it is and who may know of it. A mark of secrecy that
 * nobody knows stays unknown, and with it the case is hidden from everyone.
 */
export const Sketch = z.object({
  id: z.string().regex(/^[0-9A-Z]{1,40}$/),
  region_code: z.string().regex(/^\d{6}$/),
  register_no: z.string().catch(''),
  other_numbers: z.array(z.string()).catch([]),
  organization_id: z.string().catch(''),
  secrecy: z.array(SecrecyWord.or(z.string().transform(() => null)).or(z.null())),
  parties: z.array(
    z.object({
      side: lenient(Side),
      document_type: lenient(DocumentType),
      document_number: lenient(z.string()),
      lawyer_no: lenient(z.string()),
      agent_document_type: lenient(DocumentType),
      agent_document_number: lenient(z.string()),
    }),
  ),
});

export type Sketch = z.infer<typeof Sketch>;
