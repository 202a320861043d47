import { describe, expect, it } from '@jest/globals';
import { cast } from '../cast.ts';
import { dayOf, findCase, statusOf, wayOf } from '../testing/scenarioReader.ts';
import { addWorkingDays, toDate, workingDaysBetween } from '../worldCalendar.ts';
import { sc1 } from './sc1.ts';

describe('SC-1', () => {
  const { legalAid, mediation, appraisal } = sc1.cases;

  it('goes through the statuses of the table', () => {
    expect(
      findCase(legalAid)
        .events.filter(({ service }) => service === 'CONSULTATION')
        .map(({ to }) => to),
    ).toEqual(['NEW', 'REPLIED', 'DISPATCHED', 'ACCEPTED']);
    expect(findCase(legalAid).events[0]?.service).toBe('CONSULTATION');
    expect([legalAid, mediation, appraisal].map(statusOf)).toEqual(['ARCHIVED', 'ENFORCEMENT', 'ISSUED']);
    expect(wayOf(mediation).slice(-6)).toEqual([
      'AGREED',
      'CONFIRMATION_FILED',
      'CONFIRMATION_ACCEPTED',
      'CONFIRMED',
      'BREACHED',
      'ENFORCEMENT',
    ]);
  });

  it('keeps D-01, D-02, D-20, D-32 and D-05', () => {
    expect(dayOf(legalAid, 'GRANT') - dayOf(legalAid, 'SUBMIT')).toBeLessThanOrEqual(7);
    expect(dayOf(legalAid, 'ASSIGN') - dayOf(legalAid, 'GRANT')).toBeLessThanOrEqual(3);
    expect(
      workingDaysBetween(dayOf(appraisal, 'COMMISSION'), dayOf(appraisal, 'SIGN_COMMISSION')),
    ).toBeLessThanOrEqual(7);
    expect(dayOf(mediation, 'FILE_CONFIRMATION') - dayOf(mediation, 'REACH_AGREEMENT')).toBe(
      sc1.expected.confirmationRequestDay,
    );
    expect(dayOf(legalAid, 'SUBMIT_FILE') - dayOf(legalAid, 'CONCLUDE')).toBeLessThanOrEqual(30);
  });

  it('keeps D-21 only because the wait for the X-ray does not count', () => {
    const start = dayOf(appraisal, 'SIGN_COMMISSION');
    const { pausedWorkingDays, appraisalDueOn, appraisalIssuedOn } = sc1.expected;
    expect(
      workingDaysBetween(dayOf(appraisal, 'REQUEST_MATERIAL'), dayOf(appraisal, 'RECEIVE_MATERIAL')),
    ).toBe(pausedWorkingDays);
    expect(toDate(addWorkingDays(start, 30 + pausedWorkingDays))).toBe(appraisalDueOn);
    expect(toDate(dayOf(appraisal, 'ISSUE'))).toBe(appraisalIssuedOn);
    expect(workingDaysBetween(start, dayOf(appraisal, 'ISSUE'))).toBeGreaterThan(30);
    expect(appraisalIssuedOn <= appraisalDueOn).toBe(true);
  });

  it('tells the contractor nothing of legal aid', () => {
    const { slice } = sc1;
    expect(findCase(legalAid).parties.map(({ person }) => person)).toEqual([cast.persons.zhang.credential]);
    const seen = JSON.stringify([
      findCase(mediation),
      { ...findCase(appraisal), details: null },
      slice.threads[0]?.title,
    ]);
    expect(seen).not.toMatch(/援|LEGAL_AID/);
  });

  it('has Li represent Zhang everywhere', () => {
    for (const id of [legalAid, mediation, appraisal]) {
      const zhang = findCase(id).parties.find(({ person }) => person === cast.persons.zhang.credential);
      expect(zhang?.agentPractitionerNo).toBe('14801201210000001');
    }
  });
});
