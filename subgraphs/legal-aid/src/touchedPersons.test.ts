import { afterEach, describe, expect, it } from '@jest/globals';
import { testTagOf } from '@tongban/kit/testing';
import { people, restCase } from './testing/restCase.ts';
import { type Agency, startAgency, type WireCase } from './testing/startAgency.ts';
import { callers, type Subgraph, startSubgraph } from './testing/startSubgraph.ts';

const NOBODY = 'RIC:480101196001010015';
const DAUGHTER = 'RIC:480101195209070223';
const parties = [
  {
    role: 'RECIPIENT',
    side: 'A' as const,
    person: { documentType: 'RIC' as const, documentNumber: people.zhang.slice(4) },
    organizationCode: null,
    lawyerNo: people.lawyer,
    agent: { documentType: 'RIC' as const, documentNumber: DAUGHTER.slice(4) },
  },
];
/** The parties, an agent, and the other side that the application names. */
const everybody = [people.zhang, DAUGHTER, people.contractor].map(testTagOf);

describe('what an answer says of whom it touched', () => {
  let agency: Agency;
  let subgraph: Subgraph;
  const start = async (cases: readonly WireCase[]) => {
    agency = await startAgency(cases);
    subgraph = await startSubgraph(`48=${agency.url}`);
  };
  afterEach(async () => {
    await subgraph.app.close();
    await agency.close();
  });

  it('names all persons of a case that was read by its number', async () => {
    await start([restCase({ parties })]);
    const { access } = await subgraph.cases(callers.officer, ['no:（2026）测援给字第S1号']);
    expect(access).toEqual({
      subjects: everybody,
      cases: [{ id: 'LA-480101-S1', disclosure: 'FULL', marks: [], subjects: [0, 1, 2] }],
    });
  });

  it.each([
    ['a stranger', { ...callers.stranger, credential: NOBODY }, 'HIDDEN'],
    ['the other side', callers.contractor, 'HIDDEN'],
    ['the justice bureau', callers.bureau, 'MASKED'],
    ['the recipient', callers.zhang, 'FULL'],
  ])('tells what %s gets of a case', async (_who, caller, disclosure) => {
    await start([restCase({ parties })]);
    const { access } = await subgraph.cases(caller, ['LA-480101-S1']);
    expect(access).toMatchObject({ subjects: everybody, cases: [{ disclosure }] });
  });

  it('names the persons of a sealed case, as hidden, readable or not', async () => {
    const sealed = { parties, secrecyMarks: ['sealed' as const] };
    await start([
      restCase({ key: 'S1', ...sealed }),
      { ...restCase({ key: 'S2', ...sealed }), status: 'NO_SUCH_STATUS' },
    ]);
    const { access, data } = await subgraph.cases(callers.zhang, ['LA-480101-S1', 'LA-480101-S2']);
    expect(data?._entities).toEqual([null, null]);
    expect(access?.subjects).toEqual(expect.arrayContaining([people.zhang, DAUGHTER].map(testTagOf)));
    expect(access?.cases.toSorted((one, other) => one.id.localeCompare(other.id))).toMatchObject([
      { id: 'LA-480101-S1', disclosure: 'HIDDEN', marks: ['sealed'], subjects: [0, 1, 2] },
      { id: 'LA-480101-S2', disclosure: 'HIDDEN', marks: ['sealed'], subjects: [0, 1] },
    ]);
  });

  it('names whom a list was asked for, the parties of each case in it, and who has none', async () => {
    await start([restCase({ key: 'S1', parties }), restCase({ key: 'S2', parties })]);
    const { access } = await subgraph.persons(callers.officer, [people.zhang, NOBODY]);
    expect(access?.subjects.toSorted()).toEqual([...everybody, testTagOf(NOBODY)].toSorted());
    expect(access?.cases.map(({ id, disclosure }) => `${id} ${disclosure}`).toSorted()).toEqual([
      'LA-480101-S1 FULL',
      'LA-480101-S2 FULL',
    ]);
  });

  it('names everybody in each case of a list', async () => {
    await start([restCase({ key: 'S1', parties }), restCase({ key: 'S2', parties: [] })]);
    const { access } = await subgraph.ask(
      callers.officer,
      '{ legalAidCases(first: 10) { edges { node { id } } } }',
    );
    expect(access?.subjects).toEqual(expect.arrayContaining(everybody));
    expect(access?.cases.map(({ id, disclosure }) => `${id} ${disclosure}`).toSorted()).toEqual([
      'LA-480101-S1 FULL',
      'LA-480101-S2 FULL',
    ]);
  });

  it('is nothing where a purpose is due, since nothing was read', async () => {
    await start([restCase({ parties })]);
    const { access, errors } = await subgraph.cases({ ...callers.officer, purpose: null }, ['LA-480101-S1']);
    expect(errors).toMatchObject([{ extensions: { code: 'PURPOSE_REQUIRED' } }]);
    expect(access).toBeUndefined();
  });
});
