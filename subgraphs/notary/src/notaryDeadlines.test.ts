import { describe, expect, it } from '@jest/globals';
import { createDeadlineClock } from '@tongban/kit';
import { readCase } from './caseAnswer.ts';
import type { NotaryCaseRecord } from './notaryCaseRecord.ts';
import { notaryDeadlines } from './notaryDeadlines.ts';
import { exampleCase } from './testing/exampleCase.ts';
import { readXml } from './wire/readXml.ts';

function recordWith(
  replacements: Record<string, string>,
  change: Partial<NotaryCaseRecord> = {},
): NotaryCaseRecord {
  const answer = readCase(readXml(exampleCase(replacements)).content);
  if (answer.kind !== 'case') throw answer.error;
  return { ...answer.record, ...change };
}

/** `rule state` of each limit at a moment. */
function limitsAt(record: NotaryCaseRecord, now: string) {
  const limits = notaryDeadlines(record, createDeadlineClock(record, new Date(now)));
  return limits.map(({ ruleId, state }) => `${ruleId} ${state}`);
}

const step = (from: string, to: string, event: string, at: string) =>
  `<流转><所属业务/><原状态>${from}</原状态><新状态>${to}</新状态><事件>${event}</事件><时间>${at}</时间><操作身份>公证员</操作身份><文书编号/><事由/></流转>`;
const waiting = {
  状态: '暂停计时',
  公证书: '',
  流转列表:
    step('', '已申请', '申请', '2026年06月01日 09时05分') +
    step('审查核实', '暂停计时', '要求补充材料', '2026年06月05日 10时00分'),
  暂停列表:
    '<暂停><期限规则>D-10</期限规则><事由>补充材料</事由><起始时间>2026年06月05日 10时00分</起始时间><截止时间/></暂停>',
};

describe('the time limits of a notary case', () => {
  it('take pauses out of the fifteen working days', () => {
    const record = recordWith({});
    const [limit] = notaryDeadlines(
      record,
      createDeadlineClock(record, new Date('2026-11-23T09:00:00+08:00')),
    );
    expect(limit).toMatchObject({ ruleId: 'D-10', state: 'MET', unit: 'WORKING_DAY', length: 15 });
    expect(limit?.pausedDays).toBeGreaterThan(3);
    const unpaused = recordWith({ 暂停列表: '' });
    const [late] = notaryDeadlines(
      unpaused,
      createDeadlineClock(unpaused, new Date('2026-11-23T09:00:00+08:00')),
    );
    expect(late).toMatchObject({ state: 'OVERDUE', pausedDays: 0 });
  });

  it('say paused while the party is waited for, and when the six months end', () => {
    const record = recordWith(waiting, { closedAt: null });
    expect(limitsAt(record, '2026-06-10T09:00:00+08:00')).toEqual(['D-10 PAUSED', 'D-11 RUNNING']);
    expect(limitsAt(record, '2027-01-10T09:00:00+08:00')).toEqual(['D-10 PAUSED', 'D-11 OVERDUE']);
  });

  it('end where the office refuses in time', () => {
    const record = recordWith({
      状态: '不予办理',
      公证书: '',
      流转列表: step('审查核实', '不予办理', '不予办理', '2026年06月10日 10时00分'),
    });
    expect(limitsAt(record, '2026-11-23T09:00:00+08:00')).toEqual(['D-10 WAIVED']);
  });

  it('give a year for re-examination, which lapses unused', () => {
    const record = recordWith({ 强制执行效力: '' });
    expect(limitsAt(record, '2026-11-23T09:00:00+08:00')).toEqual(['D-10 MET', 'D-12 RUNNING']);
    expect(limitsAt(record, '2027-11-23T09:00:00+08:00')).toEqual(['D-10 MET', 'D-12 WAIVED']);
  });

  it('give thirty days for the decision and ten for carrying it out', () => {
    const reExamination = {
      requestedBy: { credential: null, organization: 'X' },
      requestedAt: '2026-09-01T10:00:00+08:00',
      errorClaimed: '甲',
      decidedAt: '2026-09-20T10:00:00+08:00',
      result: 'REVOKED' as const,
      carriedOutAt: null,
    };
    const record = recordWith({ 强制执行效力: '' }, { reExamination });
    expect(limitsAt(record, '2026-09-22T09:00:00+08:00').slice(1)).toEqual([
      'D-12 MET',
      'D-13 MET',
      'D-13a RUNNING',
    ]);
    const upheld = { ...record, reExamination: { ...reExamination, result: 'UPHELD' as const } };
    expect(limitsAt(upheld, '2026-11-23T09:00:00+08:00').slice(1)).toEqual(['D-12 MET', 'D-13 MET']);
  });

  it('start the two years of enforcement after the last instalment, and anew when its certificate is asked for', () => {
    const record = recordWith({});
    expect(limitsAt(record, '2026-12-30T09:00:00+08:00')).toEqual(['D-10 MET', 'D-12 RUNNING']);
    const limitOf = (one: NotaryCaseRecord) =>
      notaryDeadlines(one, createDeadlineClock(one, new Date('2027-06-01T09:00:00+08:00'))).find(
        ({ ruleId }) => ruleId === 'D-15',
      );
    expect(limitOf(record)).toMatchObject({ state: 'RUNNING', startAt: '2026-12-31T00:00:00+08:00' });
    const enforcementCertificate = {
      certificateNo: '甲',
      requestedAt: '2027-03-01T10:00:00+08:00',
      amount: 1,
      issuedAt: null,
      refusedAt: null,
      reason: null,
    };
    expect(limitOf({ ...record, enforcementCertificate })?.startAt).toBe('2027-03-01T10:00:00+08:00');
    const refused = { ...enforcementCertificate, refusedAt: '2027-03-10T10:00:00+08:00' };
    expect(limitOf({ ...record, enforcementCertificate: refused })).toBeUndefined();
  });
});
