import { describe, expect, it } from '@jest/globals';
import { createDeadlineClock } from '@tongban/kit';
import { mediationDeadlines } from './mediationDeadlines.ts';
import { MediationShape } from './mediationShape.ts';
import { wireMediation } from './testing/wireMediation.ts';
import { toMediationCase } from './toMediationCase.ts';

function deadlinesOf(changes: Readonly<Record<string, unknown>>, now = '2026-11-23T09:05:00+08:00') {
  const record = toMediationCase(MediationShape.parse(wireMediation('M1', changes)));
  const deadlines = mediationDeadlines(record, createDeadlineClock(record, new Date(now)));
  return Object.fromEntries(deadlines.map((deadline) => [deadline.ruleId, deadline]));
}

const { history, agreement, confirmation } = wireMediation('M1');
const mediating = history.slice(0, 4);
const open = { status: '调解中', history: mediating, agreement: null, confirmation: null };

describe('the time limits of a mediation', () => {
  it('give people’s mediation a month from acceptance, longer where both sides asked', () => {
    // 2 October falls into the National Day holiday.
    expect(deadlinesOf(open, '2026-09-20T09:00:00+08:00')['D-30']).toMatchObject({
      startAt: '2026-09-02T09:00:00+08:00',
      state: 'RUNNING',
      dueAt: '2026-10-08T23:59:59+08:00',
    });
    const extensions = [{ clock: '人民调解期限', length: 1, approved_at: '2026-09-30 09:00:00' }];
    const { dueAt, length } = deadlinesOf({ ...open, extensions })['D-30'] ?? {};
    expect([dueAt, length]).toEqual(['2026-11-02T23:59:59+08:00', 2]);
    expect(deadlinesOf(open)['D-30']?.state).toBe('OVERDUE');
  });

  it.each([
    [{ source: '委派', organ_kind: '法院特邀' }, ['D-36', 'D-31']],
    [{ source: '委托', organ_kind: '法院特邀' }, ['D-36', 'D-31a']],
    [{ organ_kind: '法院特邀' }, ['D-31']],
    [{ organ_kind: '劳动争议调解' }, ['D-35']],
    [{ organ_kind: '行政调解' }, []],
    [{ status: '已登记', accepted_at: null, history: history.slice(0, 1) }, []],
  ])('follow who mediates and who sent the dispute: %j', (changes, rules) => {
    expect(Object.keys(deadlinesOf({ ...open, ...changes }))).toEqual(rules);
  });

  it('give the first steps for a court three working days', () => {
    expect(deadlinesOf({ ...open, source: '委派' })['D-36']).toMatchObject({
      metAt: '2026-09-01T10:00:00+08:00',
      unit: 'WORKING_DAY',
      state: 'MET',
    });
  });

  it('give both parties thirty days to ask the court; an unused right lapses, a late request is overdue', () => {
    const agreed = { status: '达成协议', history: history.slice(0, 5), confirmation: null };
    expect(deadlinesOf(agreed, '2026-10-01T09:00:00+08:00')['D-32']?.state).toBe('RUNNING');
    expect(deadlinesOf(agreed)['D-32']).toMatchObject({ state: 'WAIVED', metAt: null });
    const late = { confirmation: { ...confirmation, filed_at: '2026-11-10 10:00:00' } };
    expect(deadlinesOf(late)['D-32']?.state).toBe('OVERDUE');
    expect(Object.keys(deadlinesOf({ agreement, confirmation: null }))).toEqual(['D-30', 'D-32']);
  });

  it('give the court three days to accept and fifteen to decide, and end with a withdrawal', () => {
    const filed = { ...confirmation, accepted_at: null, decided_at: null, result: null };
    expect(Object.keys(deadlinesOf({ confirmation: filed }))).toEqual(['D-30', 'D-32', 'D-33']);
    const refused = { ...filed, decided_at: '2026-10-04 10:00:00', result: '不予受理', reason: '确认物权' };
    expect(deadlinesOf({ confirmation: refused })['D-33']).toMatchObject({
      state: 'MET',
      metAt: '2026-10-04T10:00:00+08:00',
    });
    const withdrawn = { ...filed, decided_at: '2026-10-04 10:00:00', result: '撤回申请' };
    expect(deadlinesOf({ confirmation: withdrawn })['D-33']).toMatchObject({ state: 'WAIVED', metAt: null });
  });
});
