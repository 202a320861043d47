import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { cast } from '@tongban/synthetic';
import { issuedCase } from '../testing/appraisalWorld.ts';
import { commission, startTestSystem, type TestSystem } from '../testing/startTestSystem.ts';
import { lifecycle } from './lifecycle.ts';

const { clinicalAppraiser1, clinicalAppraiser2, psychiatricAppraiser1, documentAppraiser1 } =
  cast.practitioners;
const T = Date.parse('2026-11-02T09:00:00+08:00');

let system: TestSystem;
beforeEach(() => {
  system = startTestSystem({}, [issuedCase('OLD')]);
});

async function open(detail: Record<string, unknown> = {}): Promise<string> {
  const answer = await system.ask('/api/case/event', commission(detail));
  expect(answer).toMatchObject({ code: 0, data: { caseStatus: 10 } });
  return String(answer.data.caseId);
}

function assign(...certNos: string[]) {
  return { appraisers: certNos.map((certNo) => ({ certNo, declaresNoInterest: true, earlierPart: null })) };
}

const two = assign(clinicalAppraiser1.practitionerNo, clinicalAppraiser2.practitionerNo);
const sign = { effectiveTime: T, isParallel: false };

/** Takes a new case as far as `EXAMINING`. */
async function examine(detail: Record<string, unknown> = {}): Promise<string> {
  const id = await open(detail);
  for (const [event, eventDetail] of [
    ['REVIEW', {}],
    ['SIGN_COMMISSION', sign],
    ['ASSIGN_APPRAISERS', two],
    ['START_EXAMINATION', { standards: ['人体损伤致残程度分级'] }],
  ] as const) {
    expect(await system.record(id, event, eventDetail)).toMatchObject({ code: 0 });
  }
  return id;
}

async function read(id: string): Promise<Record<string, unknown>> {
  const { data } = await system.ask('/api/case/list-by-ids', { caseIds: [id] });
  return data.list?.[0] ?? {};
}

function opinion(...certNos: string[]) {
  return {
    opinionNo: `测安司鉴所[2026]临意字第${randomUUID().slice(0, 6)}号`,
    conclusion: '构成十级伤残',
    signatures: certNos.map((certNo) => ({ certNo })),
    isSealed: true,
  };
}

describe('the lifecycle of an appraisal', () => {
  it('goes from commission to testimony, and every step is in history, feed and documents', async () => {
    const id = await examine();
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
    const one = await read(id);
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
    const id = await open();
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
    expect(await read(id)).toMatchObject({ caseStatus: 10, version: 1 });
  });

  it('leaves nothing behind when a step is refused', async () => {
    const id = await open();
    const before = await read(id);
    const feedBefore = (await system.ask('/api/feed', {})).data.list;
    expect(await system.record(id, 'SUBMIT_DRAFT')).toMatchObject({ code: 40902 });
    expect(await read(id)).toEqual(before);
    expect((await system.ask('/api/feed', {})).data.list).toEqual(feedBefore);
  });

  it('ends a refused commission with its ground and returns the materials', async () => {
    const id = await open();
    await system.record(id, 'REVIEW');
    expect(await system.record(id, 'REFUSE', { ground: 6 })).toMatchObject({
      code: 0,
      data: { caseStatus: 21 },
    });
    expect(await read(id)).toMatchObject({
      notAcceptGround: 6,
      materials: [{ returnedTime: expect.any(Number) }],
    });
  });

  it('terminates a case that waits for material, and its pause ends with it', async () => {
    const id = await examine();
    await system.record(id, 'SUSPEND', { ground: 2, clientToldTime: T });
    expect(await system.record(id, 'TERMINATE', { ground: 3 })).toMatchObject({
      code: 0,
      data: { caseStatus: 90 },
    });
    expect(await read(id)).toMatchObject({ terminateGround: 3, pauses: [{ toTime: expect.any(Number) }] });
  });
});

