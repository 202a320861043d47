import type { CaseFacts } from '@tongban/kit';
import type { LoggedAccess } from '../accesses/loggedAccess.ts';
import type { AccessReader } from '../accesses/readAccesses.ts';
import type { OversightContext } from '../context.ts';
import type { Finding } from '../finding.ts';
import { findFindings } from '../rules/findFindings.ts';
import { type FindingDecision, findDecisions } from '../store/decisions.ts';
import { ruleAccess } from './ruleAccess.ts';

/** What the rules are given. */
export interface Traced {
  readonly personId: string;
  readonly cases: readonly CaseFacts[];
  /** Tags of the person, where every agency told all of his or her cases; else none. */
  readonly completeFor: readonly string[];
  readonly accesses: AccessReader;
}

/** A finding as an auditor is shown it. */
export interface ShownFinding extends Finding {
  readonly id: string;
  /** Newest first. */
  readonly decisions: readonly FindingDecision[];
  readonly decisionToken: string;
}

/** Looks at one person that rules are given; the newest. */
const MOST_ACCESSES = 5_000;
/** Of these, so many are proved to stand in the log; a bundle proves them all (docs/access-log.md). */
const MOST_PROVED = 200;

/**
 * Runs the rules over what a trace brought, and adds what was decided about each finding. Nothing of it is kept.
 *
 * @throws AuditUnavailable where the access log does not answer: without it the rules about looks would seem to find nothing
 */
export async function findInTrace(
  { personId, cases, completeFor, accesses }: Traced,
  { caller, findingKeys, logProver, store }: OversightContext,
): Promise<ShownFinding[]> {
  const looks: LoggedAccess[] = [];
  for await (const access of accesses.from(null)) {
    if (looks.push(access) === MOST_ACCESSES) break;
  }
  const proof = await logProver.prove(looks.slice(0, MOST_PROVED));
  const found = findFindings({
    cases,
    complete: new Set(completeFor),
    accesses: looks.map(ruleAccess),
    proof,
  });
  const shownTo = { account: caller.subject, basis: caller.accessCase ?? '' };
  const ids = findingKeys.idsOf(found, personId);
  const decisions = ids.length === 0 ? new Map<string, FindingDecision[]>() : await findDecisions(store, ids);
  return found.map((finding, at) => {
    const id = ids[at] as string;
    const decisionToken = findingKeys.tokenOf(id, shownTo);
    return { ...finding, id, decisions: decisions.get(id) ?? [], decisionToken };
  });
}
