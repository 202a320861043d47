import { describe, expect, it } from '@jest/globals';
import { r21GraveCaseByBeginner as rule } from './r21GraveCaseByBeginner.ts';
import { find } from './testing/find.ts';
import { aidCase, at, handler } from './testing/testCases.ts';

const grave = (firstPracticeYear: number | null, ground = 'LIFE_OR_DEATH') =>
  aidCase({ handlers: [handler('ASSIGNED_LAWYER', 'L1', { firstPracticeYear })], legalAid: { ground } });

describe('R-21', () => {
  it('finds a beginner by the year of first practice', () => {
    expect(find(rule, grave(2024))).toMatchObject([{ confidence: 'HIGH' }]);
    expect(find(rule, grave(2023))).toEqual([]);
  });

  it('takes the years that were written down first', () => {
    const assignments = aidCase().legalAid.assignments.map((one) => ({ ...one, yearsOfPractice: 2 }));
    const one = grave(2010);
    expect(find(rule, { ...one, legalAid: { ...one.legalAid, assignments } })).toHaveLength(1);
  });

  it('asks about who was assigned, not about others who had to do with the case', () => {
    const beginner = { firstPracticeYear: 2025 };
    const handlers = [
      handler('REVIEWER', 'L2', beginner),
      handler('ASSIGNED_LAWYER', 'L3', { ...beginner, from: at('04-01') }),
      handler('ASSIGNED_LAWYER', 'L4', { ...beginner, organization: 'FIRM-2' }),
      handler('ASSIGNED_LAWYER', 'L1'),
    ];
    expect(find(rule, { ...grave(2010), handlers })).toEqual([]);
  });

  it('looks at the organ’s notice too', () => {
    const one = grave(2025, 'OTHER');
    const notice = { organ: 'POLICE', ground: 'DEATH_REVIEW', receivedAt: at('03-04') };
    expect(find(rule, { ...one, legalAid: { ...one.legalAid, notice } })).toHaveLength(1);
  });

  it('lets beginners have other cases, and says nothing of years that nobody knows', () => {
    expect(find(rule, grave(2025, 'LABOUR'), grave(null))).toEqual([]);
  });
});
