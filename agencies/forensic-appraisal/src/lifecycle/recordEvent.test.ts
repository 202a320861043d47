import { beforeEach, describe, expect, it } from '@jest/globals';
import { cast } from '@tongban/synthetic';
import { examineCase, openCase, opinion, readCase, sign, T, two } from '../testing/appraisalSteps.ts';
import { issuedCase } from '../testing/appraisalWorld.ts';
import { commission, startTestSystem, type TestSystem } from '../testing/startTestSystem.ts';
import { lifecycle } from './lifecycle.ts';

const { clinicalAppraiser1, clinicalAppraiser2 } = cast.practitioners;

let system: TestSystem;
beforeEach(() => {
  system = startTestSystem({}, [issuedCase('OLD')]);
});

describe('the lifecycle of an appraisal', () => {
  it('goes from commission to testimony, and every step is in history, feed and documents', async () => {
    const id = await examineCase(system);
    for (const [event, detail] of [
      ['REQUEST_MATERIAL', { items: ['X线片'] }],
      ['RECEIVE_MATERIAL', { materials: [{ materialNo: 'M2', name: 'X线片', confirmedByClient: true }] }],
      ['EXTEND', { workingDays: 30, approvedByHead: true, clientToldTime: T }],
      ['SUBMIT_DRAFT', {}],
      ['ISSUE', opinion(clinicalAppraiser1.practitionerNo, clinicalAppraiser2.practitionerNo)],
      ['COURT_NOTICE', { courtId: cast.bodies.court.id, noticeTime: T }],
      ['TESTIFY', { mode: 'IN_COURT' }],
    ] as const) {
      expect(await system.record(id, event, detail)).toMatchObject({ code: 0 });
    }
    const one = await readCase(system, id);
    expect(one).toMatchObject({
      caseNo: '测州测安司鉴所[2026]临鉴字第1号',
      caseStatus: 73,
      version: 12,
      closedTime: expect.any(Number),
      pauses: [{ ruleId: 'D-21', toTime: expect.any(Number) }],
      extensions: [{ days: 30 }],
      testimony: { mode: 'IN_COURT' },
      materials: [{ materialNo: 'M1' }, { materialNo: 'M2', custody: [{ handedBy: 'CLIENT' }] }],
    });
    expect((one.documents as { docKind: string }[]).map(({ docKind }) => docKind)).toEqual([
      '受理审查表',
      '司法鉴定委托书',
      '鉴定人承诺书',
      '补充材料函',
      '材料接收清单',
      '延长时限告知书',
      '司法鉴定意见书',
      '出庭作证通知书',
    ]);
    const feed = await system.ask('/api/feed', { cursor: 0 });
    expect(feed.data.list).toHaveLength(12);
    expect(feed.data.list?.[0]).toMatchObject({ caseId: id, event: 'COMMISSION', caseStatus: 10 });
    expect(feed.data.list?.at(-1)).toMatchObject({ event: 'TESTIFY', caseStatus: 73 });
    expect((await system.ask('/api/feed', { cursor: feed.data.nextCursor })).data.list).toEqual([]);
  });

  it('allows exactly the steps of its table', async () => {
    const id = await openCase(system);
    for (const event of Object.keys(lifecycle).filter((event) => event !== 'REVIEW')) {
      const answer = await system.record(id, event, detailOf(event));
      expect([event, answer.code, answer.data]).toEqual([
        event,
        40902,
        {
          from: 'COMMISSIONED',
          event,
          allowed: ['REVIEW', 'REPORT_FOREIGN_ELEMENT', 'HAND_OVER_MATERIAL', 'SEAL', 'UNSEAL'],
        },
      ]);
    }
    expect(await readCase(system, id)).toMatchObject({ caseStatus: 10, version: 1 });
  });

  it('leaves nothing behind when a step is refused', async () => {
    const id = await openCase(system);
    const before = await readCase(system, id);
    const feedBefore = (await system.ask('/api/feed', {})).data.list;
    expect(await system.record(id, 'SUBMIT_DRAFT')).toMatchObject({ code: 40902 });
    expect(await readCase(system, id)).toEqual(before);
    expect((await system.ask('/api/feed', {})).data.list).toEqual(feedBefore);
  });

  it('ends a refused commission with its ground and returns the materials', async () => {
    const id = await openCase(system);
    await system.record(id, 'REVIEW');
    expect(await system.record(id, 'REFUSE', { ground: 6 })).toMatchObject({
      code: 0,
      data: { caseStatus: 21 },
    });
    expect(await readCase(system, id)).toMatchObject({
      notAcceptGround: 6,
      materials: [{ returnedTime: expect.any(Number) }],
    });
  });

  it('terminates a case that waits for material, and its pause ends with it', async () => {
    const id = await examineCase(system);
    await system.record(id, 'SUSPEND', { ground: 2, clientToldTime: T });
    expect(await system.record(id, 'TERMINATE', { ground: 3 })).toMatchObject({
      code: 0,
      data: { caseStatus: 90 },
    });
    expect(await readCase(system, id)).toMatchObject({
      terminateGround: 3,
      pauses: [{ toTime: expect.any(Number) }],
    });
  });
});

