import { describe, expect, it } from '@jest/globals';
import { r01SameMatterAidedTwice as rule } from './r01SameMatterAidedTwice.ts';
import { find } from './testing/find.ts';
import { aidCase, at, tagFor } from './testing/testCases.ts';

const second = (openedAt: string, change: Parameters<typeof aidCase>[0] = {}) =>
  aidCase({ id: 'LA-480102-A2', agency: 'AGENCY-2', openedAt, ...change });

describe('R-01', () => {
  it('finds two grants on one ground within sixty days, and names the decisions', () => {
    const [found, ...more] = find(rule, aidCase(), second(at('03-20')));
    expect(more).toEqual([]);
    expect(found).toMatchObject({ cases: ['LA-480101-A1', 'LA-480102-A2'], confidence: 'HIGH' });
    expect(found?.facts.join(' ')).toContain('（2026）援审字第1号');
    expect(found?.facts).toContain('They were opened 16 days apart, at two agencies.');
  });

  it('is less sure where only the opponents are the same', () => {
    expect(find(rule, aidCase(), second(at('03-20'), { legalAid: { ground: 'LABOUR' } }))).toMatchObject([
      { confidence: 'MEDIUM' },
    ]);
  });

  it('takes later aid for another stage', () => {
    expect(find(rule, aidCase(), second(at('05-04')))).toEqual([]);
    expect(find(rule, aidCase(), second(at('05-03')))).toHaveLength(1);
  });

  it('takes other opponents for another matter', () => {
    const other = { opposingParties: [{ subject: tagFor('other'), organization: null }] };
    expect(find(rule, aidCase(), second(at('03-20'), { legalAid: other }))).toEqual([]);
  });

  it('takes another ground for another matter where nothing says that the opponents are the same', () => {
    const unknown = { ground: 'LABOUR', opposingParties: [] };
    expect(find(rule, aidCase(), second(at('03-20'), { legalAid: unknown }))).toEqual([]);
    expect(find(rule, aidCase(), second(at('03-20'), { legalAid: { opposingParties: [] } }))).toHaveLength(1);
  });

  it('counts no application that was refused, and no second record of one application', () => {
    const refused = { decisions: [{ ...aidCase().legalAid.decisions[0], kind: 'REFUSE' as const }] };
    expect(find(rule, aidCase(), second(at('03-20'), { legalAid: refused as never }))).toEqual([]);
    expect(find(rule, aidCase(), aidCase({ id: 'LA-480101-A2' }))).toEqual([]);
  });

  it('counts aid on notice of an organ', () => {
    const notice = { notice: { organ: 'POLICE', ground: 'MINOR', receivedAt: at('03-20') }, decisions: [] };
    expect(find(rule, aidCase(), second(at('03-20'), { legalAid: notice }))).toHaveLength(1);
  });
});
