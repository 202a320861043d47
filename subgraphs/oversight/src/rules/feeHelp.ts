import type { CaseFacts } from '@tongban/kit';
import { normaliseNumber } from '@tongban/kit';
import { type AidCase, aidCases } from './caseKinds.ts';
import type { TraceFacts } from './traceFacts.ts';

/** A case whose fee was helped with on the strength of legal aid. */
export type HelpedCase = CaseFacts & { feeReduction: NonNullable<CaseFacts['feeReduction']> };

export function helpedByAid({ cases }: TraceFacts): HelpedCase[] {
  return cases.filter((one): one is HelpedCase => one.feeReduction?.basis === 'LEGAL_AID');
}

/** A decision of legal aid and the case it was made in. */
export interface FoundDecision {
  readonly aid: AidCase;
  readonly decision: AidCase['legalAid']['decisions'][number];
}

/** Looks decisions up by number, however it is printed; null where no case of the trace has it. */
export function decisionFinder(trace: TraceFacts): (number: string) => FoundDecision | null {
  const byNumber = new Map(
    aidCases(trace).flatMap((aid) =>
      aid.legalAid.decisions.map(
        (decision) => [normaliseNumber(decision.decisionNo), { aid, decision }] as const,
      ),
    ),
  );
  return (number) => byNumber.get(normaliseNumber(number)) ?? null;
}
