import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { type FakeAgency, startFakeAgency } from './testing/fakeAgency.ts';
import { askCases, callers, testSubgraph } from './testing/testSubgraph.ts';
import { wireAppraisal } from './testing/wireAppraisal.ts';

let agency: FakeAgency;
let app: FastifyInstance;
beforeAll(async () => {
  agency = await startFakeAgency();
  app = await testSubgraph(`48=${agency.url}`);
});
beforeEach(() => {
  agency.cases = [wireAppraisal('A1')];
  agency.calls.length = 0;
});
afterAll(async () => {
  await app.close();
  await agency.close();
});

async function read(caller: Parameters<typeof askCases>[1], fields: string, ref = 'FA-480101-A1') {
  const answer = await askCases(app, caller, [ref], fields);
  expect(answer.errors).toBeUndefined();
  return answer.data?._entities[0];
}

describe('deadlines', () => {
  const deadlines = 'deadlines { ruleId state pausedDays startAt dueAt metAt length unit citation }';

  it('take the eight working days without an X-ray out of D-21, as in SC-1', async () => {
    expect(await read(callers.zhang, deadlines)).toEqual({
      deadlines: [
        {
          ruleId: 'D-20',
          state: 'MET',
          pausedDays: 0,
          startAt: '2026-03-23T10:00:00+08:00',
          dueAt: '2026-04-01T23:59:59+08:00',
          metAt: '2026-03-26T15:00:00+08:00',
          length: 7,
          unit: 'WORKING_DAY',
          citation: expect.stringContaining('第十三条'),
        },
        {
          ruleId: 'D-21',
          state: 'MET',
          pausedDays: 8,
          startAt: '2026-03-26T15:00:00+08:00',
          dueAt: expect.any(String),
          metAt: '2026-05-18T15:00:00+08:00',
          length: 30,
          unit: 'WORKING_DAY',
          citation: expect.stringContaining('第二十八条'),
        },
      ],
    });
  });

  it('let the agreed term prevail, and add extensions up to thirty working days', async () => {
    const one = wireAppraisal('A1');
    const extension = { ruleId: 'D-21', approvedTime: one.receivedTime, clientToldTime: null };
    agency.cases = [
      {
        ...one,
        commission: { ...one.commission, agreedTermDays: 60 },
        extensions: [
          { ...extension, days: 20 },
          { ...extension, days: 20 },
        ],
      },
    ];
    const answer = await read(callers.zhang, 'deadlines { ruleId length } extensions { workingDays }');
    expect(answer).toEqual({
      deadlines: [
        { ruleId: 'D-20', length: 7 },
        { ruleId: 'D-21', length: 90 },
      ],
      extensions: [{ workingDays: 20 }, { workingDays: 20 }],
    });
  });

  it('stop while material is awaited, and do not run before the commission takes effect', async () => {
    const one = wireAppraisal('A1');
    const waiting = {
      ...one,
      caseStatus: 51,
      closedTime: null,
      opinion: null,
      pauses: one.pauses.map((pause) => ({ ...pause, toTime: null })),
    };
    agency.cases = [waiting];
    expect(await read(callers.zhang, 'stage deadlines { ruleId state }')).toEqual({
      stage: 'PAUSED',
      deadlines: [
        { ruleId: 'D-20', state: 'MET' },
        { ruleId: 'D-21', state: 'PAUSED' },
      ],
    });
    agency.cases = [
      {
        ...waiting,
        caseStatus: 10,
        events: one.events.slice(0, 1),
        commission: { ...one.commission, effectiveTime: null },
      },
    ];
    expect(await read(callers.zhang, 'deadlines { ruleId state }')).toEqual({
      deadlines: [{ ruleId: 'D-20', state: 'OVERDUE' }],
    });
  });

  it('show Chongqing’s own terms there, and that they do not apply any more', async () => {
    const local = await startFakeAgency([wireAppraisal('Q1', '500101')]);
    const subgraph = await testSubgraph(`50=${local.url}`);
    const { data } = await askCases(subgraph, callers.zhang, ['FA-500101-Q1'], 'deadlines { ruleId state }');
    expect(data?._entities[0]).toEqual({
      deadlines: [
        { ruleId: 'D-20', state: 'MET' },
        { ruleId: 'D-21', state: 'MET' },
        { ruleId: 'D-22', state: 'WAIVED' },
        { ruleId: 'D-22a', state: 'WAIVED' },
      ],
    });
    await subgraph.close();
    await local.close();
  });
});
