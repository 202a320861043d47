import { createLogger } from '@tongban/kit';
import { createTestCallers, execute, type PartialCaller, testSubjectTagKeys } from '@tongban/kit/testing';
import { createNotarySubgraph } from '../createNotarySubgraph.ts';

export const ZHANG: PartialCaller = { credential: 'RIC:480101198503121013', purpose: 'SELF' };
export const CONTRACTOR: PartialCaller = { credential: 'RIC:480101197904152158', purpose: 'SELF' };
export const STRANGER: PartialCaller = { credential: 'RIC:480101195209070223', purpose: 'SELF' };
export const OFFICER: PartialCaller = {
  role: 'STAFF',
  service: 'NOTARY',
  organization: '32480101TEAT00031H',
  regions: ['4801'],
  purpose: 'CASE_HANDLING',
  accessCase: 'NO-480101-GZ20260001',
};
export const AUDITOR: PartialCaller = {
  role: 'AUDITOR',
  assignment: 'AUD-2026-001',
  accessCase: 'AUD-2026-001',
  purpose: 'AUDIT',
};

/** The subgraph over the given systems, asked as the gateway asks. Close with `await using`. */
export async function startTestSubgraph(
  systems: string,
  options: { readonly agencyTimeoutMs?: number; readonly now?: string; readonly production?: boolean } = {},
) {
  const app = await createNotarySubgraph({
    systems,
    username: 'tongban',
    password: 'a-password-of-tests',
    agencyTimeoutMs: options.agencyTimeoutMs ?? 2_000,
    callerKeys: createTestCallers().keys,
    subjectTagKeys: testSubjectTagKeys,
    logger: createLogger({ name: 'notary', level: 'silent' }),
    production: options.production ?? false,
    now: () => new Date(options.now ?? '2026-11-23T09:00:00+08:00'),
  });
  return {
    app,
    ask: (caller: PartialCaller, query: string, variables: Record<string, unknown> = {}) =>
      execute(app, { query, variables, caller, requestId: 'request-1' }),
    /** Entities by reference, with the selection on NotaryCase. */
    cases: async (caller: PartialCaller, refs: readonly string[], selection: string) => {
      const representations = refs.map((ref) => ({ __typename: 'NotaryCase', ref }));
      const query = `query ($representations: [_Any!]!) {
        _entities(representations: $representations) { ... on NotaryCase { ${selection} } }
      }`;
      const answer = await execute<{ _entities: (Record<string, unknown> | null)[] }>(app, {
        query,
        variables: { representations },
        caller,
        requestId: 'request-1',
      });
      return { ...answer, found: answer.data?._entities ?? [] };
    },
    async [Symbol.asyncDispose]() {
      await app.close();
    },
  };
}
