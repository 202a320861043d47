import { afterEach, describe, expect, it } from '@jest/globals';
import { cast } from '@tongban/synthetic';
import { statusWords } from './import/worldWords.ts';
import { mediationStatusWords } from './lifecycle/mediationStatus.ts';
import { recordings, recordingsIn } from './lifecycle/recordings.ts';
import { eventsFrom, transitions } from './lifecycle/transitions.ts';
import { runTestSystem, type TestSystem } from './testing/runTestSystem.ts';
import { courtId, sampleCase } from './testing/sampleCase.ts';

const codeOf = Object.fromEntries(Object.entries(statusWords).map(([code, word]) => [word, code]));
const mediator = Object.values(cast.practitioners).find(({ kind }) => kind === 'PEOPLES_MEDIATOR');
const licenseNo = mediator?.practitionerNo ?? '';

/** A well-formed body for every event. */
const bodies: Readonly<Record<string, object>> = {
  征询对方: {},
  拒绝调解: { party_no: 2, told_of_other_ways: true },
  无法联系: { party_no: 2, told_of_other_ways: true },
  同意调解: { party_nos: [1, 2] },
  开始调解: { license_nos: [licenseNo], rights_informed: true },
  延长期限: { asked_by: [1, 2], length: 1 },
  达成协议: {
    agreement: {
      form: '书面',
      effective_at: '2026-11-20 10:00:00',
      obligations: [
        { debtor_no: 2, creditor_no: 1, what: '支付赔偿款', amount_yuan: '100.00', due_date: '2026-11-21' },
      ],
    },
  },
  调解不成: { told_of_other_ways: true },
  撤回调解: { party_no: 1, told_of_other_ways: true },
  疑似虚假调解: { reason: '同一金额反复出现', told_of_other_ways: true },
  履行完毕: {},
  逾期未履行: {},
  申请司法确认: { court_id: courtId, court_case_no: '(2026)测0101诉前调确9号', applicants: [1, 2] },
  法院受理: {},
  法院不予受理: { reason: '确认物权' },
  撤回确认申请: {},
  裁定有效: {},
  裁定驳回: { reason: '内容不明确' },
  申请执行: { court_id: courtId, party_no: 1 },
  办理赋强公证: { certificate_no: '（2026）测城中证字第1号' },
  归档: {},
  披露利害关系: { license_no: licenseNo, text: '曾在该公证处任职', consented: true },
  记录调解: {
    session: { place: '调解室', mode: '现场', attendees: [], statements: '……', undisputed_facts: null },
  },
  标记激化风险: { risk: true },
  记录履行: { obligation_no: 2, amount_yuan: '62000.05' },
  回访: { performed: true, satisfaction: 4, new_risk: null },
  封存: { document_no: '封存通知书1号' },
  解除封存: { document_no: '解封通知书1号' },
};

const register = {
  region_code: '480101',
  organization_id: cast.bodies.townshipCommittee.id,
  organ_kind: '乡镇街道',
  source: '当事人申请',
  dispute_type: '邻里',
  is_public: false,
  parties: [
    {
      role: '申请人',
      side: '甲方',
      name: '张测试',
      document_type: '居民身份证',
      document_number: '480101198503121013',
      organization_id: null,
    },
    {
      role: '被申请人',
      side: '乙方',
      name: null,
      document_type: null,
      document_number: null,
      organization_id: cast.bodies.employer.id,
    },
  ],
};

