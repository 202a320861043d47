import { createTestCallers, execute, type PartialCaller, testSubjectTagKeys } from '@tongban/kit/testing';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { createForensicAppraisalSubgraph } from '../createForensicAppraisalSubgraph.ts';
import { APP_ID, SECRET } from './fakeAgency.ts';
import { COMMITTEE, CONTRACTOR, INSTITUTION, LAWYER, ZHANG } from './wireAppraisal.ts';

const purpose = { purpose: 'CASE_HANDLING', accessCase: 'FA-480101-A1' };

/** The callers whose sight of a case differs. */
export const callers = {
  zhang: { role: 'CITIZEN', credential: ZHANG },
  contractor: { role: 'CITIZEN', credential: CONTRACTOR },
  stranger: { role: 'CITIZEN', credential: 'RIC:480101195209070223' },
  lawyer: { role: 'REPRESENTATIVE', practitionerNo: LAWYER },
  officer: {
    role: 'STAFF',
    service: 'FORENSIC_APPRAISAL',
    organization: INSTITUTION,
    regions: ['4801'],
    ...purpose,
  },
  client: { role: 'STAFF', service: 'MEDIATION', organization: COMMITTEE, regions: ['4801'], ...purpose },
  bureau: { role: 'STAFF', service: 'BUREAU', organization: 'BUREAU', regions: ['4801'], ...purpose },
  auditor: { role: 'AUDITOR', assignment: 'AUD-1', purpose: 'AUDIT', accessCase: 'AUD-1' },
} as const satisfies Record<string, PartialCaller>;

/** A subgraph over the systems given, on 2026-11-23. */
export function testSubgraph(
  systems: string,
  change: { production?: boolean; agencyTimeoutMs?: number } = {},
) {
  return createForensicAppraisalSubgraph({
    systems,
    appId: APP_ID,
    secret: SECRET,
    agencyTimeoutMs: 10_000,
    callerKeys: createTestCallers().keys,
    subjectTagKeys: testSubjectTagKeys,
    logger: pino({ level: 'silent' }),
    production: false,
    now: () => new Date('2026-11-23T10:00:00+08:00'),
    ...change,
  });
}

/** Asks for cases by reference, as the gateway does. */
export function askCases(
  app: FastifyInstance,
  caller: PartialCaller,
  refs: readonly string[],
  fields: string,
  requestId?: string,
) {
  return execute<{ _entities: (Record<string, unknown> | null)[] }>(app, {
    query: `query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on ForensicAppraisalCase { ${fields} } } }`,
    variables: { refs: refs.map((ref) => ({ __typename: 'ForensicAppraisalCase', ref })) },
    caller,
    ...(requestId === undefined ? {} : { requestId }),
  });
}
