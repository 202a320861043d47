import { afterEach, describe, expect, it } from '@jest/globals';
import { sample, sampleCase } from './testing/sampleSlice.ts';
import { type Sample, sampleKey, startSample } from './testing/startSample.ts';

let system: Sample;
afterEach(() => system.close());

describe('the key of the contract', () => {
  it.each([
    ['none', undefined],
    ['another', 'Bearer another key of sixteen chars'],
    ['the right one without its scheme', sampleKey],
  ])('is refused when it is %s, always with the same answer', async (_which, authorization) => {
    system = startSample([sampleCase()]);
    const answer = await system.app.inject({
      url: '/cases/S1',
      headers: authorization === undefined ? {} : { authorization },
    });

    expect(answer.statusCode).toBe(401);
    expect(answer.json()).toEqual({
      error: {
        code: 'UNAUTHORIZED',
        message: 'send the key of your contract as Authorization: Bearer <key>',
      },
    });
  });

  it('is not asked for health', async () => {
    system = startSample([]);
    for (const url of ['/health/live', '/health/ready']) {
      expect((await system.app.inject({ url })).statusCode).toBe(200);
    }
  });
});

describe('reading', () => {
  it('tells a whole case in its own words', async () => {
    system = startSample([sampleCase()]);
    const { status, body } = await system.get('/cases/S1');

    expect(status).toBe(200);
    expect(body).toMatchObject({
      key: 'S1',
      status: 'IN_PROGRESS',
      statusName: '承办中',
      parties: [
        { role: 'RECIPIENT', person: { documentType: 'RIC', name: '张测试' }, lawyerNo: sample.lawyer },
      ],
      consultation: { consultNo: 'ZX-S1', toldOfRight: true, convertedTo: 'S1' },
      hardshipCheck: { mode: 'EXEMPT_FROM_CHECK', exemptGround: 'RELIEF_RECIPIENT' },
      decisions: [{ decisionNo: '（2026）测援决字第S1号', kind: 'GRANT' }],
      assignments: [{ practitionerName: '李测试', firmCode: sample.firm }],
      application: { opposingParties: [{ person: { documentNumber: '480101197904152158' } }] },
    });
    expect(body.statusHistory).toHaveLength(8);
    expect(body.statusHistory[0]).toMatchObject({ service: 'CONSULTATION', to: 'REPLIED' });
  });

  it('answers 404 for a key it does not have', async () => {
    system = startSample([]);
    expect(await system.get('/cases/NONE')).toMatchObject({
      status: 404,
      body: { error: { code: 'NOT_FOUND' } },
    });
  });

  it('pages newest first, without a gap or a double, to an empty page beyond the end', async () => {
    system = startSample(
      Array.from({ length: 25 }, (_, n) =>
        sampleCase({
          key: `K${String(n).padStart(2, '0')}`,
          openedAt: `2026-03-${10 + Math.floor(n / 3)}T09:00:00+08:00`,
        }),
      ),
    );
    const seen: string[] = [];
    let url = '/cases?limit=10&withTotal=true';
    const sizes: number[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { body } = await system.get(cursor === '' ? url : `${url}&cursor=${cursor}`);
      expect(body.total).toBe(25);
      sizes.push(body.items.length);
      seen.push(...body.items.map((item: { case: { key: string } }) => item.case.key));
      cursor = body.nextCursor;
      url = '/cases?limit=10&withTotal=true';
      if (cursor === null) {
        const beyond = await system.get(`/cases?cursor=${body.items.at(-1).cursor}`);
        expect(beyond.body).toEqual({ items: [], nextCursor: null, total: null });
      }
    }

    expect(sizes).toEqual([10, 10, 5]);
    expect(seen).toEqual([...seen].sort().reverse());
    expect(new Set(seen).size).toBe(25);
  });

  it('filters by status, region prefixes and time of opening', async () => {
    system = startSample([
      sampleCase({ key: 'A', region: '480101', status: 'GRANTED', openedAt: '2026-01-01T00:00:00+08:00' }),
      sampleCase({ key: 'B', region: '480201', status: 'REFUSED', openedAt: '2026-02-01T00:00:00+08:00' }),
      sampleCase({ key: 'C', region: '490101', status: 'GRANTED', openedAt: '2026-03-01T00:00:00+08:00' }),
    ]);
    const keys = async (query: string) =>
      (await system.get(`/cases?${query}`)).body.items.map(
        (item: { case: { key: string } }) => item.case.key,
      );

    expect(await keys('status=GRANTED')).toEqual(['C', 'A']);
    expect(await keys('status=GRANTED,REFUSED&region=48')).toEqual(['B', 'A']);
    expect(await keys('region=4802,49')).toEqual(['C', 'B']);
    expect(await keys('openedFrom=2026-02-01T00:00:00%2B08:00&openedTo=2026-03-01T00:00:00%2B08:00')).toEqual(
      ['B'],
    );
    expect(await keys('openedFrom=2026-02-28T16:00:00Z')).toEqual(['C']);
  });

  it('neither lists nor counts sealed cases unless asked', async () => {
    system = startSample([
      sampleCase({ key: 'OPEN' }),
      sampleCase({ key: 'SEALED', secrecy: ['minor', 'sealed'] }),
    ]);

    expect((await system.get('/cases?withTotal=true')).body).toMatchObject({
      total: 1,
      items: [{ case: { key: 'OPEN' } }],
    });
    expect((await system.get('/cases?withTotal=true&sealed=include')).body.total).toBe(2);
  });

  it('gets up to 100 cases at once and leaves unknown ones out', async () => {
    system = startSample([sampleCase({ key: 'A' }), sampleCase({ key: 'B' })]);

    const { body } = await system.post('/cases/batch-get', { ids: ['B', 'NONE', 'A', 'B'] });

    expect(body.items.map((item: { key: string }) => item.key)).toEqual(['B', 'A']);
    expect((await system.post('/cases/batch-get', { ids: [] })).body).toEqual({ items: [] });
  });

  it.each([
    ['/cases/batch-get', { ids: Array(101).fill('A') }, 'at most 100 ids in one request'],
    ['/cases/batch-find-by-number', { numbers: Array(101).fill('A') }, 'at most 100 numbers in one request'],
    [
      '/parties/batch-cases',
      { documents: Array(101).fill({ type: 'RIC', number: '480101198503121013' }) },
      'at most 100 documents in one request',
    ],
  ])('refuses more than 100 at %s and says so', async (url, payload, message) => {
    system = startSample([]);
    const { status, body } = await system.post(url, payload);

    expect(status).toBe(400);
    expect(body.error.code).toBe('BAD_REQUEST');
    expect(body.error.message).toContain(message);
  });

  it('finds a case by any number printed on its documents, however it is written', async () => {
    system = startSample([
      sampleCase({ key: 'A', caseNo: '（2026）测援字第0012号', aliases: ['（2026）测援决字第0007号'] }),
    ]);
    const asked = [
      '(2026)测援决字第7号',
      '〔2026〕测援字12',
      '（2026） 测援字第0012号',
      '（2026）测援字第0013号',
    ];

    const { body } = await system.post('/cases/batch-find-by-number', { numbers: asked });

    expect(
      body.items.map((item: { number: string; cases: { key: string }[] }) => [
        item.number,
        item.cases[0]?.key,
      ]),
    ).toEqual(
      expect.arrayContaining([
        [asked[0], 'A'],
        [asked[1], 'A'],
        [asked[2], 'A'],
      ]),
    );
    expect(body.items).toHaveLength(3);
  });

  it('answers whole cases for persons, as party or agent, and never for whom the applicant stands against', async () => {
    const party = sampleCase().parties[0];
    system = startSample([
      sampleCase({ key: 'OWN', openedAt: '2026-03-02T09:00:00+08:00' }),
      sampleCase({
        key: 'CHILD',
        openedAt: '2026-04-02T09:00:00+08:00',
        parties: party === undefined ? [] : [{ ...party, person: sample.minor, agent: sample.zhang }],
      }),
    ]);
    const documentOf = (credential: string) => ({ type: 'RIC', number: credential.slice(4) });

    const { body } = await system.post('/parties/batch-cases', {
      documents: [documentOf(sample.zhang), documentOf(sample.contractor), documentOf(sample.minor)],
    });

    expect(body.items.map((item: { cases: { key: string }[] }) => item.cases.map(({ key }) => key))).toEqual([
      ['CHILD', 'OWN'],
      [],
      ['CHILD'],
    ]);
  });

  it('hands out the cases of a person with many by cursor', async () => {
    system = startSample(
      Array.from({ length: 23 }, (_, n) =>
        sampleCase({ key: `K${n + 10}`, openedAt: `2026-03-01T09:00:${n + 10}+08:00` }),
      ),
    );
    const document = { type: 'RIC', number: '480101198503121013' };

    const first = (await system.post('/parties/batch-cases', { documents: [document] })).body.items[0];
    const rest = (
      await system.post('/parties/batch-cases', { documents: [{ ...document, cursor: first.nextCursor }] })
    ).body.items[0];

    expect(first.cases).toHaveLength(20);
    expect(rest.cases.map(({ key }: { key: string }) => key)).toEqual(['K12', 'K11', 'K10']);
    expect(rest.nextCursor).toBeNull();
  });

  it.each([
    ['/cases?limit=101', 'limit is at most 100'],
    ['/cases?cursor=bm9uc2Vuc2U', 'cursor is not one that this system gave'],
    ['/cases?status=UNKNOWN', 'query'],
    ['/cases?colour=red', 'colour'],
    ['/cases?openedFrom=yesterday', 'openedFrom'],
  ])('refuses %s with a message that says why', async (url, message) => {
    system = startSample([]);
    const { status, body } = await system.get(url);

    expect(status).toBe(400);
    expect(body.error.message).toContain(message);
  });

  it('keeps a register and the consultations beside the cases', async () => {
    system = startSample([sampleCase()]);

    expect((await system.get('/agencies')).body.items).toMatchObject([
      { code: sample.agency, supervisorCode: sample.bureau },
    ]);
    expect((await system.get('/firms?limit=1')).body).toMatchObject({ items: [{}], nextCursor: sample.firm });
    expect((await system.get(`/lawyers/${sample.lawyer}`)).body).toMatchObject({
      name: '李测试',
      licenceState: 'VALID',
    });
    expect((await system.get('/consultations?region=48')).body).toMatchObject({
      items: [{ consultNo: 'ZX-S1', convertedTo: 'S1' }],
      nextCursor: null,
    });
    expect((await system.get('/consultations/ZX-S1')).body).toMatchObject({ topic: '提供劳务受害' });
  });
});

