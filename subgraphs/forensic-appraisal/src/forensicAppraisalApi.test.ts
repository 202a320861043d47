import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { execute } from '@tongban/kit/testing';
import type { FastifyInstance } from 'fastify';
import { envelope, type FakeAgency, type Misbehaviour, startFakeAgency } from './testing/fakeAgency.ts';
import { askCases, callers, testSubgraph } from './testing/testSubgraph.ts';
import { wireAppraisal, ZHANG } from './testing/wireAppraisal.ts';

let agency: FakeAgency;
let other: FakeAgency;
let app: FastifyInstance;
beforeAll(async () => {
  agency = await startFakeAgency();
  other = await startFakeAgency([], '/sifa/v2');
  app = await testSubgraph(`48=${agency.url},4899=${other.url}`);
});
beforeEach(() => {
  for (const one of [agency, other]) {
    one.cases = [];
    one.calls.length = 0;
    one.misbehave = null;
  }
});
afterAll(async () => {
  await app.close();
  await agency.close();
  await other.close();
});

const text =
  (body: string, status = 200): Misbehaviour =>
  (response) =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(body);
const code =
  (number: number, data: unknown = null): Misbehaviour =>
  (response) =>
    envelope(response, { code: number, message: '证件480101198503121013', data });

describe('an agency that fails', () => {
  it.each<[string, Misbehaviour, string]>([
    ['answers 500', text('<html>ORA-00942 480101198503121013</html>', 500), 'AGENCY_UNAVAILABLE'],
    ['cuts the connection', (response) => void response.destroy(), 'AGENCY_UNAVAILABLE'],
    [
      'stops in the middle of its answer',
      (response) => {
        response.writeHead(200, { 'content-length': '4096' }).write('{"code":0,');
        setTimeout(() => response.destroy(), 20);
      },
      'AGENCY_BAD_RESPONSE',
    ],
    ['sends no JSON', text('{"\u0081'), 'AGENCY_BAD_RESPONSE'],
    ['sends no envelope', text('{"items":[]}'), 'AGENCY_SCHEMA_DRIFT'],
    ['sends no list', code(0, { cases: [] }), 'AGENCY_SCHEMA_DRIFT'],
    ['refuses our signature', code(40101), 'AGENCY_UNAVAILABLE'],
    ['says our clock is wrong', code(40102), 'AGENCY_UNAVAILABLE'],
    ['saw our nonce before', code(40103), 'AGENCY_UNAVAILABLE'],
    ['does not understand the question', code(40001), 'AGENCY_SCHEMA_DRIFT'],
    ['has too many ids', code(40002), 'AGENCY_SCHEMA_DRIFT'],
    ['is throttling', code(42901, { retryAfterSeconds: 7 }), 'AGENCY_THROTTLED'],
    ['has an internal failure', code(50000), 'AGENCY_UNAVAILABLE'],
    ['uses a code of its own', code(99999), 'AGENCY_BAD_RESPONSE'],
  ])('that %s is an error of that case alone', async (_how, misbehave, expected) => {
    agency.misbehave = misbehave;
    other.cases = [{ ...wireAppraisal('B1', '489901') }];
    const answer = await askCases(app, callers.zhang, ['FA-480101-A1', 'FA-489901-B1'], 'id');
    expect(answer.data?._entities).toEqual([null, { id: 'FA-489901-B1' }]);
    expect(answer.errors).toMatchObject([
      { path: ['_entities', 0], extensions: { code: expected, agency: 'forensic-appraisal' } },
    ]);
    expect(JSON.stringify(answer)).not.toMatch(/ORA|480101198503121013|40101/);
  });

  it('that is slow is an error in time', async () => {
    const hasty = await testSubgraph(`48=${agency.url}`, { agencyTimeoutMs: 100 });
    agency.misbehave = () => undefined;
    const { data, errors } = await askCases(hasty, callers.zhang, ['FA-480101-A1'], 'id');
    expect(data).toEqual({ _entities: [null] });
    expect(errors).toMatchObject([{ extensions: { code: 'AGENCY_TIMEOUT' } }]);
    await hasty.close();
  });

  it('passes on when to come back', async () => {
    agency.misbehave = code(42901, { retryAfterSeconds: 7 });
    const { errors } = await askCases(app, callers.zhang, ['FA-480101-A1'], 'id');
    expect(errors).toMatchObject([{ extensions: { code: 'AGENCY_THROTTLED', retryAfterSeconds: 7 } }]);
  });

  it('fails the list of a person as a whole, rather than leave out a province', async () => {
    agency.cases = [wireAppraisal('A1')];
    other.misbehave = text('', 500);
    const { data, errors } = await execute(app, {
      query: `query ($p: [_Any!]!) { _entities(representations: $p) { ... on Person { forensicAppraisalCases { id } } } }`,
      variables: { p: [{ __typename: 'Person', credential: ZHANG }] },
      caller: callers.zhang,
    });
    expect(data).toEqual({ _entities: [{ forensicAppraisalCases: null }] });
    expect(errors).toMatchObject([{ extensions: { code: 'AGENCY_UNAVAILABLE' } }]);
  });

  it('still answers a number that another system has', async () => {
    agency.misbehave = text('', 500);
    other.cases = [wireAppraisal('B1', '489901')];
    const found = await askCases(app, callers.zhang, ['no:测安所[2026]临鉴字第B1号'], 'id');
    expect(found).toMatchObject({ data: { _entities: [{ id: 'FA-489901-B1' }] }, errors: undefined });
    const lost = await askCases(app, callers.zhang, ['no:测安所[2026]临鉴字第A9号'], 'id');
    expect(lost.errors).toMatchObject([{ extensions: { code: 'AGENCY_UNAVAILABLE' } }]);
  });
});

