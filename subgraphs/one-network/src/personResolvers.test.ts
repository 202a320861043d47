import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { PartialCaller } from '@tongban/kit/testing';
import { CHEN, CONTRACTOR, LIN, LIN_BEFORE, ZHANG } from './testPointers.ts';
import { auditor, citizen, staff, startTestSubgraph, type TestSubgraph } from './testSubgraph.ts';

let subgraph: TestSubgraph;
beforeAll(async () => {
  subgraph = await startTestSubgraph();
}, 60_000);
afterAll(() => subgraph.stop());
beforeEach(() => {
  subgraph.statements.length = 0;
});

describe('persons', () => {
  const about = '... on Person { id name idNumber sex formerDocuments { type number } }';
  const by = (credential: string) => ({ __typename: 'Person', credential });

  it('are shown to themselves with their name, and never with their whole number', async () => {
    const { data } = await subgraph.ask(
      '{ me { name idNumber sex formerDocuments { type number } } }',
      citizen(LIN),
    );
    expect(data).toEqual({
      me: {
        name: '林测试',
        idNumber: '9****************9',
        sex: 'MALE',
        formerDocuments: [{ type: 'FPR_OLD', number: 'X*************8' }],
      },
    });
  });

  it('are null for an account that is not a person', async () => {
    expect((await subgraph.ask('{ me { id } }', { role: 'SERVICE_ACCOUNT' })).data).toEqual({ me: null });
  });

  it.each<[who: string, caller: PartialCaller, zhang: unknown, minor: unknown]>([
    ['another citizen', citizen(CONTRACTOR), ['张**', null, null], '某某'],
    [
      'a lawyer',
      { role: 'REPRESENTATIVE', practitionerNo: '1' },
      ['张**', '4****************3', null],
      '某某',
    ],
    ['staff who handle a case', staff, ['张测试', '4****************3', 'MALE'], '陈小试'],
    [
      'staff with another purpose',
      { ...staff, purpose: 'LAWFUL_QUERY' },
      ['张**', '4****************3', 'MALE'],
      '某某',
    ],
    ['an auditor', auditor, ['张**', '4****************3', 'MALE'], '某某'],
    ['a system auditor', { role: 'SYSTEM_AUDITOR' }, [null, null, null], null],
  ])('are masked for %s as the matrix says', async (_who, caller, zhang, minor) => {
    const { entities: found } = await subgraph.entities(caller, about, by(ZHANG), by(CHEN));
    const [first, second] = found as { name: unknown; idNumber: unknown; sex: unknown }[];
    expect([first?.name, first?.idNumber, first?.sex]).toEqual(zhang);
    expect(second?.name).toBe(minor);
  });

  it.each<[who: string, caller: PartialCaller]>([
    ['staff without a purpose', { ...staff, purpose: null }],
    ['staff without a case', { ...staff, accessCase: null }],
    ['staff who count', { ...staff, purpose: 'STATISTICS' }],
    ['staff who supervise', { ...staff, service: 'BUREAU', purpose: 'SUPERVISION' }],
    ['staff with a purpose of auditors', { ...staff, purpose: 'AUDIT' }],
    ['an auditor without a purpose', { ...auditor, purpose: null }],
    ['an auditor with a purpose of staff', { ...auditor, purpose: 'CASE_HANDLING' }],
  ])('tell %s nothing, known or not, and which purposes would do', async (_who, caller) => {
    const unknown = 'RIC:480101198001010014';
    const { entities, errors } = await subgraph.entities(
      caller,
      '... on Person { name idNumber sex formerDocuments { number } }',
      by(ZHANG),
      by(unknown),
    );
    const nothing = { name: null, idNumber: null, sex: null, formerDocuments: null };
    expect(entities).toEqual([nothing, nothing]);
    expect(errors).toHaveLength(8);
    for (const { message, extensions } of errors ?? []) {
      expect(extensions.code).toBe('PURPOSE_REQUIRED');
      expect(message).toMatch(/x-access-purpose/);
    }
    expect(new Set(errors?.map(({ message }) => message)).size).toBe(1);
  });

  it('are one person by every document, and loaded with one statement', async () => {
    const { entities: found } = await subgraph.entities(staff, about, by(LIN), by(LIN_BEFORE), by(ZHANG));
    const ids = (found as { id: string }[]).map(({ id }) => id);
    expect(ids[0]).toBe(ids[1]);
    expect(ids[2]).toBe(subgraph.store.personIdOf(ZHANG));
    expect(subgraph.statements).toHaveLength(1);
  });

  it('have an id and no name where only agencies know them', async () => {
    const unknown = 'RIC:480101198001010014';
    const { entities: found } = await subgraph.entities(staff, about, by(unknown));
    expect(found).toMatchObject([
      { id: subgraph.store.personIdOf(unknown), name: null, idNumber: '4****************4' },
    ]);
  });

  const person = 'query ($id: ID!) { person(id: $id) { id } }';

  it('are found by id by staff and by an auditor on assignment', async () => {
    const id = subgraph.store.personIdOf(ZHANG);
    for (const caller of [staff, auditor]) {
      expect((await subgraph.ask(person, caller, { id })).data).toEqual({ person: { id } });
    }
    expect((await subgraph.ask(person, staff, { id: `P-${'x'.repeat(43)}` })).data).toEqual({ person: null });
    expect((await subgraph.ask(person, staff, { id: '480101198503121013' })).data).toEqual({ person: null });
  });

  it('are found by id by themselves and by no other citizen', async () => {
    const id = subgraph.store.personIdOf(ZHANG);
    expect((await subgraph.ask(person, citizen(ZHANG), { id })).data).toEqual({ person: { id } });
    expect((await subgraph.ask(person, citizen(CONTRACTOR), { id })).data).toEqual({ person: null });
    expect((await subgraph.ask(person, { role: 'SYSTEM_ADMINISTRATOR' }, { id })).data).toEqual({
      person: null,
    });
  });

  const byDocument =
    'query ($type: IdentityDocumentType!, $number: String!) { personByDocument(type: $type, number: $number) { id } }';

  it('are found by document, however it is typed', async () => {
    const answer = await subgraph.ask(byDocument, staff, { type: 'RIC', number: ' ４80101 19850312 1013' });
    expect(answer.data).toEqual({ personByDocument: { id: subgraph.store.personIdOf(ZHANG) } });
    const citizens = await subgraph.ask(byDocument, citizen(ZHANG), {
      type: 'RIC',
      number: '480101198503121013',
    });
    expect(citizens.data).toEqual({ personByDocument: null });
    expect(citizens.errors).toBeUndefined();
  });

  it.each([
    ['30 February', '480101198502301012'],
    ['a wrong check character', '480101198503121014'],
    ['a character too few', '48010119850312101'],
  ])('are not looked for by a number with %s, and the error does not repeat it', async (_what, number) => {
    const { data, errors } = await subgraph.ask(byDocument, staff, { type: 'RIC', number });
    expect(data).toEqual({ personByDocument: null });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(errors?.[0]?.message).toContain('GB 11643');
    expect(JSON.stringify(errors)).not.toContain(number.slice(6, 14));
    expect(subgraph.statements).toEqual([]);
  });

  it.each<[who: string, caller: PartialCaller]>([
    ['staff without a purpose', { ...staff, purpose: null }],
    ['staff without a case', { ...staff, accessCase: null }],
    ['staff whose purpose needs no person', { ...staff, purpose: 'STATISTICS' }],
    ['an auditor who does not name his assignment', { ...auditor, accessCase: 'CT-2026-00000001' }],
    ['an auditor without an assignment', { ...auditor, assignment: null }],
  ])('are not looked for by %s, whether they exist or not', async (_who, caller) => {
    for (const id of [subgraph.store.personIdOf(ZHANG), 'nonsense']) {
      const { data, errors } = await subgraph.ask(person, caller, { id });
      expect(data).toEqual({ person: null });
      expect(errors).toMatchObject([{ extensions: { code: 'PURPOSE_REQUIRED' } }]);
    }
    expect(subgraph.statements).toEqual([]);
  });

  it.each<[what: string, scope: object, found: readonly string[]]>([
    ['a region', { regions: ['48'] }, ['ZHANG', 'LIN', 'LIN_BEFORE']],
    ['another region', { regions: ['11'] }, []],
    ['one person', { persons: [ZHANG] }, ['ZHANG']],
    ['one person by a former document', { persons: [LIN_BEFORE] }, ['LIN', 'LIN_BEFORE']],
    ['a case', { cases: ['NO-480101-N1'] }, []],
    ['a region, and is over', { regions: ['48'], until: '2026-11-22' }, []],
    ['a region, without approver', { regions: ['48'], approver: null }, []],
  ])('are looked for by an auditor whose assignment is over %s within it', async (_what, scope, found) => {
    const nothing = {
      persons: [],
      cases: [],
      regions: [],
      from: '2026-01-01',
      until: '2026-12-31',
      approver: 'B',
    };
    const caller = { ...auditor, assignmentScope: { ...nothing, ...scope } } as PartialCaller;
    const unknown = await subgraph.ask(person, caller, { id: 'P'.repeat(43) });
    for (const [name, credential] of Object.entries({ ZHANG, LIN, LIN_BEFORE })) {
      const id = subgraph.store.personIdOf(credential);
      const byId = await subgraph.ask(person, caller, { id });
      const [type = '', number = ''] = credential.split(':');
      const byNumber = await subgraph.ask(byDocument, caller, { type, number });
      if (found.includes(name)) {
        expect([byId.data, byNumber.data]).not.toContainEqual({ person: null });
        expect(byNumber.data).not.toEqual({ personByDocument: null });
      } else {
        expect(byId).toEqual(unknown);
        expect(byNumber).toEqual({ status: 200, data: { personByDocument: null }, errors: undefined });
      }
    }
  });
});

