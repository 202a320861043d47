import { createLogger } from '@tongban/kit';
import { createTestCallers, execute, type PartialCaller, testSubjectTagKeys } from '@tongban/kit/testing';
import { createMediationSubgraph, type MediationSubgraphOptions } from '../createMediationSubgraph.ts';
import { TOKEN } from './runFakeSystem.ts';
import { ZHANG } from './wireMediation.ts';

export const zhang: PartialCaller = { role: 'CITIZEN', credential: ZHANG };
export const officer: PartialCaller = {
  role: 'STAFF',
  service: 'MEDIATION',
  regions: ['4801'],
  purpose: 'CASE_HANDLING',
  accessCase: 'ME-480101-M1',
};
export const auditor: PartialCaller = {
  role: 'AUDITOR',
  purpose: 'AUDIT',
  accessCase: 'AUD-2026-001',
  assignment: 'AUD-2026-001',
};

/** The subgraph over loopback systems, on 23 November 2026, with its log kept. */
export async function runTestSubgraph(
  systems: Readonly<Record<string, string>>,
  options: Partial<MediationSubgraphOptions> = {},
) {
  const log: string[] = [];
  const app = await createMediationSubgraph({
    callerKeys: createTestCallers().keys,
    subjectTagKeys: testSubjectTagKeys,
    systems: Object.entries(systems)
      .map(([prefix, url]) => `${prefix}=${url}`)
      .join(','),
    token: TOKEN,
    timeoutMs: 3000,
    requestBudgetMs: 6000,
    maxConcurrentCalls: 8,
    logger: createLogger({
      name: 'mediation',
      level: 'info',
      destination: { write: (line: string) => void log.push(line) },
    }),
    production: false,
    now: () => new Date('2026-11-23T09:05:00+08:00'),
    ...options,
  });
  return {
    app,
    log,
    ask: <Data = Record<string, never>>(
      caller: PartialCaller,
      query: string,
      variables: Readonly<Record<string, unknown>> = {},
    ) => execute<Data>(app, { query, variables, caller, requestId: 'request-1' }),
    /** Cases by reference, in the order asked for; `fields` of each. */
    cases: async (caller: PartialCaller, refs: readonly string[], fields = 'id') => {
      const answer = await execute<{ _entities: (Record<string, unknown> | null)[] }>(app, {
        query: `query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on MediationCase { ${fields} } } }`,
        variables: { refs: refs.map((ref) => ({ __typename: 'MediationCase', ref })) },
        caller,
        requestId: 'request-1',
      });
      return { ...answer, cases: answer.data?._entities ?? [] };
    },
    /** The mediations of a person. */
    casesOf: async (caller: PartialCaller, credentials: readonly string[], fields = 'id') => {
      const answer = await execute<{ _entities: ({ mediationCases: { id: string }[] | null } | null)[] }>(
        app,
        {
          query: `query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on Person { mediationCases { ${fields} } } } }`,
          variables: { refs: credentials.map((credential) => ({ __typename: 'Person', credential })) },
          caller,
        },
      );
      return {
        ...answer,
        lists: answer.data?._entities.map((person) => person?.mediationCases ?? null) ?? [],
      };
    },
  };
}

export type TestSubgraph = Awaited<ReturnType<typeof runTestSubgraph>>;
