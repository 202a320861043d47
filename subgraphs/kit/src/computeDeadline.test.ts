import { execFileSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { computeDeadline, type DeadlineInput } from './computeDeadline.ts';

const at = (time: string) => (time.length === 10 ? `${time}T09:00:00+08:00` : time);

function deadline(ruleId: string, startAt: string, rest: Partial<DeadlineInput> = {}) {
  return computeDeadline({
    ruleId,
    startAt: at(startAt),
    metAt: null,
    endedAt: null,
    pauses: [],
    extensions: [],
    now: new Date(at(startAt)),
    ...rest,
  });
}

const pause = (from: string, to: string | null, ruleId = 'D-21') => ({
  ruleId,
  from: at(from),
  to: to === null ? null : at(to),
});

// Every date below was counted by hand on the calendar of 2026 (22 November is a Sunday).
describe('a time limit', () => {
  it.each([
    ['D-01', '2026-04-23', '2026-04-30', 'seven days later, a working Thursday'],
    ['D-01', '2026-04-24', '2026-05-06', '1 May is a holiday until the 5th'],
    ['D-01', '2026-05-02', '2026-05-09', '9 May is a Saturday that is worked'],
    ['D-01', '2021-12-20', '2021-12-29', 'seven working days before the Legal Aid Law'],
    ['D-02', '2026-11-20', '2026-11-23', 'Friday and three days is Monday'],
    ['D-10', '2026-09-21', '2026-10-19', 'Mid-Autumn and National Day out, Saturday 10 October in'],
    ['D-07', '2026-02-12', '2026-02-26', 'Friday, worked Saturday, then nine days of Spring Festival'],
    ['D-32', '2026-09-01', '2026-10-08', '1 October rolls to the first day of work'],
    ['D-30', '2026-01-31', '2026-02-28', 'February has no 31st; Saturday the 28th is worked'],
    ['D-30', '2026-08-31', '2026-09-30', 'September has no 31st'],
    ['D-12', '2024-02-29', '2025-02-28', 'a leap day comes back on the 28th'],
    ['D-12', '2025-08-22', '2026-08-24', '22 August 2026 is a Saturday'],
    ['D-15', '2024-11-25', '2026-11-25', 'two years'],
    ['D-40', '2026-03-31', '2026-09-30', 'keeping data does not wait for a working day'],
    ['D-20', '2026-12-28', '2027-01-07', 'a year without a list: weekends and New Year'],
  ])('%s from %s ends on %s: %s', (ruleId, start, due) => {
    expect(deadline(ruleId, start).dueAt).toBe(`${due}T23:59:59+08:00`);
  });

  it('in hours is exact, holidays or not', () => {
    expect(deadline('D-03b', '2026-10-01T22:30:15+08:00').dueAt).toBe('2026-10-02T22:30:15+08:00');
  });

  it('starts on the day it is in China', () => {
    expect(deadline('D-02', '2026-03-02T15:59:59Z').dueAt).toBe('2026-03-05T23:59:59+08:00');
    expect(deadline('D-02', '2026-03-02T16:00:00Z').dueAt).toBe('2026-03-06T23:59:59+08:00');
  });

  it('says in full what it is', () => {
    expect(deadline('D-21', '2026-03-02')).toEqual({
      ruleId: 'D-21',
      name: '完成司法鉴定',
      startAt: '2026-03-02T09:00:00+08:00',
      length: 30,
      unit: 'WORKING_DAY',
      dueAt: '2026-04-14T23:59:59+08:00',
      metAt: null,
      state: 'RUNNING',
      pausedDays: 0,
      citation: '《司法鉴定程序通则》第二十八条',
    });
  });
});

describe('a pause', () => {
  it('takes working days out of a limit in working days', () => {
    const result = deadline('D-21', '2026-03-02', { pauses: [pause('2026-03-16', '2026-03-24')] });
    expect(result).toMatchObject({ dueAt: '2026-04-22T23:59:59+08:00', pausedDays: 6 });
  });

  it('takes plain days out of a limit in days, and the last day still rolls', () => {
    const pauses = [pause('2026-04-24', '2026-04-28', 'D-01')];
    expect(deadline('D-01', '2026-04-23', { pauses })).toMatchObject({
      dueAt: '2026-05-06T23:59:59+08:00',
      pausedDays: 4,
    });
  });

  it('takes out the day it begins and counts the day it ends; within one day it takes out nothing', () => {
    const oneDay = [pause('2026-03-09T10:00:00+08:00', '2026-03-10T10:00:00+08:00')];
    const anHour = [pause('2026-03-09T10:00:00+08:00', '2026-03-09T11:00:00+08:00')];
    expect(deadline('D-21', '2026-03-02', { pauses: oneDay })).toMatchObject({
      dueAt: '2026-04-15T23:59:59+08:00',
      pausedDays: 1,
    });
    expect(deadline('D-21', '2026-03-02', { pauses: anHour })).toMatchObject({
      dueAt: '2026-04-14T23:59:59+08:00',
      pausedDays: 0,
    });
  });

  it('that overlaps another is not taken out twice', () => {
    const pauses = [pause('2026-03-16', '2026-03-20'), pause('2026-03-18', '2026-03-24')];
    expect(deadline('D-21', '2026-03-02', { pauses }).pausedDays).toBe(6);
  });

  it('over a weekend takes nothing out of working days', () => {
    expect(deadline('D-21', '2026-03-02', { pauses: [pause('2026-03-14', '2026-03-16')] }).pausedDays).toBe(
      0,
    );
  });

  it('of another rule, or of a rule that cannot be paused, changes nothing', () => {
    expect(
      deadline('D-21', '2026-03-02', { pauses: [pause('2026-03-16', '2026-03-24', 'D-10')] }).pausedDays,
    ).toBe(0);
    expect(
      deadline('D-02', '2026-03-02', { pauses: [pause('2026-03-03', '2026-03-24', 'D-02')] }).pausedDays,
    ).toBe(0);
  });

  it('that still runs moves the end day by day, and begun on the last day keeps that day in hand', () => {
    const pauses = [pause('2026-04-14T10:00:00+08:00', null)];
    const now = (date: string) => deadline('D-21', '2026-03-02', { pauses, now: new Date(at(date)) });
    expect(now('2026-04-14')).toMatchObject({ dueAt: '2026-04-14T23:59:59+08:00', state: 'DUE_SOON' });
    expect(now('2026-04-16')).toMatchObject({
      dueAt: '2026-04-16T23:59:59+08:00',
      state: 'PAUSED',
      pausedDays: 2,
    });
    expect(now('2026-05-20')).toMatchObject({ dueAt: '2026-05-20T23:59:59+08:00', state: 'PAUSED' });
  });

  it('that came after the limit was missed does not mend it', () => {
    const pauses = [pause('2026-04-16', null)];
    expect(deadline('D-21', '2026-03-02', { pauses, now: new Date(at('2026-04-20')) })).toMatchObject({
      dueAt: '2026-04-14T23:59:59+08:00',
      state: 'OVERDUE',
      pausedDays: 0,
    });
  });

  it('moves months and years by plain days', () => {
    const pauses = [pause('2025-01-01', '2025-01-11', 'D-15')];
    expect(deadline('D-15', '2024-11-13', { pauses })).toMatchObject({
      dueAt: '2026-11-23T23:59:59+08:00',
      pausedDays: 10,
    });
  });
});

describe('an extension', () => {
  const extension = (length: number, ruleId = 'D-21') => ({ ruleId, length, approvedAt: at('2026-03-10') });

  it('adds units up to the cap of the rule', () => {
    expect(deadline('D-21', '2026-03-02', { extensions: [extension(10)] })).toMatchObject({
      length: 40,
      dueAt: '2026-04-28T23:59:59+08:00',
    });
    expect(deadline('D-21', '2026-03-02', { extensions: [extension(20), extension(20)] }).length).toBe(60);
    expect(
      deadline('D-21', '2026-03-02', { extensions: [extension(10, 'D-10'), extension(-5)] }).length,
    ).toBe(30);
  });

  it('does nothing where the law knows none, and has no end where the parties decide', () => {
    expect(deadline('D-32', '2026-03-02', { extensions: [extension(10, 'D-32')] }).length).toBe(30);
    expect(deadline('D-30', '2026-03-02', { extensions: [extension(3, 'D-30')] }).length).toBe(4);
  });

  it('comes on top of an agreed length', () => {
    expect(deadline('D-21', '2026-03-02', { agreedLength: 20, extensions: [extension(5)] }).length).toBe(25);
  });
});

describe('the state of a time limit', () => {
  const state = (now: string, rest: Partial<DeadlineInput> = {}) =>
    deadline('D-10', '2026-11-02', { now: new Date(at(now)), ...rest }).state;

  it('runs, is soon due, and is missed with the first second of the next day', () => {
    // 15 working days from 2 November 2026: the 23rd.
    expect(state('2026-11-19')).toBe('RUNNING');
    expect(state('2026-11-20')).toBe('DUE_SOON');
    expect(state('2026-11-23T23:59:59.900+08:00')).toBe('DUE_SOON');
    expect(state('2026-11-24T00:00:00+08:00')).toBe('OVERDUE');
  });

  it('is met or missed for good once the act was done', () => {
    expect(state('2026-12-31', { metAt: '2026-11-23T23:59:59.900+08:00' })).toBe('MET');
    expect(state('2026-11-25', { metAt: '2026-11-24T00:00:00+08:00' })).toBe('OVERDUE');
  });

  it('is waived when the case ended first, and missed when it ended too late', () => {
    expect(state('2026-12-31', { endedAt: at('2026-11-10') })).toBe('WAIVED');
    expect(state('2026-12-31', { endedAt: at('2026-11-30') })).toBe('OVERDUE');
  });

  it('is waived when the rule was not in force on the day of the start', () => {
    expect(deadline('D-02', '2020-03-02').state).toBe('WAIVED');
    expect(deadline('D-22', '2026-03-02').state).toBe('WAIVED');
  });
});

describe('the engine', () => {
  it('refuses what it cannot compute, and repeats no value', () => {
    expect(() => deadline('D-98', '2026-03-02')).toThrow('No deadline rule D-98');
    expect(() => deadline('D-10', '2026-03-02', { agreedLength: 5 })).toThrow('D-10 has no agreed length');
    expect(() => deadline('D-21', '2026-03-02', { agreedLength: 0.5 })).toThrow('whole number');
    for (const broken of ['2026-02-30T09:00:00+08:00', '2026-03-02', '2026-03-02T09:00:00', 'RIC:480101']) {
      expect(() =>
        computeDeadline({
          ruleId: 'D-10',
          startAt: broken,
          metAt: null,
          endedAt: null,
          pauses: [],
          extensions: [],
          now: new Date(),
        }),
      ).toThrow('Not an RFC 3339 instant with an offset');
    }
  });

  it('counts the same wherever the machine thinks it is', () => {
    const script = `
      import { computeDeadline } from '${new URL('./computeDeadline.ts', import.meta.url).href}';
      const common = { metAt: null, endedAt: null, pauses: [], extensions: [], now: new Date('2026-03-02T16:00:00Z') };
      console.log(computeDeadline({ ...common, ruleId: 'D-10', startAt: '2026-03-07T23:30:00+08:00' }).dueAt);
      console.log(computeDeadline({ ...common, ruleId: 'D-30', startAt: '2026-03-07T23:30:00+08:00' }).dueAt);`;
    const outputs = ['America/New_York', 'Pacific/Kiritimati'].map((TZ) =>
      execFileSync(process.execPath, ['--input-type=module', '-e', script], {
        env: { TZ },
        encoding: 'utf8',
      }),
    );
    expect(new Set(outputs)).toEqual(new Set(['2026-03-27T23:59:59+08:00\n2026-04-07T23:59:59+08:00\n']));
  });
});