describe("a person's cases", () => {
  const row = (ref: string, openedAt: string, stage = 'IN_PROGRESS', region = '480101') => ({
    ref,
    openedAt,
    stage,
    region,
  });
  const zhang = {
    __typename: 'Person',
    credential: ZHANG,
    legalAidCases: [row('LA-480101-A1', '2026-03-02T09:00:00+08:00', 'DECIDED')],
    notaryCases: null,
    forensicAppraisalCases: [
      row('FA-480101-F1', '2026-04-02T09:00:00+08:00'),
      row('FA-480201-F9', '2026-03-02T00:30:00+08:00', 'CLOSED', '480201'),
    ],
    mediationCases: [row('ME-480101-M1', '2026-03-02T09:00:00+08:00')],
  };
  const list = (parameters: string) =>
    `... on Person { cases${parameters} { totalCount pageInfo { hasNextPage endCursor } edges { cursor node { __typename ... on LegalAidCase { ref } ... on ForensicAppraisalCase { ref } ... on MediationCase { ref } } } } }`;
  type Page = {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    edges: { cursor: string; node: { __typename: string; ref: string } }[];
  };
  async function page(parameters: string, more: object = {}) {
    const { entities: found, errors } = await subgraph.entities(citizen(ZHANG), list(parameters), {
      ...zhang,
      ...more,
    });
    return { cases: (found as ({ cases: Page } | null)[] | undefined)?.[0]?.cases, errors };
  }
  const refs = (cases: Page | undefined) => cases?.edges.map(({ node }) => node.ref);

  it('come newest first from every agency that answered', async () => {
    const { cases } = await page('');
    expect(refs(cases)).toEqual(['FA-480101-F1', 'LA-480101-A1', 'ME-480101-M1', 'FA-480201-F9']);
    expect(cases).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: false } });
    expect(cases?.edges[0]?.node.__typename).toBe('ForensicAppraisalCase');
    expect(subgraph.statements).toHaveLength(1);
  });

  it('are paged by place, so that a case which comes in between moves nothing', async () => {
    const first = (await page('(first: 2)')).cases;
    expect(first?.pageInfo).toEqual({ hasNextPage: true, endCursor: first?.edges[1]?.cursor });
    const newer = { notaryCases: [row('NO-480101-N1', '2026-05-01T09:00:00+08:00')] };
    const second = (await page(`(first: 2, after: "${first?.pageInfo.endCursor}")`, newer)).cases;
    expect(refs(second)).toEqual(['ME-480101-M1', 'FA-480201-F9']);
    expect(second).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: false } });
  });

  it('carry cursors that hold nothing personal', async () => {
    const { cases } = await page('');
    for (const { cursor } of cases?.edges ?? []) {
      expect(Buffer.from(cursor, 'base64url').toString()).toMatch(/^c:\[\d+,"[A-Z]{2}-\d{6}-\w+"\]$/);
    }
  });

  it.each([
    ['services', '{ services: [MEDIATION] }', ['ME-480101-M1']],
    ['stages', '{ stages: [CLOSED, DECIDED] }', ['LA-480101-A1', 'FA-480201-F9']],
    ['regions', '{ regions: ["4802"] }', ['FA-480201-F9']],
    [
      'the first day, in China',
      '{ openedFrom: "2026-03-02", openedTo: "2026-03-02" }',
      ['LA-480101-A1', 'ME-480101-M1', 'FA-480201-F9'],
    ],
    ['a day before all', '{ openedTo: "2026-03-01" }', []],
    ['no service at all', '{ services: [] }', []],
  ])('can be narrowed by %s', async (_what, filter, expected) => {
    const { cases } = await page(`(filter: ${filter})`);
    expect(refs(cases)).toEqual(expected);
    expect(cases?.totalCount).toBe(expected.length);
  });

  it.each([
    ['a page of none', '(first: 0)'],
    ['a page of 101', '(first: 101)'],
    ['a cursor that is none', '(after: "x")'],
    ['a cursor of another list', `(after: "${Buffer.from('c:[1,"a",2]').toString('base64url')}")`],
    ['a region that is none', '(filter: { regions: ["48010"] })'],
  ])('answer %s with BAD_USER_INPUT', async (_what, parameters) => {
    expect((await page(parameters)).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('lead to their threads, newest case first, with one statement', async () => {
    const more = { notaryCases: [row('NO-480101-N2', '2026-06-01T09:00:00+08:00')] };
    const { entities: found } = await subgraph.entities(citizen(ZHANG), '... on Person { threads { ref } }', {
      ...zhang,
      ...more,
    });
    expect(found).toEqual([{ threads: [{ ref: 'CT-2026-00000002' }, { ref: 'CT-2026-00000001' }] }]);
    expect(subgraph.statements).toHaveLength(2);
  });
});
