import { afterEach, describe, expect, it } from '@jest/globals';
import { restCase } from './testing/restCase.ts';
import { type Agency, startAgency } from './testing/startAgency.ts';
import { callers, type Subgraph, startSubgraph } from './testing/startSubgraph.ts';

let agencies: Agency[] = [];
let subgraph: Subgraph;
afterEach(async () => {
  await subgraph.app.close();
  await Promise.all(agencies.map((agency) => agency.close()));
  agencies = [];
});

async function start(
  systems: Readonly<Record<string, Parameters<typeof startAgency>[0]>>,
  options: Parameters<typeof startSubgraph>[1] = {},
) {
  const started = await Promise.all(
    Object.entries(systems).map(async ([prefix, cases]) => ({ prefix, agency: await startAgency(cases) })),
  );
  agencies = started.map(({ agency }) => agency);
  subgraph = await startSubgraph(
    started.map(({ prefix, agency }) => `${prefix}=${agency.url}`).join(','),
    options,
  );
  return agencies as [Agency, ...Agency[]];
}

describe('cases by reference', () => {
  it('are asked of the agency in as few calls as its limit allows: 250 in three', async () => {
    const cases = Array.from({ length: 250 }, (_, n) => restCase({ key: `K${n}` }));
    const [agency] = await start({ 48: cases });
    const refs = cases.map(({ key }) => `LA-480101-${key}`);

    const { data, errors } = await subgraph.cases(callers.officer, [...refs, refs[0] ?? '']);

    expect(errors).toBeUndefined();
    expect(data?._entities.map((one) => one?.id)).toEqual([...refs, refs[0]]);
    expect(agency.calls.map(({ path, body }) => [path, body.ids?.length])).toEqual([
      ['/cases/batch-get', 100],
      ['/cases/batch-get', 100],
      ['/cases/batch-get', 50],
    ]);
  });

  it('go to the system of their region, the longest prefix first', async () => {
    const [province, city] = await start({
      48: [restCase({ key: 'A', region: '480201' })],
      4801: [restCase({ key: 'A', region: '480101' })],
    });

    const { data } = await subgraph.cases(
      callers.auditor,
      ['LA-480201-A', 'LA-480101-A', 'LA-110101-A'],
      'id region',
    );

    expect(data?._entities).toEqual([
      { id: 'LA-480201-A', region: '480201' },
      { id: 'LA-480101-A', region: '480101' },
      null,
    ]);
    expect(province.calls.map(({ body }) => body.ids)).toEqual([['A']]);
    expect(city?.calls.map(({ body }) => body.ids)).toEqual([['A']]);
  });

  it('are null for ids that are unknown, of another region, or no ids', async () => {
    await start({ 48: [restCase()] });
    const refs = ['LA-480101-NONE', 'LA-480102-S1', 'NO-480101-S1', 'LA-480101-', 'no:', 'x'];

    expect(await subgraph.cases(callers.officer, refs)).toMatchObject({
      data: { _entities: refs.map(() => null) },
      errors: undefined,
    });
  });

  it('are found by any number printed on a document, in whichever system', async () => {
    const [, other] = await start({ 48: [], 49: [restCase({ region: '490101' })] });
    const refs = ['no:（2026）测援给字第S1号', 'no:(2026)测援申字S1', 'no:（2026）测援字第404号'];

    const { data } = await subgraph.cases(callers.zhang, refs, 'id caseNo');

    const found = { id: 'LA-490101-S1', caseNo: '（2026）测援申字第S1号' };
    expect(data?._entities).toEqual([found, found, null]);
    expect(other?.calls.map(({ body }) => body.numbers?.length)).toEqual([3]);
  });

  it('fail alone when the agency sends a code that its contract does not have', async () => {
    await start({
      48: [
        restCase({ key: 'A' }),
        { ...restCase({ key: 'B' }), status: 'ON_THE_MOON' },
        restCase({ key: 'C' }),
      ],
    });

    const { data, errors } = await subgraph.cases(callers.zhang, [
      'LA-480101-A',
      'LA-480101-B',
      'LA-480101-C',
    ]);

    expect(data?._entities).toEqual([{ id: 'LA-480101-A' }, null, { id: 'LA-480101-C' }]);
    expect(errors).toMatchObject([
      {
        path: ['_entities', 1],
        extensions: { code: 'AGENCY_SCHEMA_DRIFT', agency: 'legal-aid', requestId: 'request-1' },
      },
    ]);
    expect(JSON.stringify(errors)).not.toContain('MOON');
  });

  it('fail with the cases of their own system when one system is down', async () => {
    const [first] = await start({ 48: [], 49: [restCase({ region: '490101' })] });
    first.misbehave((_request, response) => response.writeHead(503).end());

    const { data, errors } = await subgraph.cases(callers.auditor, ['LA-480101-S1', 'LA-490101-S1']);

    expect(data?._entities).toEqual([null, { id: 'LA-490101-S1' }]);
    expect(errors).toMatchObject([{ path: ['_entities', 0], extensions: { code: 'AGENCY_UNAVAILABLE' } }]);
  });

  it('time out on a slow agency', async () => {
    const [agency] = await start({ 48: [restCase()] }, { agencyTimeoutMs: 100 });
    agency.misbehave(() => undefined);

    const { errors } = await subgraph.cases(callers.zhang, ['LA-480101-S1']);

    expect(errors).toMatchObject([{ extensions: { code: 'AGENCY_TIMEOUT' } }]);
  });
});