describe('guards', () => {
  it.each([
    ['one appraiser', assign(clinicalAppraiser1.practitionerNo), 42201],
    [
      'one appraiser named twice',
      assign(clinicalAppraiser1.practitionerNo, clinicalAppraiser1.practitionerNo),
      42201,
    ],
    [
      'an appraiser of another institution',
      assign(clinicalAppraiser1.practitionerNo, documentAppraiser1.practitionerNo),
      42202,
    ],
    ['somebody outside the register', assign(clinicalAppraiser1.practitionerNo, 'NOBODY'), 42202],
    [
      'an appraiser who mediated the matter',
      {
        appraisers: [
          ...two.appraisers,
          { certNo: psychiatricAppraiser1.practitionerNo, declaresNoInterest: true, earlierPart: 'MEDIATED' },
        ],
      },
      42203,
    ],
    [
      'an appraiser with an interest',
      { appraisers: two.appraisers.map((one) => ({ ...one, declaresNoInterest: false })) },
      42203,
    ],
  ])('refuse to assign %s', async (_what, detail, code) => {
    const id = await open();
    await system.record(id, 'REVIEW');
    await system.record(id, 'SIGN_COMMISSION', sign);
    expect(await system.record(id, 'ASSIGN_APPRAISERS', detail)).toMatchObject({ code });
    expect(await read(id)).toMatchObject({ caseStatus: 30, staff: [] });
  });

  it('refuse an appraiser who is the person to be examined', async () => {
    const { credential } = clinicalAppraiser2;
    const idNo = credential?.slice('RIC:'.length);
    const id = await open({ parties: [{ partyRole: 'SUBJECT', side: 1, idType: 1, idNo }] });
    await system.record(id, 'REVIEW');
    await system.record(id, 'SIGN_COMMISSION', sign);
    expect(await system.record(id, 'ASSIGN_APPRAISERS', two)).toMatchObject({ code: 42203 });
  });

  it('refuse a matter that another institution has in hand, declared or found', async () => {
    await examine();
    const elsewhere = await open({ institutionId: cast.bodies.forensicInstitution2.id });
    await system.record(elsewhere, 'REVIEW');
    expect(await system.record(elsewhere, 'SIGN_COMMISSION', sign)).toMatchObject({ code: 42204 });

    const other = await open({ matters: [1006] });
    await system.record(other, 'REVIEW');
    const declared = await system.record(other, 'SIGN_COMMISSION', { ...sign, isParallel: true });
    expect(declared).toMatchObject({ code: 42204 });
    expect(await system.record(other, 'SIGN_COMMISSION', sign)).toMatchObject({ code: 0 });
  });

  it('refuse material that the client has not confirmed', async () => {
    const id = await open({ materials: [{ materialNo: 'M1', name: '病历', confirmedByClient: false }] });
    await system.record(id, 'REVIEW');
    expect(await system.record(id, 'SIGN_COMMISSION', sign)).toMatchObject({ code: 42205 });
  });

  it('refuse a foreign element that was not reported', async () => {
    const id = await open({
      parties: [{ partyRole: 'SUBJECT', side: 1, idType: 3, idNo: '948840189001010029' }],
    });
    await system.record(id, 'REVIEW');
    expect(await system.record(id, 'SIGN_COMMISSION', sign)).toMatchObject({ code: 42208 });
    await system.record(id, 'REPORT_FOREIGN_ELEMENT', { element: '外国人', reportedTo: '司法局' });
    expect(await system.record(id, 'SIGN_COMMISSION', sign)).toMatchObject({ code: 0 });
  });

  it('grant thirty working days more at most, in one or several extensions', async () => {
    const id = await examine();
    const extend = (workingDays: number) => ({ workingDays, approvedByHead: true, clientToldTime: T });
    expect(await system.record(id, 'EXTEND', extend(31))).toMatchObject({ code: 42206 });
    expect(await system.record(id, 'EXTEND', extend(20))).toMatchObject({ code: 0 });
    expect(await system.record(id, 'EXTEND', extend(11))).toMatchObject({ code: 42206 });
    expect(await system.record(id, 'EXTEND', extend(10))).toMatchObject({ code: 0 });
  });

  it('issue nothing that one of the appraisers has not signed, or that somebody else has', async () => {
    const id = await examine();
    await system.record(id, 'SUBMIT_DRAFT');
    const [one, other] = [clinicalAppraiser1.practitionerNo, clinicalAppraiser2.practitionerNo];
    expect(await system.record(id, 'ISSUE', opinion(one))).toMatchObject({ code: 42207 });
    const third = opinion(one, other, psychiatricAppraiser1.practitionerNo);
    expect(await system.record(id, 'ISSUE', third)).toMatchObject({ code: 42207 });
    const taken = { ...opinion(one, other), opinionNo: '测安司鉴所（2026）临意字第OLD号' };
    expect(await system.record(id, 'ISSUE', taken)).toMatchObject({ code: 40904 });
    const dissent = { ...opinion(), signatures: [{ certNo: one }, { certNo: other, dissent: '不同意见' }] };
    expect(await system.record(id, 'ISSUE', dissent)).toMatchObject({ code: 0 });
    expect(await read(id)).toMatchObject({
      opinion: { signatures: [{ dissent: null }, { dissent: '不同意见' }] },
    });
  });

  it('help with a fee on the strength of legal aid only where the decision is quoted', async () => {
    const id = await examine();
    const help = { form: 3, standardFee: 100, reducedBy: 100, basis: 1, approvedBy: 'HEAD' };
    expect(await system.record(id, 'REDUCE_FEE', help)).toMatchObject({ code: 42209 });
    const quoted = { ...help, basisDocumentNo: '(2026)测援决字第1号' };
    expect(await system.record(id, 'REDUCE_FEE', quoted)).toMatchObject({
      code: 0,
      data: { caseStatus: 50 },
    });
    expect(await read(id)).toMatchObject({ feeReduction: { form: 3, basis: 1 }, caseStatus: 50 });
  });

  it('repeat an appraisal only with a ground and by other appraisers, and supplement it by the same', async () => {
    const again = commission({ repeatsCaseId: 'OLD' });
    expect(await system.ask('/api/case/event', again)).toMatchObject({ code: 42210 });
    const id = await open({ repeatsCaseId: 'OLD', reappraisalGround: 4 });
    await system.record(id, 'REVIEW');
    await system.record(id, 'SIGN_COMMISSION', sign);
    expect(await system.record(id, 'ASSIGN_APPRAISERS', two)).toMatchObject({ code: 42203 });
    expect(await read(id)).toMatchObject({
      commission: { isReappraisal: true, repeatsCaseId: 'OLD', reappraisalGround: 4 },
    });

    const supplement = await open({ supplementsCaseId: 'OLD' });
    await system.record(supplement, 'REVIEW');
    await system.record(supplement, 'SIGN_COMMISSION', sign);
    const strangers = assign(clinicalAppraiser1.practitionerNo, psychiatricAppraiser1.practitionerNo);
    expect(await system.record(supplement, 'ASSIGN_APPRAISERS', strangers)).toMatchObject({ code: 42210 });
    const same = { appraisers: two.appraisers.map((one) => ({ ...one, earlierPart: 'APPRAISED' })) };
    expect(await system.record(supplement, 'ASSIGN_APPRAISERS', same)).toMatchObject({ code: 0 });
  });

  it('replace an appraiser who withdraws, and never name him again', async () => {
    const id = await examine();
    const recuse = (replacement: unknown = null) => ({
      certNo: clinicalAppraiser2.practitionerNo,
      reasonCode: 'KIN_OF_PARTY',
      replacement,
    });
    expect(await system.record(id, 'RECUSE_APPRAISER', recuse())).toMatchObject({ code: 42201 });
    const other = {
      certNo: psychiatricAppraiser1.practitionerNo,
      declaresNoInterest: true,
      earlierPart: null,
    };
    expect(await system.record(id, 'RECUSE_APPRAISER', recuse(other))).toMatchObject({ code: 0 });
    expect(
      await system.record(id, 'RECUSE_APPRAISER', recuse({ ...other, certNo: recuse().certNo })),
    ).toMatchObject({
      code: 42203,
    });
    await system.record(id, 'SUBMIT_DRAFT');
    const signed = opinion(clinicalAppraiser1.practitionerNo, psychiatricAppraiser1.practitionerNo);
    expect(await system.record(id, 'ISSUE', signed)).toMatchObject({ code: 0 });
  });

  it('seal and unseal only with a document, and a sealed case leaves the pages', async () => {
    const id = await open();
    expect(await system.record(id, 'SEAL')).toMatchObject({ code: 40001 });
    expect(await system.record(id, 'SEAL', {}, { documentNo: '封存1号' })).toMatchObject({ code: 0 });
    expect(await read(id)).toMatchObject({ secrecyMarks: ['sealed'], caseStatus: 10 });
    expect((await system.ask('/api/case/page', {})).data.total).toBe(1);
    expect(await system.record(id, 'UNSEAL', {}, { documentNo: '解封1号' })).toMatchObject({ code: 0 });
    expect((await system.ask('/api/case/page', {})).data.total).toBe(2);
  });

  it('keep history in order and out of the future', async () => {
    const id = await open();
    expect(await system.record(id, 'REVIEW', {}, { occurredTime: 0 })).toMatchObject({ code: 42211 });
    const future = Date.parse('2026-11-24T00:00:00+08:00');
    expect(await system.record(id, 'REVIEW', {}, { occurredTime: future })).toMatchObject({ code: 42211 });
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
    const id = await open();
    const change = { requestNo: 'request-0001' };
    expect(await system.record(id, 'SIGN_COMMISSION', sign, change)).toMatchObject({ code: 40902 });
    await system.record(id, 'REVIEW');
    expect(await system.record(id, 'SIGN_COMMISSION', sign, change)).toMatchObject({ code: 0 });
  });

  it('refuses a change of a version that has passed', async () => {
    const id = await open();
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
