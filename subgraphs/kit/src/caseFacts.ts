import { z } from 'zod';
import { appraisalFacts } from './facts/appraisalFacts.ts';
import { legalAidFacts } from './facts/legalAidFacts.ts';
import { mediationFacts } from './facts/mediationFacts.ts';
import { notaryFacts } from './facts/notaryFacts.ts';
import {
  deadlineFact,
  documentFact,
  extensionFact,
  feeReductionFact,
  handlerFact,
  historyFact,
  instant,
  partyFact,
  pauseFact,
} from './facts/sharedFacts.ts';

/**
 * What audit rules need of one case, in one form for every service: the scalar `CaseFacts`. Persons are subject tags;
 * names, numbers of persons, addresses and what anybody said have no member here. Of the four parts by service exactly one
 * is set. Lists are empty and members null where the sharing matrix does not show an auditor their group.
 */
export const caseFacts = z.object({
  /** Graph id. */
  id: z.string().min(1),
  service: z.enum(['LEGAL_AID', 'NOTARY', 'FORENSIC_APPRAISAL', 'MEDIATION']),
  caseNo: z.string(),
  aliases: z.array(z.string()),
  /** Organization id. */
  agency: z.string(),
  region: z.string(),
  client: z.string().nullable(),
  status: z.string(),
  openedAt: instant,
  closedAt: instant.nullable(),
  marks: z.array(z.string()),
  /** Oldest first, as the agency recorded them. */
  history: z.array(historyFact),
  parties: z.array(partyFact),
  handlers: z.array(handlerFact),
  documents: z.array(documentFact),
  deadlines: z.array(deadlineFact),
  pauses: z.array(pauseFact),
  extensions: z.array(extensionFact),
  feeReduction: feeReductionFact.nullable(),
  legalAid: legalAidFacts.nullable(),
  notary: notaryFacts.nullable(),
  appraisal: appraisalFacts.nullable(),
  mediation: mediationFacts.nullable(),
});

export type CaseFacts = z.infer<typeof caseFacts>;