describe('the cases of a person', () => {
  it('take one call for many persons and come newest first', async () => {
    const [agency] = await start({
      48: [
        restCase({ key: 'OLD', openedAt: '2026-01-02T09:00:00+08:00' }),
        restCase({ key: 'NEW', openedAt: '2026-05-02T09:00:00+08:00' }),
      ],
    });

    const { data } = await subgraph.persons(callers.zhang, [
      'RIC:480101198503121013',
      'RIC:480101195209070223',
    ]);

    expect(data?._entities).toEqual([
      { legalAidCases: [{ id: 'LA-480101-NEW' }, { id: 'LA-480101-OLD' }] },
      { legalAidCases: [] },
    ]);
    expect(agency.calls.map(({ path }) => path)).toEqual(['/parties/batch-cases']);
  });

  it('come from every system', async () => {
    await start({
      48: [restCase({ openedAt: '2026-01-02T09:00:00+08:00' })],
      49: [restCase({ region: '490101', openedAt: '2026-02-02T09:00:00+08:00' })],
    });

    const { data } = await subgraph.persons(callers.zhang, ['RIC:480101198503121013']);

    expect(data?._entities[0]?.legalAidCases).toEqual([{ id: 'LA-490101-S1' }, { id: 'LA-480101-S1' }]);
  });

  it('are none for whom the person stands against and for strangers, with the same bytes', async () => {
    await start({ 48: [restCase()] });
    const [opponent, stranger] = await Promise.all(
      [callers.contractor, callers.stranger].map((caller) =>
        subgraph.persons(caller, ['RIC:480101198503121013']),
      ),
    );

    expect(opponent?.data?._entities).toEqual([{ legalAidCases: [] }]);
    expect(JSON.stringify(opponent)).toBe(JSON.stringify(stranger));
  });

  it('say so when a system is down, instead of a list that looks complete', async () => {
    const [first] = await start({ 48: [restCase()], 49: [restCase({ region: '490101' })] });
    first.misbehave((_request, response) => response.writeHead(500).end());

    const { data, errors } = await subgraph.persons(callers.zhang, ['RIC:480101198503121013']);

    expect(data?._entities).toEqual([{ legalAidCases: null }]);
    expect(errors).toMatchObject([{ extensions: { code: 'AGENCY_UNAVAILABLE' } }]);
  });

  it('cost no call for a document that cannot be, nor for synthetic numbers in production', async () => {
    const [agency] = await start({ 11: [restCase()] }, { production: true });

    const { data } = await subgraph.persons(callers.zhang, ['RIC:480101198503121013', 'RIC:1', 'nonsense']);

    expect(data?._entities).toEqual(Array(3).fill({ legalAidCases: [] }));
    expect(agency.calls).toEqual([]);
  });
});
