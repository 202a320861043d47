import { z } from 'zod';
import { instant } from './sharedFacts.ts';

/** What rules need of a forensic appraisal (司法鉴定程序通则). Money in fen. */
export const appraisalFacts = z.object({
  category: z.string(),
  matters: z.array(z.string()),
  commission: z.object({
    commissionNo: z.string(),
    clientKind: z.string(),
    receivedAt: instant,
    /** 委托书生效日; null until accepted. */
    effectiveAt: instant.nullable(),
    isReappraisal: z.boolean(),
    /** Whether it names an earlier case that it supplements (通则 art. 30). */
    isSupplement: z.boolean(),
    /** Null where the caller may not know. */
    fee: z.int().nullable(),
  }),
  institution: z.object({
    licenceState: z.string().nullable(),
    /** Categories; empty where the register does not say. */
    scope: z.array(z.string()),
  }),
  notAcceptGround: z.string().nullable(),
  examinedAt: instant.nullable(),
  opinion: z.object({ opinionNo: z.string(), issuedAt: instant, signers: z.array(z.string()) }).nullable(),
  hasForeignReport: z.boolean(),
  /** The chain of each material (通则 art. 22): the first hand-over that does not go on from the one before, or null. */
  materials: z.array(
    z.object({
      no: z.string(),
      steps: z.int(),
      gapAt: instant.nullable(),
      /** The first hand-over with another digest than the one before, or null. */
      digestChangedAt: instant.nullable(),
    }),
  ),
});

export type AppraisalFacts = z.infer<typeof appraisalFacts>;
