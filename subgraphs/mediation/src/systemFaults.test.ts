import type { RequestListener } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type FakeSystem, runFakeSystem } from './testing/runFakeSystem.ts';
import { auditor, officer, runTestSubgraph, type TestSubgraph, zhang } from './testing/runTestSubgraph.ts';
import { CONTRACTOR, wireMediation, wireParty, ZHANG } from './testing/wireMediation.ts';

const stranger = { role: 'CITIZEN', credential: 'RIC:480101195209070223' } as const;
const SECRET = 'ORA-00942: table T_CASE_480101198503121013 does not exist';

/** How a whole answer goes wrong, and the code it must come out as. */
const faults: [what: string, code: string, RequestListener][] = [
  ['fails with its own words', 'AGENCY_UNAVAILABLE', (_q, r) => r.writeHead(500).end(`<h1>${SECRET}</h1>`)],
  ['is being repaired', 'AGENCY_UNAVAILABLE', (_q, r) => r.writeHead(503).end()],
  ['does not take the token', 'AGENCY_UNAVAILABLE', (_q, r) => r.writeHead(401).end()],
  ['does not answer in time', 'AGENCY_TIMEOUT', () => undefined],
  ['gives up waiting behind its gateway', 'AGENCY_TIMEOUT', (_q, r) => r.writeHead(504).end()],
  ['breaks off in the middle', 'AGENCY_BAD_RESPONSE', breakOff],
  ['sends a web page', 'AGENCY_BAD_RESPONSE', (_q, r) => r.end(`<html>${SECRET}</html>`)],
  ['sends broken JSON', 'AGENCY_BAD_RESPONSE', (_q, r) => r.end('{"items":[{"id":"M1"')],
  ['redirects elsewhere', 'AGENCY_BAD_RESPONSE', (_q, r) => r.writeHead(302, { location: '/' }).end()],
  ['sends another shape', 'AGENCY_SCHEMA_DRIFT', (_q, r) => r.end('{"mediations":[]}')],
  ['sends nothing that has an id', 'AGENCY_SCHEMA_DRIFT', (_q, r) => r.end('{"items":[{"case":1}]}')],
];

function breakOff(_request: unknown, response: Parameters<RequestListener>[1]) {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '4096' });
  response.write('{"items":[');
  setTimeout(() => response.destroy(), 10);
}

describe('when a mediation system', () => {
  let system: FakeSystem;
  let subgraph: TestSubgraph;
  beforeEach(async () => {
    system = await runFakeSystem([wireMediation('M1')]);
    subgraph = await runTestSubgraph({ 48: system.url }, { timeoutMs: 1000 });
  });
  afterEach(async () => {
    await subgraph.app.close();
    await system.close();
  });

  it.each(faults)('%s, the answer is %s and says nothing more', async (_what, code, how) => {
    system.misbehave(how);
    const { cases, errors } = await subgraph.cases(zhang, ['ME-480101-M1']);
    expect(cases).toEqual([null]);
    expect(errors).toMatchObject([{ path: ['_entities', 0], extensions: { code, agency: 'mediation' } }]);
    expect(JSON.stringify(errors)).not.toMatch(/ORA-|html|127\.0\.0\.1|token/);
    expect(subgraph.log.join('')).not.toMatch(/480101198503121013|a-token-for-tests/);

    system.misbehave(null);
    expect((await subgraph.cases(zhang, ['ME-480101-M1'])).cases).toEqual([{ id: 'ME-480101-M1' }]);
  });

  it('is not there at all, the answer is AGENCY_UNAVAILABLE for lists and persons too', async () => {
    await system.close();
    const byRef = await subgraph.cases(zhang, ['ME-480101-M1', 'no:(2026)测人调字1']);
    const ofPerson = await subgraph.casesOf(zhang, [ZHANG]);
    const list = await subgraph.ask(officer, '{ mediationCases { totalCount } }');
    const codes = [byRef, ofPerson, list].flatMap(({ errors }) =>
      errors?.map(({ extensions }) => extensions.code),
    );
    expect(codes).toEqual(Array(4).fill('AGENCY_UNAVAILABLE'));
    expect([ofPerson.lists, list.data]).toEqual([[null], { mediationCases: null }]);
  });

  it('never ends a person’s list, the subgraph stops asking', async () => {
    const page = { items: [], item_tokens: [], next_page_token: 'again' };
    system.misbehave((_request, response) => response.end(JSON.stringify(page)));
    const { errors } = await subgraph.casesOf(zhang, [ZHANG]);
    expect(errors?.[0]?.extensions.code).toBe('AGENCY_BAD_RESPONSE');
    expect(system.calls).toHaveLength(50);
  });
});

