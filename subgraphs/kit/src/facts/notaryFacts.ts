import { z } from 'zod';
import { instant, whoFact } from './sharedFacts.ts';

/** What rules need of a notary matter (公证法). Money in fen, dates `YYYY-MM-DD`. */
export const notaryFacts = z.object({
  acceptanceNo: z.string(),
  matter: z.string(),
  venueGround: z.string(),
  acceptedAt: instant.nullable(),
  /** As asked for; null where the caller may not know. */
  fee: z.int().nullable(),
  refuseGround: z.string().nullable(),
  certificate: z
    .object({
      certificateNo: z.string(),
      issuedAt: instant,
      status: z.string(),
      enforceability: z
        .object({
          consentClause: z.boolean(),
          creditor: whoFact,
          debtor: whoFact,
          amount: z.int(),
          dueDates: z.array(z.string()),
        })
        .nullable(),
    })
    .nullable(),
  enforcementCertificate: z
    .object({
      certificateNo: z.string().nullable(),
      requestedAt: instant,
      amount: z.int(),
      issuedAt: instant.nullable(),
    })
    .nullable(),
  /** Indexes of a party and a handler of one printed name (公证法 art. 23 (3)). */
  namesakes: z.array(z.object({ party: z.int(), handler: z.int() })),
});

export type NotaryFacts = z.infer<typeof notaryFacts>;
