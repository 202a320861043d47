import { describe, expect, it } from '@jest/globals';
import { cast } from '../cast.ts';
import { dayOf, findCase, scenarioCases, statusOf, wayOf } from '../testing/scenarioReader.ts';
import { addWorkingDays, toDate, workingDaysBetween } from '../worldCalendar.ts';
import { sc2 } from './sc2.ts';

describe('SC-2', () => {
  const { will, refusedInheritance, inheritance, appraisal, mediation, legalAid } = sc2.cases;

  it('keeps the will a case of its own that only its maker is in', () => {
    expect(findCase(will).secrecy).toContain('willSecret');
    expect(findCase(will).parties.map(({ role, person }) => [role, person])).toEqual([
      ['TESTATOR', cast.persons.wangHusband.credential],
    ]);
    expect([...scenarioCases.values()].filter(({ secrecy }) => secrecy.includes('willSecret'))).toHaveLength(
      1,
    );
  });

  it('ends as the table says', () => {
    expect([refusedInheritance, mediation, appraisal, inheritance].map(statusOf)).toEqual([
      'REFUSED',
      'PERFORMED',
      'ISSUED',
      'UPHELD',
    ]);
    expect(wayOf(mediation)).toContain('NOT_ACCEPTED');
    expect(findCase(legalAid).details).toMatchObject({ hardshipCheck: { exemptGround: 'NO_FIXED_INCOME' } });
    expect(findCase(refusedInheritance).details).toMatchObject({ refuseGround: 'DISPUTE' });
    expect(findCase(appraisal).details).toMatchObject({
      feeReduction: { form: 'REDUCED', deferredAt: expect.any(String) },
    });
  });

  it('issues in time net of the verification, and decides on the re-examination in time', () => {
    const { pausedWorkingDays, certificateDueOn, certificateIssuedOn, reExaminationDays } = sc2.expected;
    expect(toDate(addWorkingDays(dayOf(inheritance, 'ACCEPT'), 15 + pausedWorkingDays))).toBe(
      certificateDueOn,
    );
    expect(toDate(dayOf(inheritance, 'APPROVE'))).toBe(certificateIssuedOn);
    expect(workingDaysBetween(dayOf(inheritance, 'ACCEPT'), dayOf(inheritance, 'APPROVE'))).toBeGreaterThan(
      15,
    );
    expect(dayOf(inheritance, 'UPHOLD') - dayOf(inheritance, 'REQUEST_REEXAMINATION')).toBe(
      reExaminationDays,
    );
  });

  it('keeps the mediator’s spouse out of the appraisal', () => {
    const { handlers } = findCase(appraisal);
    expect(handlers).toHaveLength(2);
    expect(handlers.map(({ practitionerNo }) => practitionerNo)).not.toContain(
      cast.practitioners.mediatorsSpouse.practitionerNo,
    );
  });
});