describe('bad requests', () => {
  it.each([
    ['a body that is no JSON', '{"ids":', 400, 'BAD_REQUEST'],
    ['a body over a megabyte', JSON.stringify({ ids: ['A'.repeat(1_100_000)] }), 413, 'PAYLOAD_TOO_LARGE'],
    ['a body with a poisoned prototype', '{"ids":["A"],"__proto__":{"x":1}}', 400, 'BAD_REQUEST'],
  ])('are answered in one shape: %s', async (_what, payload, status, code) => {
    system = startSample([]);
    expect(await system.post('/cases/batch-get', payload)).toMatchObject({
      status,
      body: { error: { code } },
    });
  });

  it('are answered in one shape: another content type, an unknown path', async () => {
    system = startSample([]);
    expect(await system.post('/cases/batch-get', 'ids=A', { 'content-type': 'text/plain' })).toMatchObject({
      status: 415,
    });
    expect(await system.get('/nothing')).toMatchObject({
      status: 404,
      body: { error: { code: 'NOT_FOUND' } },
    });
  });

  it('hide what failed inside', async () => {
    system = startSample([sampleCase()]);
    system.database.exec('DROP TABLE case_document');

    expect(await system.get('/cases/S1')).toEqual({
      status: 500,
      body: { error: { code: 'INTERNAL', message: 'something failed in this system' } },
    });
  });
});
