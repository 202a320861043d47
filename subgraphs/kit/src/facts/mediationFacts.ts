import { z } from 'zod';
import { instant } from './sharedFacts.ts';

/** What rules need of a mediation (人民调解法); indexes are of `parties`, null: none of them. Money in fen. */
export const mediationFacts = z.object({
  source: z.string(),
  disputeType: z.string(),
  organKind: z.string(),
  acceptedAt: instant.nullable(),
  consents: z.array(z.object({ party: z.int().nullable(), at: instant, agreed: z.boolean() })),
  /** Whether a mediator told of an interest or an earlier tie, and all agreed (特邀调解规定 art. 15). */
  disclosures: z.array(z.object({ at: instant, consented: z.boolean() })),
  agreement: z
    .object({
      agreementNo: z.string(),
      form: z.string(),
      effectiveAt: instant,
      obligations: z.array(
        z.object({
          debtor: z.int().nullable(),
          creditor: z.int().nullable(),
          /** Null for what is not money. */
          amount: z.int().nullable(),
          dueDate: z.string(),
          performedAt: instant.nullable(),
        }),
      ),
    })
    .nullable(),
  confirmation: z
    .object({
      court: z.string(),
      courtCaseNo: z.string(),
      filedAt: instant,
      decidedAt: instant.nullable(),
      result: z.string().nullable(),
    })
    .nullable(),
  notarialCertificateNo: z.string().nullable(),
});

export type MediationFacts = z.infer<typeof mediationFacts>;
