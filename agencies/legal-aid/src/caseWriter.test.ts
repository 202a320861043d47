import { afterEach, describe, expect, it } from '@jest/globals';
import { sample } from './testing/sampleSlice.ts';
import { type Sample, startSample } from './testing/startSample.ts';
import { application, assignment, exempt, standing, take } from './testing/steps.ts';

let system: Sample;
afterEach(() => system.close());

describe('the life of a case', () => {
  it('goes from application to archive, numbering its documents', async () => {
    system = startSample([]);
    const { status, body: applied } = await system.post('/applications', application);
    expect(status).toBe(201);
    expect(applied).toMatchObject({ status: 'SUBMITTED', caseNo: '（2026）测援申字第0001号', version: 1 });
    const events = [
      { event: 'REQUIRE_SUPPLEMENT', items: ['诊断证明'], at: '2026-11-03T09:00:00+08:00' },
      { event: 'SUPPLY', at: '2026-11-05T09:00:00+08:00' },
      { event: 'GRANT', hardshipCheck: exempt },
      { event: 'SERVE_DECISION' },
      { event: 'OPEN_CASE' },
      { event: 'ASSIGN', assignment },
      { event: 'SIGN_AGREEMENT' },
      { event: 'START' },
      { event: 'REPORT_PROGRESS', text: '已提交调解申请' },
      { event: 'REQUEST_REPLACEMENT', requestedBy: 'RECIPIENT', reason: '沟通不畅' },
      {
        event: 'APPROVE_REPLACEMENT',
        assignment: { ...assignment, firmCode: sample.otherFirm, practitionerNo: sample.outsider },
      },
      { event: 'CONCLUDE', outcome: 'MEDIATED', recoveredFen: 18_600_000 },
      { event: 'SUBMIT_FILE' },
      { event: 'RETURN_FILE', reasonCode: 'PAGE_MISSING' },
      { event: 'SUBMIT_FILE' },
      { event: 'REVIEW_FILE' },
      { event: 'REVIEW_QUALITY', method: 'FILE_INSPECTION', grade: '优秀' },
      { event: 'PAY_SUBSIDY', amountFen: 150_000, payee: '赵测试' },
      { event: 'ARCHIVE' },
    ];

    for (const event of events) {
      const answer = await system.post(`/cases/${applied.key}/events`, { actorRole: 'HEAD', ...event });
      expect([event.event, answer.status, answer.body.error]).toEqual([event.event, 200, undefined]);
    }

    const { body } = await system.get(`/cases/${applied.key}`);
    expect(body).toMatchObject({
      status: 'ARCHIVED',
      version: 1 + events.length,
      closedAt: '2026-11-23T10:00:00+08:00',
      recoveredFen: 18_600_000,
      clockStops: [{ ruleId: 'D-01', from: '2026-11-03T09:00:00+08:00', to: '2026-11-05T09:00:00+08:00' }],
      application: { supplement: { items: ['诊断证明'], answeredAt: '2026-11-05T09:00:00+08:00' } },
      decisions: [
        { decisionNo: '（2026）测援给字第0001号', kind: 'GRANT', servedAt: '2026-11-23T10:00:00+08:00' },
      ],
      replacements: [{ result: 'APPROVED', newAssignmentNo: '（2026）测援换字第0001号' }],
      assignments: [
        { practitionerNo: sample.lawyer, yearsOfPractice: 14 },
        { practitionerNo: sample.outsider },
      ],
      handlers: [
        { name: '李测试', to: '2026-11-23T10:00:00+08:00' },
        { name: '赵测试', to: null },
      ],
      parties: [{ role: 'RECIPIENT', lawyerNo: sample.outsider }],
      qualityReviews: [{ grade: '优秀' }],
      subsidies: [{ amountFen: 150_000 }],
    });
    expect(body.documents.map(({ kind }: { kind: string }) => kind)).toEqual([
      '法律援助申请表',
      '补充材料/说明通知书',
      '给予法律援助决定书',
      '指派通知书',
      '委托代理/辩护协议',
      '更换法律援助人员通知书',
      '结案报告表',
    ]);
    const found = await system.post('/cases/batch-find-by-number', { numbers: ['(2026)测援给字第1号'] });
    expect(found.body.items).toMatchObject([{ cases: [{ key: applied.key }] }]);
  });

  it('starts at assignment when a case-handling organ gives notice', async () => {
    system = startSample([]);
    const { status, body } = await system.post('/notices', {
      actorRole: 'CASE_ORGAN',
      region: '480101',
      agencyCode: sample.agency,
      form: 'CRIMINAL_DEFENCE',
      ground: 'MINOR',
      noticeNo: '测公刑援通字〔2026〕3号',
      organCode: sample.organ,
      foundAt: '2026-11-20T09:00:00+08:00',
      detained: true,
      recipient: { document: { type: 'RIC', number: '480102201006010137' }, name: '陈测试' },
    });

    expect(status).toBe(201);
    expect(body).toMatchObject({
      status: 'PENDING_ASSIGNMENT',
      application: null,
      hardshipCheck: { mode: 'NOT_APPLICABLE' },
      secrecyMarks: ['minor'],
      notice: { organCode: sample.organ, detained: true },
    });
    const inexperienced = { actorRole: 'HEAD', event: 'ASSIGN', assignment };
    expect(await system.post(`/cases/${body.key}/events`, inexperienced)).toMatchObject({
      status: 422,
      body: { error: { guard: 'juvenileExperience', citation: '未成年人保护法 第104条' } },
    });
    const experienced = { ...inexperienced, assignment: { ...assignment, juvenileExperience: true } };
    expect((await system.post(`/cases/${body.key}/events`, experienced)).status).toBe(200);
  });

  it.each([
    ['draft, then submitted', standing('DRAFT', null), [{ event: 'SUBMIT' }], 'SUBMITTED'],
    [
      'forwarded from custody, then received',
      standing('FORWARDED', null),
      [{ event: 'RECEIVE' }],
      'SUBMITTED',
    ],
    [
      'not ours',
      standing('SUBMITTED', null),
      [{ event: 'REDIRECT', redirectedTo: 'ELSEWHERE' }],
      'REDIRECTED',
    ],
    [
      'papers never supplied',
      standing('SUPPLEMENT_REQUIRED', 'SUBMITTED'),
      [{ event: 'LAPSE' }],
      'DEEMED_WITHDRAWN',
    ],
    ['withdrawn', standing('UNDER_REVIEW', 'SUBMITTED'), [{ event: 'WITHDRAW' }], 'WITHDRAWN'],
    [
      'urgent, then granted',
      standing('SUBMITTED', null),
      [{ event: 'PROVIDE_FIRST', urgent: 'LIMITATION_UNDER_7_DAYS' }, { event: 'GRANT' }],
      'GRANTED',
    ],
    [
      'refused, upheld on objection',
      standing('UNDER_REVIEW', 'SUBMITTED'),
      [
        { event: 'REFUSE', reasonCode: 'HARDSHIP_NOT_MET', remedyTold: true },
        { event: 'OBJECT', bureauCode: sample.bureau },
        { event: 'UPHOLD' },
      ],
      'REFUSED_FINAL',
    ],
    [
      'refused, corrected on objection',
      standing('UNDER_REVIEW', 'SUBMITTED'),
      [
        { event: 'REFUSE', reasonCode: 'HARDSHIP_NOT_MET', remedyTold: true },
        { event: 'OBJECT', bureauCode: sample.bureau },
        { event: 'ORDER_CORRECTION' },
      ],
      'GRANTED',
    ],
    [
      'termination reviewed and dropped, back to where it was',
      standing('AGREED', 'ASSIGNED'),
      [{ event: 'OPEN_TERMINATION_REVIEW', reasonCode: 'OWN_LAWYER' }, { event: 'REJECT_TERMINATION' }],
      'AGREED',
    ],
    [
      'terminated, upheld on objection',
      standing('IN_PROGRESS', 'AGREED'),
      [
        { event: 'OPEN_TERMINATION_REVIEW', reasonCode: 'FRAUD' },
        { event: 'TERMINATE', reasonCode: 'FRAUD', remedyTold: true },
        { event: 'OBJECT', bureauCode: sample.bureau },
        { event: 'UPHOLD' },
      ],
      'TERMINATED',
    ],
    [
      'replacement refused',
      standing('IN_PROGRESS', 'AGREED'),
      [
        { event: 'REQUEST_REPLACEMENT', requestedBy: 'RECIPIENT', reason: '距离远' },
        { event: 'REJECT_REPLACEMENT' },
      ],
      'IN_PROGRESS',
    ],
  ])('knows the way: %s', async (_way, start, events, end) => {
    system = startSample([start]);
    const { status, body } = await take(system, ...events);

    expect([status, body.error]).toEqual([200, undefined]);
    expect(body.status).toBe(end);
    expect(body.statusHistory).toHaveLength(1 + events.length);
  });
});