describe('an agency whose dictionary has moved on', () => {
  it.each([
    ['status', { caseStatus: 999 }],
    ['category', { category: 777 }],
    ['matter', { matters: [1002, 5555] }],
    ['mark of secrecy', { secrecyMarks: ['topSecret'] }],
    ['side', { parties: [{ ...wireAppraisal('A1').parties[0], side: 9 }] }],
    ['shape', { opinion: 'yes' }],
    ['time', { receivedTime: '2026-03-23' }],
  ])('loses only the case with the unknown %s', async (_what, change) => {
    agency.cases = [{ ...wireAppraisal('A1'), ...change }, wireAppraisal('A2')];
    const answer = await askCases(app, callers.zhang, ['FA-480101-A1', 'FA-480101-A2'], 'id status');
    expect(answer.data?._entities).toEqual([null, { id: 'FA-480101-A2', status: 'ISSUED' }]);
    expect(answer.errors).toMatchObject([
      { path: ['_entities', 0], extensions: { code: 'AGENCY_SCHEMA_DRIFT' } },
    ]);
  });

  it('does not give away an unreadable case to those who may not know of it', async () => {
    agency.cases = [{ ...wireAppraisal('A1'), caseStatus: 999 }];
    const hidden = await askCases(app, callers.stranger, ['FA-480101-A1'], 'id', 'r');
    const unknown = await askCases(app, callers.stranger, ['FA-480101-A7'], 'id', 'r');
    expect(JSON.stringify(hidden)).toBe(JSON.stringify(unknown));
  });

  it('may send more than its contract says', async () => {
    agency.cases = [{ ...wireAppraisal('A1'), newField: { deep: true } }];
    expect((await askCases(app, callers.zhang, ['FA-480101-A1'], 'id')).errors).toBeUndefined();
  });
});

describe('batching and routing', () => {
  it('asks for 250 cases in three calls, each id once', async () => {
    agency.cases = Array.from({ length: 250 }, (_, index) => wireAppraisal(`N${index}`));
    const refs = Array.from({ length: 250 }, (_, index) => `FA-480101-N${index}`);
    const answer = await askCases(app, callers.zhang, [...refs, ...refs.slice(0, 20)], 'id');
    expect(answer.data?._entities).toEqual([...refs, ...refs.slice(0, 20)].map((id) => ({ id })));
    expect(agency.calls.map(({ body }) => (body.caseIds as string[]).length)).toEqual([100, 100, 50]);
    expect(other.calls).toEqual([]);
  });

  it('asks for 250 numbers in three calls of each system', async () => {
    const refs = Array.from({ length: 250 }, (_, index) => `no:测安所[2026]临鉴字第${index + 1}号`);
    const answer = await askCases(app, callers.zhang, refs, 'id');
    expect(answer.data?._entities).toEqual(refs.map(() => null));
    expect([agency.calls.length, other.calls.length]).toEqual([3, 3]);
  });

  it('goes to the system of the longest region prefix, below its base path, with the request id', async () => {
    agency.cases = [wireAppraisal('A1')];
    other.cases = [wireAppraisal('B1', '489901')];
    const answer = await askCases(
      app,
      callers.zhang,
      ['FA-480101-A1', 'FA-489901-B1'],
      'id region',
      'request-7',
    );
    expect(answer.data?._entities).toEqual([
      { id: 'FA-480101-A1', region: '480101' },
      { id: 'FA-489901-B1', region: '489901' },
    ]);
    expect([...agency.calls, ...other.calls].map(({ requestId }) => requestId)).toEqual([
      'request-7',
      'request-7',
    ]);
  });

  it('asks nobody for a region without a system, another service’s id or nonsense', async () => {
    const refs = ['FA-110101-A1', 'LA-480101-A1', 'FA-480101-', 'no:', 'FA-480101-../../x', ''];
    expect((await askCases(app, callers.zhang, refs, 'id')).data?._entities).toEqual(refs.map(() => null));
    expect([...agency.calls, ...other.calls]).toEqual([]);
  });

  it('takes no synthetic numbers in production', async () => {
    await expect(testSubgraph(`48=${agency.url}`, { production: true })).rejects.toThrow('48');
    const real = await testSubgraph(`11=${agency.url}`, { production: true });
    const { data } = await execute(real, {
      query: `query ($p: [_Any!]!) { _entities(representations: $p) { ... on Person { forensicAppraisalCases { id } } } }`,
      variables: { p: [{ __typename: 'Person', credential: ZHANG }] },
      caller: callers.zhang,
    });
    expect(data).toEqual({ _entities: [{ forensicAppraisalCases: [] }] });
    expect(agency.calls).toEqual([]);
    await real.close();
  });

  it('is ready while one of its systems is', async () => {
    expect((await app.inject('/health/ready')).statusCode).toBe(200);
    agency.misbehave = text('', 503);
    expect((await app.inject('/health/ready')).statusCode).toBe(200);
    other.misbehave = text('', 503);
    expect((await app.inject('/health/ready')).statusCode).toBe(503);
  });
});
