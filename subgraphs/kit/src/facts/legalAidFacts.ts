import { z } from 'zod';
import { instant, tag, whoFact } from './sharedFacts.ts';

/** What rules need of a legal aid case (法律援助法). Money in fen. */
export const legalAidFacts = z.object({
  form: z.string(),
  ground: z.string(),
  /** Null where an organ gave notice. */
  application: z
    .object({ receivedAt: instant, jurisdictionGround: z.string(), urgent: z.string().nullable() })
    .nullable(),
  notice: z.object({ organ: z.string(), ground: z.string(), receivedAt: instant }).nullable(),
  hardship: z
    .object({
      mode: z.string(),
      exemptGround: z.string().nullable(),
      notLimitedGround: z.string().nullable(),
      result: z.string(),
    })
    .nullable(),
  /** Oldest first. */
  decisions: z.array(
    z.object({
      decisionNo: z.string(),
      kind: z.enum(['GRANT', 'REFUSE', 'TERMINATE', 'PROVISIONAL']),
      decidedAt: instant,
      reasonCode: z.string().nullable(),
    }),
  ),
  /** Oldest first. */
  assignments: z.array(
    z.object({
      assignmentNo: z.string(),
      assignedAt: instant,
      firm: z.string(),
      conflictDeclaration: z.string(),
      /** Full years then; null where nobody wrote them down. */
      yearsOfPractice: z.int().nullable(),
      agreementSignedAt: instant.nullable(),
    }),
  ),
  opposingParties: z.array(whoFact),
  objection: z.object({ filedAt: instant, result: z.string().nullable() }).nullable(),
  /** `payee`: tag of `PAYEE:<as the agency notes it>`, a name or a number. */
  subsidies: z.array(z.object({ amount: z.int(), paidAt: instant, payee: tag })),
  outcome: z.string().nullable(),
});

export type LegalAidFacts = z.infer<typeof legalAidFacts>;
