import { afterEach, describe, expect, it } from '@jest/globals';
import { cast } from '@tongban/synthetic';
import { runTestSystem, type TestSystem, TOKEN } from './testing/runTestSystem.ts';
import { STATEMENT, sampleCase } from './testing/sampleCase.ts';

describe('the mediation system', () => {
  let system: TestSystem;
  afterEach(() => system.close());

  const zhangDocument = { type: '居民身份证', number: cast.persons.zhang.credential.slice(4) };

  it('answers by ids in its own words, and leaves out what it does not have', async () => {
    system = await runTestSystem([sampleCase('M1'), sampleCase('M2')]);

    const { body } = await system.get('/mediations?ids=M1,UNKNOWN');

    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({
      id: 'M1',
      region_code: '480101',
      status: '达成协议',
      source: '当事人申请',
      organ_kind: '乡镇街道',
      dispute_type: '损害赔偿',
      is_public: false,
      accepted_at: '2026-09-02 09:00:00',
      due_date: '2026-10-02',
      parties: [
        { party_no: 1, role: '申请人', side: '甲方', document_type: '居民身份证' },
        { party_no: 2, role: '被申请人', side: '乙方' },
      ],
      agreement: {
        form: '书面',
        obligations: [
          { debtor_no: 2, creditor_no: 1, amount_yuan: '62000.00', performed_at: '2026-10-18 09:00:00' },
          { amount_yuan: '62000.05', due_date: '2026-11-20', performed_at: null },
        ],
        performance: [{ obligation_no: 1, amount_yuan: '62000.00' }],
      },
      sessions: [{ mode: '现场', undisputed_facts: '双方对受伤时间和地点无争议' }],
      history: expect.arrayContaining([expect.objectContaining({ from: '调解中', to: '达成协议' })]),
    });
    expect(Object.keys(body.items[0].sessions[0])).toEqual(['at', 'place', 'mode', 'undisputed_facts']);
  });

  it('takes twenty ids, not twenty-one', async () => {
    system = await runTestSystem([sampleCase('M1')]);
    const ids = Array.from({ length: 21 }, (_, index) => `M${index + 1}`);
    expect((await system.get(`/mediations?ids=${ids.slice(0, 20)}`)).status).toBe(200);
    const refused = await system.get(`/mediations?ids=${ids}`);
    expect([refused.status, refused.body.error.code]).toEqual([400, 'too_many']);
  });

  it.each(['（2026）测山登人调字第7号', '(2026)测山登人调字第007号', '〔2026〕 测山人调字 第7号'])(
    'finds a mediation by %s, however the number is written',
    async (number) => {
      system = await runTestSystem([sampleCase('7'), sampleCase('8')]);
      const { body } = await system.get(`/mediations?numbers=${encodeURIComponent(number)}`);
      expect(body.items.map(({ id }: { id: string }) => id)).toEqual(['7']);
    },
  );

  it('finds the mediations of a person by document, in a body and never in a URL', async () => {
    const guarded = sampleCase('M2', {
      parties: sampleCase('M2').parties.map((party, index) =>
        index === 0
          ? { ...party, person: cast.persons.chen.credential, agent: cast.persons.zhang.credential }
          : party,
      ),
      openedAt: '2026-10-01T09:00:00+08:00',
    });
    system = await runTestSystem([sampleCase('M1'), guarded]);

    const { body } = await system.post('/mediations/by-party', { documents: [zhangDocument] });

    expect(body.items.map(({ id }: { id: string }) => id)).toEqual(['M2', 'M1']);
    const log = await (await fetch(`${system.url}/__accesses`)).text();
    expect(log).not.toContain(zhangDocument.number);
    const wrongType = { documents: [{ ...zhangDocument, type: '护照' }] };
    expect((await system.post('/mediations/by-party', wrongType)).body.items).toEqual([]);
  });

  it('lists page by page, newest first, each mediation once, and ends with an empty page', async () => {
    const cases = Array.from({ length: 5 }, (_, index) =>
      sampleCase(`M${index}`, { openedAt: `2026-09-0${1 + Math.floor(index / 2)}T09:00:00+08:00` }),
    );
    system = await runTestSystem(cases);
    const seen: string[] = [];
    let token: string | null = '';
    let last = '';
    while (token !== null) {
      const suffix: string = token === '' ? '' : `&page_token=${token}`;
      const { body } = await system.get(`/mediations?regions=4801&count=true&page_size=2${suffix}`);
      expect(body.total_count).toBe(5);
      seen.push(...body.items.map(({ id }: { id: string }) => id));
      last = body.item_tokens.at(-1);
      token = body.next_page_token;
    }
    expect(seen).toEqual(['M4', 'M3', 'M2', 'M1', 'M0']);

    const beyond = await system.get(`/mediations?regions=4801&page_token=${last}`);
    expect(beyond.body).toMatchObject({ items: [], next_page_token: null });
  });

  it('narrows a list by region, status, time and seal', async () => {
    system = await runTestSystem([
      sampleCase('M1'),
      sampleCase('M2', { region: '480102' }),
      sampleCase('M3', { secrecy: ['sealed'] }),
      sampleCase('M4', { status: 'MEDIATING', openedAt: '2026-10-01T09:00:00+08:00' }),
    ]);
    const idsOf = async (query: string) =>
      (await system.get(`/mediations?${query}`)).body.items.map(({ id }: { id: string }) => id).sort();
    expect(await idsOf('regions=480102')).toEqual(['M2']);
    expect(await idsOf('regions=480101,480102&sealed=exclude')).toEqual(['M1', 'M2', 'M4']);
    expect(await idsOf(`statuses=${encodeURIComponent('调解中')}`)).toEqual(['M4']);
    expect(await idsOf('registered_from=2026-10-01 00:00:00')).toEqual(['M4']);
    expect(await idsOf('registered_to=2026-09-30 00:00:00&regions=480101')).toEqual(['M1', 'M3']);
  });

  it.each([
    ['/mediations?ids=M1&numbers=x', 'bad_request'],
    ['/mediations?page_token=broken', 'bad_page_token'],
    ['/mediations?page_size=0', 'bad_request'],
    ['/mediations?registered_from=2026-02-30 00:00:00', 'bad_request'],
    ['/mediations?statuses=MEDIATING', 'bad_request'],
    ['/mediations?unknown=1', 'bad_request'],
  ])('refuses %s', async (path, code) => {
    system = await runTestSystem([]);
    const { status, body } = await system.get(path);
    expect([status, body.error.code]).toEqual([400, code]);
  });

  it('refuses whoever has no token, and shows nothing', async () => {
    system = await runTestSystem([sampleCase('M1')]);
    for (const headers of [{}, { 'x-api-token': `${TOKEN}x` }, { 'x-api-token': '' }]) {
      const { status, text } = await system.get('/mediations?ids=M1', headers);
      expect(status).toBe(401);
      expect(text).not.toContain('M1');
    }
    expect((await system.get('/health/ready', {})).status).toBe(200);
  });

  it('answers 429 with Retry-After when the bucket is empty, and again after the wait', async () => {
    system = await runTestSystem([sampleCase('M1')], { ratePerSecond: 1, burst: 3 });
    const answers = await Promise.all(Array.from({ length: 5 }, () => system.get('/mediations?ids=M1')));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(2);
    expect(refused.map(({ headers }) => headers.get('retry-after'))).toEqual(['1', '1']);
    expect((await system.get('/health/ready', {})).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect((await system.get('/mediations?ids=M1')).status).toBe(200);
  });

  it('answers what is not JSON, and what is too large, with an error of its own', async () => {
    system = await runTestSystem([]);
    const broken = await system.post('/mediations/by-party', '{"documents":');
    expect([broken.status, broken.body.error.code]).toEqual([400, 'bad_request']);
    const large = await system.post('/mediations/by-party', { documents: 'x'.repeat(2_000_000) });
    expect(large.status).toBe(413);
  });

  it('never lets out what was said in a session', async () => {
    system = await runTestSystem([sampleCase('M1'), sampleCase('M2', { status: 'MEDIATING' })]);
    const session = {
      place: '线上',
      mode: '视频',
      attendees: ['甲方本人'],
      statements: STATEMENT,
      undisputed_facts: null,
    };
    const written = await system.happen('M2', { event: '记录调解', session });
    const repeated = await system.post(
      '/mediations/M2/events',
      { event: '记录调解', session },
      { 'x-idempotency-key': 'test-key-1' },
    );
    const answers = [
      written,
      repeated,
      await system.get('/mediations?ids=M1,M2'),
      await system.get('/mediations/M2'),
      await system.get('/mediations?regions=48'),
      await system.get(`/mediations?numbers=${encodeURIComponent(sampleCase('M1').caseNo)}`),
      await system.post('/mediations/by-party', { documents: [zhangDocument] }),
      await system.get('/changes'),
      await system.get('/organizations'),
      await system.get('/__accesses'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 200, 200, 200, 200, 200, 200, 200, 200]);
    expect(repeated.text).toBe(written.text);
    for (const { text } of answers) expect(text).not.toContain('CANARY');
  });

  it('has neither fault switch nor access log in production', async () => {
    system = await runTestSystem([], { production: true });
    for (const path of ['/__fault', '/__accesses']) expect((await system.get(path)).status).toBe(404);
  });

  it('keeps organisations with their mediators, and warnings without anybody’s name', async () => {
    system = await runTestSystem([sampleCase('M1')]);
    const { body } = await system.get(`/organizations/${cast.bodies.townshipCommittee.id}`);
    expect(body).toMatchObject({ organ_kind: '乡镇街道', region_code: '480101' });
    expect(body.mediators.length).toBeGreaterThan(0);
    expect(JSON.stringify(body)).not.toMatch(/\d{17}[\dX]/);

    const report = { region_code: '480101', dispute_type: '环境', households: 11, level: '较大' };
    const made = await system.post('/warning-signals', report, { 'x-idempotency-key': 'warning-1' });
    expect([made.status, made.body.signal_no]).toEqual([201, 1]);
    const named = await system.post(
      '/warning-signals',
      { ...report, note: '柏测农家' },
      { 'x-idempotency-key': 'warning-2' },
    );
    expect(named.status).toBe(400);
    expect((await system.get('/warning-signals?region=48')).body.items).toMatchObject([report]);
  });
});