describe('the life of a mediation', () => {
  let system: TestSystem;
  afterEach(() => system.close());

  it('goes from registration to enforcement, one version and one change a step', async () => {
    system = await runTestSystem([]);
    const opened = await system.post('/mediations', register, { 'x-idempotency-key': 'open-0001' });
    expect(opened.body).toMatchObject({
      status: '已登记',
      version: 1,
      consents: [{ party_no: 1, agreed: true }],
    });
    const { id } = opened.body;
    const agreement = {
      form: '书面',
      effective_at: '2026-11-01 10:00:00',
      obligations: [
        { debtor_no: 2, creditor_no: 1, what: '支付', amount_yuan: '100.00', due_date: '2026-11-10' },
      ],
    };
    // Registered just now, so every later step is at the same moment but for the agreement's effect.
    const steps: [object, string][] = [
      [{ event: '征询对方' }, '征询意愿'],
      [{ event: '同意调解', party_nos: [2] }, '受理'],
      [{ event: '开始调解', ...bodies.开始调解 }, '调解中'],
      [{ event: '延长期限', ...bodies.延长期限 }, '调解中'],
      [{ event: '达成协议', agreement: { ...agreement, effective_at: '2026-11-23 09:05:00' } }, '达成协议'],
      [{ event: '申请司法确认', ...bodies.申请司法确认 }, '已申请司法确认'],
      [{ event: '法院受理' }, '已受理司法确认'],
      [{ event: '裁定有效', document_no: '(2026)测0101诉前调确9号' }, '裁定有效'],
      [{ event: '逾期未履行' }, '未履行'],
      [{ event: '申请执行', court_id: courtId, party_no: 1 }, '申请执行'],
      [{ event: '归档' }, '归档'],
    ];
    for (const [event, status] of steps) {
      const { body } = await system.happen(id, event);
      expect(body).toMatchObject({ status });
    }
    const { body } = await system.get(`/mediations/${id}`);
    expect(body).toMatchObject({
      version: 12,
      due_date: '2027-01-23',
      closed_at: '2026-11-23 09:05:00',
      confirmation: { court_case_no: '(2026)测0101诉前调确9号', result: '裁定有效' },
      mediators: [{ license_no: licenseNo }],
    });
    expect(body.history.map(({ service }: { service: string | null }) => service)).toEqual([
      ...Array(6).fill(null),
      ...Array(3).fill('司法确认'),
      null,
      '执行',
      null,
    ]);
    const { body: changes } = await system.get('/changes?limit=500');
    expect(changes.items).toHaveLength(12);
    expect(changes.items.at(-1)).toMatchObject({ mediation_id: id, event: '归档', status: '归档' });
    expect((await system.get(`/changes?after=${changes.next_cursor}`)).body.items).toEqual([]);
    const found = await system.get(
      `/mediations?numbers=${encodeURIComponent('（2026）测0101诉前调确第9号')}`,
    );
    expect(found.body.items).toHaveLength(1);
  });

  it('refuses every event that the table does not have, naming from, event and what is allowed', async () => {
    const cases = mediationStatusWords.map((word, index) =>
      sampleCase(`M${index}`, { status: String(codeOf[word]) }),
    );
    system = await runTestSystem(cases);
    let refused = 0;
    for (const [index, from] of mediationStatusWords.entries()) {
      const allowed = [...eventsFrom(from), ...recordingsIn(from)];
      for (const [event, body] of Object.entries(bodies)) {
        if (allowed.includes(event)) continue;
        const answer = await system.happen(`M${index}`, { event, ...body });
        expect([answer.status, answer.body.error]).toEqual([
          409,
          expect.objectContaining({ code: 'illegal_transition', from, event, allowed }),
        ]);
        refused += 1;
      }
    }
    expect(refused).toBeGreaterThan(300);
    const { body } = await system.get('/changes');
    expect(body.items).toEqual([]);
  });

  it('has a body and a word of history for every event of the tables', () => {
    const events = new Set([...transitions, ...recordings].map(({ event }) => event));
    expect(Object.keys(bodies).sort()).toEqual([...events].sort());
  });

  it.each([
    ['拒绝调解', 'CONSENT_PENDING', { told_of_other_ways: false }, /told/],
    ['调解不成', 'MEDIATING', { told_of_other_ways: false }, /told/],
    ['开始调解', 'ACCEPTED', { rights_informed: false }, /rights/],
    ['开始调解', 'ACCEPTED', { license_nos: ['NOBODY'] }, /NOBODY/],
    ['延长期限', 'MEDIATING', { asked_by: [1] }, /both sides/],
    ['申请司法确认', 'AGREED', { applicants: [2] }, /together/],
    ['申请司法确认', 'AGREED', {}, /30 days .* ended on 2026-10-20/],
    ['履行完毕', 'AGREED', {}, /obligation 2/],
    ['申请执行', 'BREACHED', {}, /confirmed/],
    ['记录履行', 'AGREED', { obligation_no: 9 }, /no obligation 9/],
    ['撤回调解', 'MEDIATING', { party_no: 7 }, /no party 7/],
  ])('holds %s from %s back where its condition fails', async (event, status, change, reason) => {
    system = await runTestSystem([sampleCase('M1', { status })]);
    const { status: http, body } = await system.happen('M1', { event, ...bodies[event], ...change });
    expect([http, body.error]).toEqual([
      422,
      expect.objectContaining({ code: 'guard_failed', message: expect.stringMatching(reason), event }),
    ]);
    expect((await system.get('/mediations/M1')).body.version).toBe(1);
  });

  it('counts the 30 days from the day after the effect and rolls a weekend over', async () => {
    const agreement = sampleCase('M1').details.agreement;
    const effective = { agreement: agreement && { ...agreement, effectiveAt: '2026-10-22T15:00:00+08:00' } };
    const file = { event: '申请司法确认', ...bodies.申请司法确认 };
    // 30 days after 22 October is Saturday 21 November, so Monday the 23rd is in time.
    system = await runTestSystem([sampleCase('M1', { details: effective })]);
    expect((await system.happen('M1', file)).status).toBe(201);
    await system.close();
    system = await runTestSystem([sampleCase('M1', { details: effective })], {
      now: () => new Date('2026-11-24T00:00:00+08:00'),
    });
    expect((await system.happen('M1', file)).status).toBe(422);
  });

  it('does not mediate against a refusal, nor with a mediator who is a party', async () => {
    const consents = [
      { party: cast.persons.contractor.credential, at: '2026-09-02T09:00:00+08:00', agreed: false },
    ];
    const parties = sampleCase('M2').parties.map((party, index) =>
      index === 0 ? { ...party, person: mediator?.credential ?? null } : party,
    );
    system = await runTestSystem([
      sampleCase('M1', { status: 'MEDIATING', details: { consents } }),
      sampleCase('M2', { status: 'ACCEPTED', parties }),
    ]);
    const refused = await system.happen('M1', { event: '达成协议', ...bodies.达成协议 });
    expect(refused.body.error.message).toMatch(/refused/);
    const partial = await system.happen('M2', { event: '开始调解', ...bodies.开始调解 });
    expect(partial.body.error.message).toMatch(/is a party/);
  });

  it('performs an obligation when the payments reach its amount', async () => {
    system = await runTestSystem([sampleCase('M1')]);
    const pay = (amount_yuan: string) =>
      system.happen('M1', { event: '记录履行', obligation_no: 2, amount_yuan });
    const first = await pay('62000.04');
    expect(first.body.agreement.obligations[1].performed_at).toBeNull();
    const second = await pay('0.01');
    expect(second.body.agreement.obligations[1].performed_at).toBe('2026-11-23 09:05:00');
    expect(second.body.agreement.performance).toHaveLength(3);
    expect((await system.happen('M1', { event: '履行完毕' })).body.status).toBe('履行');
  });

  it('does a repeated request once, and refuses a key for another request', async () => {
    system = await runTestSystem([sampleCase('M1')]);
    const again = { 'x-idempotency-key': 'the-same-key' };
    const visit = { event: '回访', ...bodies.回访 };
    const first = await system.post('/mediations/M1/events', visit, again);
    const second = await system.post('/mediations/M1/events', visit, again);
    expect([first.status, second.status, second.text]).toEqual([201, 201, first.text]);
    expect((await system.get('/mediations/M1')).body).toMatchObject({ version: 2 });

    const other = await system.post('/mediations/M1/events', { event: '归档' }, again);
    expect([other.status, other.body.error.code]).toEqual([409, 'idempotency_conflict']);
    const without = await system.post('/mediations/M1/events', visit);
    expect([without.status, without.body.error.code]).toEqual([400, 'idempotency_key_required']);
  });

  it('refuses a write on a version that is no longer there, in the future, or before the last step', async () => {
    system = await runTestSystem([sampleCase('M1')]);
    const codes = [];
    for (const change of [
      { expected_version: 9 },
      { at: '2026-11-23 09:05:01' },
      { at: '2026-09-19 09:00:00' },
    ]) {
      const { body } = await system.happen('M1', { event: '归档', ...change });
      codes.push(body.error.code);
    }
    expect(codes).toEqual(['version_conflict', 'future_date', 'back_dated']);
    const missing = await system.happen('NOBODY', { event: '归档' });
    expect(missing.status).toBe(404);
  });

  it('writes a seal into the history and leaves the status where it is', async () => {
    system = await runTestSystem([sampleCase('M1')]);
    const { body } = await system.happen('M1', { event: '封存', ...bodies.封存 });
    expect(body).toMatchObject({ status: '达成协议', closed_at: null, secrecy: ['封存'] });
    expect(body.history.at(-1)).toMatchObject({
      from: '达成协议',
      to: '达成协议',
      event: '封存',
      document_no: '封存通知书1号',
    });
    expect((await system.get('/mediations?regions=48&sealed=exclude')).body.items).toEqual([]);
    const { body: opened } = await system.happen('M1', { event: '解除封存', ...bodies.解除封存 });
    expect(opened.secrecy).toEqual([]);
  });

  it('registers only what the form asks, for an organisation it knows', async () => {
    system = await runTestSystem([]);
    const open = async (change: object) => {
      const key = { 'x-idempotency-key': `opening-${JSON.stringify(change).length}` };
      const { status, body } = await system.post('/mediations', { ...register, ...change }, key);
      return [status, body.error?.code];
    };
    expect(await open({ organization_id: 'MC-000000000-1' })).toEqual([422, 'unknown_organization']);
    expect(await open({ dispute_type: 'NEIGHBOUR' })).toEqual([400, 'bad_request']);
    expect(await open({ parties: register.parties.slice(0, 1) })).toEqual([400, 'bad_request']);
    expect(await open({ statements: 'x' })).toEqual([400, 'bad_request']);
  });
});
