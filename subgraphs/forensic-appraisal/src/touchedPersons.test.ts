import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execute, type PartialCaller, testTagOf } from '@tongban/kit/testing';
import type { FastifyInstance } from 'fastify';
import { type FakeAgency, startFakeAgency } from './testing/fakeAgency.ts';
import { askCases, callers, testSubgraph } from './testing/testSubgraph.ts';
import { CONTRACTOR, wireAppraisal, ZHANG } from './testing/wireAppraisal.ts';

const CLIENT = 'RIC:480101195209070223';
const tags = (...credentials: string[]) => credentials.map(testTagOf);

let agency: FakeAgency;
let app: FastifyInstance;
beforeAll(async () => {
  agency = await startFakeAgency();
  app = await testSubgraph(`48=${agency.url}`);
});
afterAll(async () => {
  await app.close();
  await agency.close();
});

/** Commissioned by a natural person, whom the agency keeps in the commission alone. */
function commissioned(key: string, change: object = {}) {
  const one = wireAppraisal(key);
  return {
    ...one,
    commission: {
      ...one.commission,
      clientKind: 4,
      clientOrgId: null,
      clientIdType: 1,
      clientIdNo: CLIENT.slice(4),
    },
    ...change,
  };
}

const ask = (caller: PartialCaller, query: string, variables: Record<string, unknown> = {}) =>
  execute(app, { query, variables, caller });

describe('what an answer says of whom it touched', () => {
  it('names the subject, the other side and the client of a case that was read by its number', async () => {
    agency.cases = [commissioned('A1')];
    const { access } = await askCases(app, callers.officer, ['no:测安所[2026]临鉴字第A1号'], 'id');
    expect(access?.subjects.toSorted()).toEqual(tags(ZHANG, CONTRACTOR, CLIENT).toSorted());
    expect(access?.cases).toMatchObject([{ id: 'FA-480101-A1', disclosure: 'FULL', marks: [] }]);
    expect(access?.cases[0]?.subjects.toSorted()).toEqual([0, 1, 2]);
  });

  it('names the persons of a case that is hidden, readable or not', async () => {
    agency.cases = [
      commissioned('A1', { secrecyMarks: ['sealed'] }),
      commissioned('A2', { caseStatus: 999 }),
    ];
    const { access, data } = await askCases(
      app,
      { role: 'CITIZEN', credential: 'RIC:480101196001010015' },
      ['FA-480101-A1', 'FA-480101-A2'],
      'id',
    );
    expect(data?._entities).toEqual([null, null]);
    expect(access?.subjects.toSorted()).toEqual(tags(ZHANG, CONTRACTOR, CLIENT).toSorted());
    expect(
      access?.cases.map(({ id, disclosure, marks, subjects }) => [id, disclosure, marks, subjects.length]),
    ).toEqual([
      ['FA-480101-A1', 'HIDDEN', ['sealed'], 3],
      ['FA-480101-A2', 'HIDDEN', [], 3],
    ]);
  });

  it('names the earlier case that a case leads to, shown or not', async () => {
    const again = wireAppraisal('A2');
    const repeating = {
      ...again,
      commission: { ...again.commission, isReappraisal: true, reappraisalGround: 4, repeatsCaseId: 'A1' },
    };
    const fields = 'commission { repeats { id } }';
    agency.cases = [wireAppraisal('A1'), repeating];
    const shown = await askCases(app, callers.zhang, ['FA-480101-A2'], fields);
    agency.cases = [{ ...wireAppraisal('A1'), secrecyMarks: ['sealed'] }, repeating];
    const hidden = await askCases(app, callers.zhang, ['FA-480101-A2'], fields);
    const said = [shown, hidden].map(({ access }) =>
      access?.cases.map((one) => `${one.id} ${one.disclosure}`),
    );
    expect(said).toEqual([
      ['FA-480101-A2 FULL', 'FA-480101-A1 FULL'],
      ['FA-480101-A2 FULL', 'FA-480101-A1 HIDDEN'],
    ]);
  });

  it('names the person whose list was asked for, also where there is none', async () => {
    agency.cases = [commissioned('A1')];
    const query = `query ($refs: [_Any!]!) {
      _entities(representations: $refs) { ... on Person { forensicAppraisalCases { id } } } }`;
    const none = 'RIC:480101196001010015';
    const refs = [ZHANG, none].map((credential) => ({ __typename: 'Person', credential }));
    const { access } = await ask(callers.auditor, query, { refs });
    expect(access?.subjects.toSorted()).toEqual(tags(ZHANG, none, CONTRACTOR, CLIENT).toSorted());
    expect(access?.cases).toMatchObject([{ id: 'FA-480101-A1', disclosure: 'FULL' }]);
  });

  it('names everybody in each case of a list', async () => {
    agency.cases = [commissioned('A1'), wireAppraisal('A2')];
    const { access } = await ask(
      callers.officer,
      '{ forensicAppraisalCases(first: 10) { edges { node { id } } } }',
    );
    expect(access?.subjects.toSorted()).toEqual(tags(ZHANG, CONTRACTOR, CLIENT).toSorted());
    expect(access?.cases.map(({ id, disclosure }) => `${id} ${disclosure}`).toSorted()).toEqual([
      'FA-480101-A1 FULL',
      'FA-480101-A2 FULL',
    ]);
  });
});