describe('writing more than once', () => {
  it('has one effect and gives the same bytes again', async () => {
    const body = commission();
    const first = await system.send('/api/case/event', body);
    const second = await system.send('/api/case/event', body);
    expect(second.body).toBe(first.body);
    expect((await system.ask('/api/case/page', {})).data.total).toBe(2);
  });

  it('refuses the same request number for another request', async () => {
    const body = commission();
    await system.send('/api/case/event', body);
    const other = { ...commission(), requestNo: body.requestNo };
    expect(await system.ask('/api/case/event', other)).toMatchObject({ code: 40901 });
  });

  it('lets a refused request be sent again once it is allowed', async () => {
    const id = await openCase(system);
    const change = { requestNo: 'request-0001' };
    expect(await system.record(id, 'SIGN_COMMISSION', sign, change)).toMatchObject({ code: 40902 });
    await system.record(id, 'REVIEW');
    expect(await system.record(id, 'SIGN_COMMISSION', sign, change)).toMatchObject({ code: 0 });
  });

  it('refuses a change of a version that has passed', async () => {
    const id = await openCase(system);
    await system.record(id, 'REVIEW');
    const stale = await system.record(id, 'SIGN_COMMISSION', sign, { version: 1 });
    expect(stale).toMatchObject({ code: 40903, data: { version: 2 } });
  });

  it('refuses an unknown case and an unknown event', async () => {
    expect(await system.record('NOSUCH', 'REVIEW')).toMatchObject({ code: 40402 });
    expect(await system.record('OLD', 'NOSUCH')).toMatchObject({ code: 40001 });
  });
});

/** A valid detail for each event, so that only the status can be what is refused. */
function detailOf(event: string): unknown {
  const details: Record<string, unknown> = {
    REFUSE: { ground: 1 },
    SIGN_COMMISSION: sign,
    ASSIGN_APPRAISERS: two,
    START_EXAMINATION: { standards: ['标准'] },
    REQUEST_MATERIAL: { items: ['病历'] },
    RECEIVE_MATERIAL: { materials: [] },
    SUSPEND: { ground: 1, clientToldTime: T },
    RESUME: { clientToldTime: T },
    EXTEND: { workingDays: 1, approvedByHead: true, clientToldTime: T },
    ISSUE: opinion(clinicalAppraiser1.practitionerNo),
    TERMINATE: { ground: 1 },
    CORRECT: { what: '错别字', isMeaningUnchanged: true, signedBy: clinicalAppraiser1.practitionerNo },
    COURT_NOTICE: { courtId: cast.bodies.court.id, noticeTime: T },
    TESTIFY: { mode: 'VIDEO' },
    REFUSE_TO_TESTIFY: { reason: '无' },
  };
  return details[event] ?? {};
}
