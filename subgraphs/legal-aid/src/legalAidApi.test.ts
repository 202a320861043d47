import type { RequestListener } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createHttp } from '@tongban/kit';
import { LegalAidApi } from './legalAidApi.ts';
import { people, restCase } from './testing/restCase.ts';
import { type Agency, startAgency } from './testing/startAgency.ts';

let agency: Agency;
afterEach(() => agency.close());

const request = { requestId: 'request-1', signal: new AbortController().signal };

function api(timeoutMs = 300) {
  const headers = { authorization: 'Bearer key' };
  return new LegalAidApi('48', createHttp({ baseUrl: agency.url, timeoutMs, headers }));
}

function json(status: number, body: string, headers: Record<string, string> = {}): RequestListener {
  return (_request, response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
}

describe('a legal aid system that fails', () => {
  it.each<[code: string, what: string, answer: RequestListener]>([
    ['AGENCY_UNAVAILABLE', 'answers 500', json(500, '<h1>ORA-00942 480101198503121013</h1>')],
    ['AGENCY_UNAVAILABLE', 'refuses our key', json(401, '{"error":{"code":"UNAUTHORIZED"}}')],
    ['AGENCY_UNAVAILABLE', 'cuts the connection', (_request, response) => response.destroy()],
    ['AGENCY_TIMEOUT', 'does not answer in time', () => undefined],
    ['AGENCY_THROTTLED', 'asks to wait', json(429, '{}', { 'retry-after': '7' })],
    ['AGENCY_BAD_RESPONSE', 'sends bytes that are no JSON', json(200, '{"\u0081\u00ff<x>')],
    ['AGENCY_BAD_RESPONSE', 'says the request is wrong', json(400, '{"error":{"code":"BAD_REQUEST"}}')],
    ['AGENCY_BAD_RESPONSE', 'leads elsewhere', json(302, '', { location: 'http://127.0.0.1:1/' })],
    ['AGENCY_SCHEMA_DRIFT', 'answers in another shape', json(200, '{"cases":[]}')],
    ['AGENCY_SCHEMA_DRIFT', 'answers null', json(200, 'null')],
    ['AGENCY_SCHEMA_DRIFT', 'sends a case without a key', json(200, '{"items":[{"status":"ASSIGNED"}]}')],
  ])('is %s when it %s', async (code, _what, answer) => {
    agency = await startAgency([]);
    agency.misbehave(answer);

    const failure = api().findByKeys(request, ['A']);

    await expect(failure).rejects.toMatchObject({ extensions: { code, agency: 'legal-aid' } });
    await failure.catch((error: Error) => expect(JSON.stringify(error)).not.toMatch(/ORA|4801|127\.0\.0\.1/));
  });

  it('is a bad response when it breaks off in the middle of an answer', async () => {
    agency = await startAgency([]);
    agency.misbehave((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '4096' });
      response.write('{"items":[');
      setTimeout(() => response.destroy(), 20);
    });

    await expect(api().findByKeys(request, ['A'])).rejects.toMatchObject({
      extensions: { code: expect.stringMatching(/^AGENCY_(BAD_RESPONSE|UNAVAILABLE)$/) },
    });
  });

  it('tells how long to wait when it throttles', async () => {
    agency = await startAgency([]);
    agency.misbehave(json(429, '{}', { 'retry-after': '7' }));

    await expect(api().findByNumbers(request, ['1'])).rejects.toMatchObject({
      extensions: { retryAfterSeconds: 7 },
    });
  });

  it('does not hold us with a list that never ends', async () => {
    agency = await startAgency([]);
    const document = { type: 'RIC', number: people.zhang.slice(4) };
    agency.misbehave(json(200, JSON.stringify({ items: [{ document, cases: [], nextCursor: 'again' }] })));

    await expect(api(5_000).findByCredentials(request, [people.zhang])).rejects.toMatchObject({
      extensions: { code: 'AGENCY_BAD_RESPONSE' },
    });
    expect(agency.calls.length).toBeLessThanOrEqual(50);
  });
});

describe('a legal aid system that answers', () => {
  it('is asked with our key and the id of the request', async () => {
    agency = await startAgency([restCase()]);
    await api().findByKeys(request, ['S1']);

    expect(agency.calls[0]?.headers).toMatchObject({
      authorization: 'Bearer key',
      'x-request-id': 'request-1',
    });
  });

  it('gives cases by key and leaves unknown ones out', async () => {
    agency = await startAgency([restCase({ key: 'A' })]);
    const found = await api().findByKeys(request, ['A', 'NONE']);

    expect([...found.keys()]).toEqual(['A']);
    expect(found.get('A')).toMatchObject({ kind: 'case', record: { ref: 'LA-480101-A' } });
  });

  it.each([
    ['an unknown status', { status: 'ON_THE_MOON' }],
    [
      'an unknown status in the history',
      { statusHistory: [{ ...restCase().statusHistory[1], to: 'ON_THE_MOON' }] },
    ],
    ['an unknown ground', { ground: 'MOONLIGHT' }],
    ['a date that is none', { openedAt: '2026-02-30T09:00:00+08:00' }],
    ['money that is no whole number', { recoveredFen: 1.5 }],
    ['a list that is missing', { documents: undefined }],
  ])('may send one case that cannot be read beside others that can: %s', async (_what, change) => {
    agency = await startAgency([restCase({ key: 'A' }), { ...restCase({ key: 'B' }), ...change }]);
    const found = await api().findByKeys(request, ['A', 'B']);

    expect(found.get('A')).toMatchObject({ kind: 'case' });
    expect(found.get('B')).toMatchObject({
      kind: 'unreadable',
      ref: 'LA-480101-B',
      error: { extensions: { code: 'AGENCY_SCHEMA_DRIFT' } },
    });
  });

  it('gives a person with many cases all of them, page by page', async () => {
    const cases = Array.from({ length: 45 }, (_, n) => restCase({ key: `K${n + 10}` }));
    agency = await startAgency(cases);
    const found = await api().findByCredentials(request, [people.zhang, people.contractor]);

    expect(found.get(people.zhang)).toHaveLength(45);
    expect(found.get(people.contractor)).toEqual([]);
    expect(agency.calls.map(({ body }) => body.documents?.length)).toEqual([2, 1, 1]);
  });
});
