import { createLogger } from '@tongban/kit';
import { createTestCallers, execute, type PartialCaller, testSubjectTagKeys } from '@tongban/kit/testing';
import { createLegalAidSubgraph } from '../createLegalAidSubgraph.ts';
import { people } from './restCase.ts';

/** Who asks in the tests. */
export const callers = {
  zhang: { role: 'CITIZEN', credential: people.zhang, purpose: 'SELF' },
  contractor: { role: 'CITIZEN', credential: people.contractor, purpose: 'SELF' },
  stranger: { role: 'CITIZEN', credential: 'RIC:480101195209070223', purpose: 'SELF' },
  lawyer: { role: 'REPRESENTATIVE', practitionerNo: people.lawyer, purpose: 'REPRESENTATION' },
  officer: staff('LEGAL_AID'),
  notary: staff('NOTARY'),
  court: staff('COURT'),
  bureau: staff('BUREAU'),
  organ: { ...staff('POLICE'), organization: people.organ },
  auditor: { role: 'AUDITOR', assignment: 'AUD-1', purpose: 'AUDIT', accessCase: 'AUD-1' },
  sealedAuditor: {
    role: 'AUDITOR',
    assignment: 'AUD-1',
    purpose: 'AUDIT',
    accessCase: 'AUD-1',
    scopes: ['sealed:read'],
  },
} as const satisfies Record<string, PartialCaller>;

function staff(service: string) {
  return {
    role: 'STAFF',
    service,
    regions: ['4801'],
    purpose: 'CASE_HANDLING',
    accessCase: 'CT-2026-00000001',
  } as const;
}

/** The subgraph over the systems given, today being 23 November 2026. No port is opened. */
export async function startSubgraph(
  systems: string,
  options: { readonly production?: boolean; readonly agencyTimeoutMs?: number } = {},
) {
  const app = await createLegalAidSubgraph({
    systems,
    apiKey: 'a key of at least sixteen characters',
    agencyTimeoutMs: options.agencyTimeoutMs ?? 2_000,
    callerKeys: createTestCallers().keys,
    subjectTagKeys: testSubjectTagKeys,
    logger: createLogger({ name: 'test', level: 'silent' }),
    production: options.production ?? false,
    now: () => new Date('2026-11-23T10:00:00+08:00'),
  });
  return {
    app,
    ask: <Data = Record<string, unknown>>(
      caller: PartialCaller,
      query: string,
      variables: Record<string, unknown> = {},
    ) => execute<Data>(app, { query, variables, caller, requestId: 'request-1' }),
    /** Asks for cases by reference, as the gateway does. */
    cases: (caller: PartialCaller, refs: readonly string[], selection = 'id') =>
      execute<{ _entities: readonly (Record<string, unknown> | null)[] }>(app, {
        query: `query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on LegalAidCase { ${selection} } } }`,
        variables: { refs: refs.map((ref) => ({ __typename: 'LegalAidCase', ref })) },
        caller,
        requestId: 'request-1',
      }),
    /** Asks for the cases of persons by credential. */
    persons: (caller: PartialCaller, credentials: readonly string[], selection = 'id') =>
      execute<{ _entities: readonly { legalAidCases: readonly Record<string, unknown>[] | null }[] }>(app, {
        query: `query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on Person { legalAidCases { ${selection} } } } }`,
        variables: { refs: credentials.map((credential) => ({ __typename: 'Person', credential })) },
        caller,
        requestId: 'request-1',
      }),
  };
}

export type Subgraph = Awaited<ReturnType<typeof startSubgraph>>;
