import { formatInstant } from '@tongban/kit';
import { z } from 'zod';
import { type WireTable, type WireWord, wireCodes, wordFor } from './wireCodes.ts';

/** Epoch milliseconds, read as RFC 3339 with +08:00. */
const Time = z.int().min(0).max(253_402_300_799_000).transform(formatInstant);
const Fen = z.int().nonnegative();
const Text = z.string().max(20_000);
const Key = z.string().min(1).max(100);

/** A number of the agency's dictionary, read as the graph's word. */
function coded<Table extends WireTable>(table: Table) {
  return z
    .int()
    .refine((number) => Object.hasOwn(wireCodes[table], number), { error: `no code of ${table}` })
    .transform((number) => wordFor(table, number) as WireWord<Table>);
}

const SecrecyMark = z.enum(['tradeSecret', 'privacy', 'minor', 'sealed', 'protectedAddress']);

const Party = z.object({
  partyRole: z.string().regex(/^[A-Z_]{1,40}$/),
  side: coded('side'),
  idType: coded('idType').nullable(),
  idNo: Key.nullable(),
  orgId: Key.nullable(),
  lawyerCertNo: Key.nullable(),
  agentIdType: coded('idType').nullable(),
  agentIdNo: Key.nullable(),
});

const Client = {
  clientKind: coded('clientKind'),
  clientOrgId: Key.nullable(),
  clientIdType: coded('idType').nullable(),
  clientIdNo: Key.nullable(),
};

/** What names a case: enough for its id in the graph. */
export const WireCaseId = z.object({
  caseId: z.string().regex(/^[0-9A-Z]{1,40}$/),
  regionCode: z.string().regex(/^\d{6}$/),
});
export type WireCaseId = z.infer<typeof WireCaseId>;

/** The part of a case that says who may know of it, and by what numbers it is found. */
export const WireCaseSketch = WireCaseId.extend({
  caseNo: Text,
  otherNos: z.array(Text).max(1_000),
  institution: z.object({ institutionId: Key }),
  closedTime: Time.nullable(),
  commission: z.object(Client),
  parties: z.array(Party).max(1_000),
  secrecyMarks: z.array(SecrecyMark),
});
export type WireCaseSketch = z.infer<typeof WireCaseSketch>;

const Staff = z.object({
  staffRole: z.string().regex(/^[A-Z_]{1,40}$/),
  certNo: Key,
  name: Text,
  institutionId: Key,
  licenceState: coded('licenceState').nullable(),
  categories: z.array(Key).nullable(),
  fromTime: Time,
  toTime: Time.nullable(),
});

const Material = z.object({
  materialNo: Key,
  name: Text,
  kind: Text.nullable(),
  quantity: Text.nullable(),
  condition: Text.nullable(),
  source: Text.nullable(),
  confirmedByClient: z.boolean(),
  receivedTime: Time,
  returnedTime: Time.nullable(),
  custody: z.array(
    z.object({
      handedTime: Time,
      handedBy: Text,
      takenBy: Text,
      sm3: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .nullable(),
    }),
  ),
});

const FeeReduction = z.object({
  form: coded('feeForm'),
  standardFee: Fen,
  reducedBy: Fen,
  basis: coded('feeBasis'),
  basisDocumentNo: Text.nullable(),
  basisConfirmed: z.boolean().nullable(),
  approvedTime: Time,
  localRule: Text.nullable(),
  settledBy: Text.nullable(),
});

/** A case as the agency sends it (docs/agencies/forensic-appraisal.md, "A case"), codes and times already read. */
export const WireCase = WireCaseSketch.extend({
  unifiedCode: Text.nullable(),
  caseStatus: coded('caseStatus'),
  category: coded('category'),
  matters: z.array(coded('matter')),
  receivedTime: Time,
  examinedTime: Time.nullable(),
  institution: z.object({
    institutionId: Key,
    licenceNo: Text.nullable(),
    licenceState: coded('licenceState').nullable(),
    businessScope: z.array(Key),
  }),
  commission: z.object({
    ...Client,
    commissionNo: Text,
    receivedTime: Time,
    effectiveTime: Time.nullable(),
    purpose: Text,
    requirement: Text.nullable(),
    isReappraisal: z.boolean(),
    reappraisalGround: coded('reappraisalGround').nullable(),
    supplementsCaseId: Key.nullable(),
    repeatsCaseId: Key.nullable(),
    agreedTermDays: z.int().positive().nullable(),
    fee: Fen,
    consumptionConsent: z.boolean().nullable(),
  }),
  notAcceptGround: coded('notAcceptGround').nullable(),
  terminateGround: coded('terminateGround').nullable(),
  standards: z.array(Text),
  staff: z.array(Staff),
  materials: z.array(Material),
  events: z.array(
    z.object({
      fromStatus: coded('caseStatus').nullable(),
      toStatus: coded('caseStatus'),
      event: z.string().regex(/^[A-Z_]{1,40}$/),
      occurredTime: Time,
      operatorRole: z.string().regex(/^[A-Z_]{1,40}$/),
      documentNo: Text.nullable(),
    }),
  ),
  documents: z.array(
    z.object({
      docKind: Text,
      docNo: Text.nullable(),
      title: Text,
      issuedTime: Time,
      issuerId: Key,
      sm3: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .nullable(),
      secrecyMarks: z.array(SecrecyMark),
    }),
  ),
  pauses: z.array(
    z.object({
      ruleId: Key,
      reason: Text,
      suspendGround: coded('suspendGround').nullable(),
      fromTime: Time,
      toTime: Time.nullable(),
    }),
  ),
  extensions: z.array(
    z.object({ ruleId: Key, days: z.int().positive(), approvedTime: Time, clientToldTime: Time.nullable() }),
  ),
  opinion: z
    .object({
      opinionNo: Text,
      issuedTime: Time,
      conclusion: Text,
      signatures: z.array(z.object({ certNo: Key, dissent: Text.nullable() })),
      correctedTime: Time.nullable(),
    })
    .nullable(),
  testimony: z
    .object({
      courtId: Key,
      noticeTime: Time,
      appearedTime: Time.nullable(),
      mode: z.enum(['IN_COURT', 'VIDEO', 'WRITTEN']).nullable(),
      absentReason: Text.nullable(),
    })
    .nullable(),
  foreignReport: z.object({ element: Text, reportedTo: Text, reportedTime: Time }).nullable(),
  feeReduction: FeeReduction.nullable(),
});
export type WireCase = z.infer<typeof WireCase>;

/** Answers whose cases are still to be read one by one, so that a bad one spoils no other. */
export const WireCaseList = z.object({ list: z.array(z.unknown()).max(100_000) });
export const WireCasePage = z.object({ total: z.int().nonnegative(), list: z.array(z.unknown()).max(100) });
