import type { Store } from './openStore.ts';

export type FindingVerdict = 'CONFIRMED' | 'DISMISSED' | 'NEEDS_MORE';

/** What an auditor made of a finding. */
export interface FindingDecision {
  readonly finding: string;
  readonly at: Date;
  /** Account of the auditor, opaque. */
  readonly by: string;
  readonly basis: string;
  readonly decision: FindingVerdict;
  readonly reason: string;
}

/** Adds a decision; earlier ones stay. */
export async function addDecision({ database }: Store, decision: FindingDecision): Promise<void> {
  await database
    .insertInto('finding_decision')
    .values({
      finding: decision.finding,
      decided_at: decision.at.toISOString(),
      decided_by: decision.by,
      basis: decision.basis,
      verdict: decision.decision,
      reason: decision.reason,
    })
    .execute();
}

/** By finding, newest first. */
export async function findDecisions(
  { database }: Store,
  findings: readonly string[],
): Promise<Map<string, FindingDecision[]>> {
  const rows = await database
    .selectFrom('finding_decision')
    .selectAll()
    .where('finding', 'in', [...findings])
    .orderBy('id', 'desc')
    .execute();
  const decisions = rows.map((row) => ({
    finding: row.finding,
    at: new Date(row.decided_at),
    by: row.decided_by,
    basis: row.basis,
    decision: row.verdict,
    reason: row.reason,
  }));
  return Map.groupBy(decisions, ({ finding }) => finding);
}