describe('a case with something that the contract does not have', () => {
  const broken: [what: string, changes: object][] = [
    ['a new status', { status: '线上调解中' }],
    ['a new source', { source: '网格员上报' }],
    ['a new kind of dispute', { dispute_type: '元宇宙' }],
    ['a new kind of organisation', { organ_kind: '个人调解室' }],
    ['a new role', { parties: [wireParty(1, '代表人', '甲方', ZHANG.slice(4))] }],
    ['a day that does not exist', { registered_at: '2026-02-30 09:00:00' }],
    ['an hour that does not exist', { accepted_at: '2026-09-02 24:00:00' }],
    ['a time in another way of writing', { registered_at: '2026-09-01T09:00:00+08:00' }],
    ['no number', { register_no: undefined }],
    ['a party without a document', { consents: [{ party_no: 0, at: '2026-09-01 09:00:00', agreed: true }] }],
  ];

  it.each(broken)('%s nulls that case alone', async (_what, changes) => {
    const system = await runFakeSystem([wireMediation('M1'), wireMediation('M2', { ...changes })]);
    const subgraph = await runTestSubgraph({ 48: system.url });

    const refs = ['ME-480101-M1', 'ME-480101-M2', 'ME-480101-M3'];
    const { cases, errors } = await subgraph.cases(zhang, refs, 'id status');
    expect(cases).toEqual([{ id: 'ME-480101-M1', status: 'CONFIRMED' }, null, null]);
    expect(errors).toMatchObject([{ path: ['_entities', 1], extensions: { code: 'AGENCY_SCHEMA_DRIFT' } }]);

    const list = await subgraph.ask<{ mediationCases: { edges: { node: unknown }[] } }>(
      officer,
      '{ mediationCases { edges { node { id } } } }',
    );
    expect(list.data?.mediationCases.edges.map(({ node }) => node)).toEqual(
      expect.arrayContaining([{ id: 'ME-480101-M1' }, null]),
    );
    expect(list.errors?.map(({ extensions }) => extensions.code)).toEqual(['AGENCY_SCHEMA_DRIFT']);

    // Who may not know of the case does not learn of its fault.
    const hidden = await subgraph.cases(stranger, refs);
    expect([hidden.cases, hidden.errors]).toEqual([[null, null, null], undefined]);

    const ofPersons = await subgraph.casesOf(auditor, [ZHANG, CONTRACTOR, stranger.credential]);
    expect(ofPersons.lists[0]).toBeNull();
    expect(ofPersons.lists[2]).toEqual([]);
    await subgraph.app.close();
    await system.close();
  });

  it('an unknown mark of secrecy hides the case from everyone', async () => {
    const system = await runFakeSystem([wireMediation('M1', { secrecy: ['机密'] })]);
    const subgraph = await runTestSubgraph({ 48: system.url });
    for (const caller of [zhang, officer, auditor]) {
      const { cases, errors } = await subgraph.cases(caller, [
        'ME-480101-M1',
        'no:（2026）测山登人调字第M1号',
      ]);
      expect([cases, errors]).toEqual([[null, null], undefined]);
    }
    await subgraph.app.close();
    await system.close();
  });
});
