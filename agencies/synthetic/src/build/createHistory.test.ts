import { describe, expect, it } from '@jest/globals';
import { createHistory } from './createHistory.ts';

describe('a history told by events', () => {
  it('follows the lifecycle, after a consultation of its own', () => {
    const history = createHistory('LEGAL_AID', [
      ['ASK', '2026-03-02 19:20', 'CALLER'],
      ['REPLY', '2026-03-02 19:40', 'CALL_CENTRE'],
      ['SUBMIT', '2026-03-04 10:00', 'APPLICANT'],
      ['ACCEPT', '2026-03-04 10:30', 'INTAKE_CLERK'],
    ]);
    expect(history.map(({ from, to, service }) => [from, to, service])).toEqual([
      [null, 'NEW', 'CONSULTATION'],
      ['NEW', 'REPLIED', 'CONSULTATION'],
      [null, 'SUBMITTED', null],
      ['SUBMITTED', 'UNDER_REVIEW', null],
    ]);
    expect(history[0]?.at).toBe('2026-03-02T19:20:00+08:00');
  });

  it('marks the steps of court and bailiff as theirs', () => {
    const history = createHistory('MEDIATION', [
      ['REGISTER', '2026-03-02 09:00', 'INTAKE_CLERK'],
      ['ASK_OTHER_SIDE', '2026-03-02 10:00', 'INTAKE_CLERK'],
      ['CONSENT', '2026-03-03 10:00', 'PARTIES'],
      ['START', '2026-03-04 10:00', 'HEAD'],
      ['REACH_AGREEMENT', '2026-03-05 10:00', 'PARTIES'],
      ['FILE_CONFIRMATION', '2026-03-06 10:00', 'PARTIES'],
    ]);
    expect(history.map(({ service }) => service)).toEqual([
      null,
      null,
      null,
      null,
      null,
      'JUDICIAL_CONFIRMATION',
    ]);
  });

  it('keeps the status where something is only put on record', () => {
    const history = createHistory('LEGAL_AID', [
      ['SUBMIT', '2026-03-04 10:00', 'APPLICANT'],
      ['SEAL', '2026-03-05 10:00', 'CASE_ORGAN'],
    ]);
    expect(history[1]).toMatchObject({ from: 'SUBMITTED', to: 'SUBMITTED' });
  });

  it('refuses what the lifecycle does not have', () => {
    expect(() => createHistory('LEGAL_AID', [['PAY_SUBSIDY', '2026-03-04 10:00', 'HEAD']])).toThrow(
      'LEGAL_AID: PAY_SUBSIDY is not possible from null',
    );
  });
});
