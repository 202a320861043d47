import type { AddressInfo } from 'node:net';
import { openDatabase } from '@tongban/agency-kit';
import * as appraisalSystem from '@tongban/forensic-appraisal-system';
import { type CaseFacts, caseFacts, createLogger } from '@tongban/kit';
import { createTestCallers, execute, type PartialCaller, testSubjectTagKeys } from '@tongban/kit/testing';
import * as legalAidSystem from '@tongban/legal-aid-system';
import * as mediationSystem from '@tongban/mediation-system';
import * as notarySystem from '@tongban/notary-system';
import { graphCaseId, type WorldSlice } from '@tongban/synthetic';
import type { FastifyInstance } from 'fastify';
import { createForensicAppraisalSubgraph } from '../../../subgraphs/forensic-appraisal/src/index.ts';
import { createLegalAidSubgraph } from '../../../subgraphs/legal-aid/src/index.ts';
import { createMediationSubgraph } from '../../../subgraphs/mediation/src/index.ts';
import { createNotarySubgraph } from '../../../subgraphs/notary/src/index.ts';

const SECRET = 'a-secret-for-tests-only';
const BATCH = 50;

/** Whom an assignment over the whole synthetic province lets trace everything, sealed cases too. */
export const provinceAuditor: PartialCaller = {
  role: 'AUDITOR',
  purpose: 'AUDIT',
  accessCase: 'AUD-2026-001',
  assignment: 'AUD-2026-001',
  assignmentScope: {
    persons: [],
    cases: [],
    regions: ['48'],
    from: '2026-01-01',
    until: '9999-12-31',
    approver: 'chief',
  },
  scopes: ['sealed:read'],
};

/**
 * The facts of every case of the slices, as subgraphs tell them: the four reference systems over private databases, their
 * subgraphs in this process, each case asked for by its id. Cases that the auditor may not see are left out.
 */
export async function worldFacts(
  slices: Iterable<WorldSlice>,
  { now = '2026-11-23T10:00:00+08:00', caller = provinceAuditor } = {},
): Promise<Map<string, CaseFacts>> {
  const clock = () => new Date(now);
  const databases = {
    LegalAidCase: openDatabase(':memory:', legalAidSystem.migrations),
    NotaryCase: openDatabase(':memory:', notarySystem.migrations),
    ForensicAppraisalCase: openDatabase(':memory:', appraisalSystem.migrations),
    MediationCase: openDatabase(':memory:', mediationSystem.migrations),
  };
  const ids = new Map<keyof typeof databases, string[]>();
  for (const slice of slices) {
    legalAidSystem.importSlice(databases.LegalAidCase, slice);
    notarySystem.importSlice(databases.NotaryCase, slice);
    appraisalSystem.importSlice(databases.ForensicAppraisalCase, slice);
    mediationSystem.importSlice(databases.MediationCase, slice);
    for (const one of slice.cases) {
      const type = typeOf[one.service];
      ids.set(type, [...(ids.get(type) ?? []), graphCaseId(one)]);
    }
  }
  const systems = {
    LegalAidCase: legalAidSystem.createSystem({
      database: databases.LegalAidCase,
      apiKey: SECRET,
      production: true,
      now: clock,
    }),
    NotaryCase: notarySystem.createSystem({
      database: databases.NotaryCase,
      username: 'tongban',
      password: SECRET,
      production: true,
      logLevel: 'silent',
      now: clock,
    }),
    ForensicAppraisalCase: appraisalSystem.createSystem({
      database: databases.ForensicAppraisalCase,
      appId: 'tongban',
      secret: SECRET,
      logger: createLogger({ name: 'test', level: 'silent' }),
      withDrills: false,
      maxRequestsPerSecond: null,
      now: () => clock().getTime(),
    }),
    MediationCase: mediationSystem.createSystem({
      database: databases.MediationCase,
      token: SECRET,
      ratePerSecond: 10_000,
      burst: 10_000,
      production: true,
    }),
  };
  const shared = {
    callerKeys: createTestCallers().keys,
    subjectTagKeys: testSubjectTagKeys,
    logger: createLogger({ name: 'test', level: 'silent' }),
    production: false,
    now: clock,
  };
  const at = async (system: FastifyInstance) => {
    await system.listen({ port: 0, host: '127.0.0.1' });
    return `48=http://127.0.0.1:${(system.server.address() as AddressInfo).port}`;
  };
  const subgraphs = {
    LegalAidCase: await createLegalAidSubgraph({
      ...shared,
      systems: await at(systems.LegalAidCase),
      apiKey: SECRET,
      agencyTimeoutMs: 30_000,
    }),
    NotaryCase: await createNotarySubgraph({
      ...shared,
      systems: await at(systems.NotaryCase),
      username: 'tongban',
      password: SECRET,
      agencyTimeoutMs: 30_000,
    }),
    ForensicAppraisalCase: await createForensicAppraisalSubgraph({
      ...shared,
      systems: await at(systems.ForensicAppraisalCase),
      appId: 'tongban',
      secret: SECRET,
      agencyTimeoutMs: 30_000,
    }),
    MediationCase: await createMediationSubgraph({
      ...shared,
      systems: await at(systems.MediationCase),
      token: SECRET,
      timeoutMs: 30_000,
      requestBudgetMs: 60_000,
      maxConcurrentCalls: 4,
    }),
  };
  try {
    const facts = new Map<string, CaseFacts>();
    for (const [type, refs] of ids) {
      for (let start = 0; start < refs.length; start += BATCH) {
        const batch = refs.slice(start, start + BATCH);
        for (const one of await factsOf(subgraphs[type], type, batch, caller)) facts.set(one.id, one);
      }
    }
    return facts;
  } finally {
    for (const app of [...Object.values(subgraphs), ...Object.values(systems)]) await app.close();
    // Some systems close their own.
    for (const database of Object.values(databases)) if (database.isOpen) database.close();
  }
}

const typeOf = {
  LEGAL_AID: 'LegalAidCase',
  NOTARY: 'NotaryCase',
  FORENSIC_APPRAISAL: 'ForensicAppraisalCase',
  MEDIATION: 'MediationCase',
} as const;

async function factsOf(
  app: FastifyInstance,
  type: string,
  refs: readonly string[],
  caller: PartialCaller,
): Promise<CaseFacts[]> {
  const answer = await execute<{ _entities: ({ facts: unknown } | null)[] }>(app, {
    query: `query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on ${type} { facts } } }`,
    variables: { refs: refs.map((ref) => ({ __typename: type, ref })) },
    caller,
  });
  if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors));
  const entities = answer.data?._entities ?? [];
  return entities.flatMap((entity) => (entity?.facts ? [caseFacts.strict().parse(entity.facts)] : []));
}
