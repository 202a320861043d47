import { describe, expect, it } from '@jest/globals';
import { createDeadlineClock } from '@tongban/kit';
import { legalAidDeadlines } from './legalAidDeadlines.ts';
import type { RestCase } from './legalAidRest.ts';
import { restCase } from './testing/restCase.ts';
import { toLegalAidCase } from './toLegalAidCase.ts';

function deadlinesOf(changes: Partial<RestCase>, now = '2026-11-23T10:00:00+08:00') {
  const record = toLegalAidCase(restCase(changes));
  return legalAidDeadlines(record, createDeadlineClock(record, new Date(now)));
}

const step = (from: string | null, to: string, at: string) => ({
  service: null,
  from,
  to,
  event: to,
  at,
  actorRole: 'HEAD',
  documentNo: null,
});
const noAid = { decisions: [], assignments: [], clockStops: [] };

describe('the time limits of legal aid', () => {
  it('are, for a case in progress, decision, assignment and agreement, the supplement taken out', () => {
    expect(deadlinesOf({})).toMatchObject([
      {
        ruleId: 'D-01',
        startAt: '2026-03-02T09:00:00+08:00',
        metAt: '2026-03-06T10:00:00+08:00',
        state: 'MET',
        pausedDays: 2,
      },
      { ruleId: 'D-02', metAt: '2026-03-09T10:00:00+08:00', state: 'MET' },
      { ruleId: 'D-07', metAt: '2026-03-11T10:00:00+08:00', state: 'MET' },
    ]);
  });

  it('stop while a supplement is awaited', () => {
    const [decision] = deadlinesOf(
      {
        ...noAid,
        status: 'SUPPLEMENT_REQUIRED',
        statusHistory: [step(null, 'SUBMITTED', '2026-03-02T09:00:00+08:00')],
        clockStops: [{ ruleId: 'D-01', from: '2026-03-03T09:00:00+08:00', to: null }],
      },
      '2026-03-20T09:00:00+08:00',
    );

    expect(decision).toMatchObject({ ruleId: 'D-01', state: 'PAUSED', pausedDays: 17 });
  });

  it('run out when nobody decides', () => {
    const history = [step(null, 'SUBMITTED', '2026-03-02T09:00:00+08:00')];
    expect(deadlinesOf({ ...noAid, status: 'SUBMITTED', statusHistory: history })).toMatchObject([
      { ruleId: 'D-01', state: 'OVERDUE', dueAt: '2026-03-09T23:59:59+08:00' },
    ]);
  });

  it('end with an application that is withdrawn', () => {
    expect(
      deadlinesOf({
        ...noAid,
        status: 'WITHDRAWN',
        closedAt: '2026-03-04T09:00:00+08:00',
        statusHistory: [
          step(null, 'SUBMITTED', '2026-03-02T09:00:00+08:00'),
          step('SUBMITTED', 'WITHDRAWN', '2026-03-04T09:00:00+08:00'),
        ],
      }),
    ).toMatchObject([{ ruleId: 'D-01', state: 'WAIVED' }]);
  });

  it('do not run for a draft, and give custody 24 hours', () => {
    expect(
      deadlinesOf({
        ...noAid,
        status: 'DRAFT',
        statusHistory: [step(null, 'DRAFT', '2026-03-02T09:00:00+08:00')],
      }),
    ).toEqual([]);
    expect(
      deadlinesOf(
        {
          ...noAid,
          status: 'FORWARDED',
          statusHistory: [step(null, 'FORWARDED', '2026-03-02T09:00:00+08:00')],
        },
        '2026-03-02T10:00:00+08:00',
      ),
    ).toMatchObject([{ ruleId: 'D-03b', dueAt: '2026-03-03T09:00:00+08:00', metAt: null }]);
  });

  it('are, on notice, three days for the organ and three for the agency', () => {
    const notice = {
      noticeNo: '测公刑援通字〔2026〕3号',
      organCode: '11480101TEAT000151',
      ground: 'MINOR' as const,
      foundAt: '2026-03-02T09:00:00+08:00',
      receivedAt: '2026-03-06T09:00:00+08:00',
      detained: true,
      placeOfDetention: null,
    };
    const history = [step(null, 'PENDING_ASSIGNMENT', '2026-03-06T09:00:00+08:00')];

    expect(
      deadlinesOf({ application: null, notice, decisions: [], clockStops: [], statusHistory: history }),
    ).toMatchObject([
      { ruleId: 'D-03a', state: 'OVERDUE', metAt: '2026-03-06T09:00:00+08:00' },
      { ruleId: 'D-03', state: 'MET', metAt: '2026-03-09T10:00:00+08:00' },
      { ruleId: 'D-07' },
    ]);
  });

  it('go on after the case is closed: objection, file and subsidy', () => {
    const rules = deadlinesOf(
      {
        status: 'FILE_SUBMITTED',
        closedAt: '2026-09-01T10:00:00+08:00',
        statusHistory: [
          ...restCase().statusHistory,
          step('IN_PROGRESS', 'CONCLUDED', '2026-09-01T10:00:00+08:00'),
          step('CONCLUDED', 'FILE_SUBMITTED', '2026-09-20T10:00:00+08:00'),
          step('FILE_SUBMITTED', 'FILE_RETURNED', '2026-10-10T10:00:00+08:00'),
          step('FILE_RETURNED', 'FILE_SUBMITTED', '2026-11-20T10:00:00+08:00'),
        ],
        objection: {
          againstDecisionNo: '1',
          filedAt: '2026-11-10T10:00:00+08:00',
          bureauCode: '11480101TEAT000151',
          decidedAt: null,
          result: null,
        },
      },
      '2026-11-23T10:00:00+08:00',
    );

    expect(rules.slice(-3)).toMatchObject([
      { ruleId: 'D-04', state: 'OVERDUE' },
      { ruleId: 'D-05', state: 'MET', metAt: '2026-09-20T10:00:00+08:00' },
      { ruleId: 'D-06', state: 'RUNNING', startAt: '2026-11-20T10:00:00+08:00', metAt: null },
    ]);
  });

  it('need no agreement for an assignment that was replaced', () => {
    const [first] = restCase().assignments;
    if (first === undefined) throw new Error('the sample has an assignment');
    const assignments = [
      { ...first, agreementSignedAt: null },
      { ...first, assignedAt: '2026-03-10T10:00:00+08:00', agreementSignedAt: null },
    ];

    expect(deadlinesOf({ assignments }).filter(({ ruleId }) => ruleId === 'D-07')).toMatchObject([
      { state: 'WAIVED' },
      { state: 'OVERDUE' },
    ]);
  });
});
