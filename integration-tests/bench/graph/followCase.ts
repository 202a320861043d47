const FOLLOW = `query ($t: ID!) { thread(threadNo: $t) { title stage cases { id caseNo service statusLabel
  deadlines { ruleId dueAt state } links { kind case { id } } } timeline(first: 50) { edges { node { at service toLabel } } } } }`;

/** The body of a request that follows one matter through all agencies. */
export function followCase(threadNo: string): string {
  return JSON.stringify({ query: FOLLOW, variables: { t: threadNo } });
}
