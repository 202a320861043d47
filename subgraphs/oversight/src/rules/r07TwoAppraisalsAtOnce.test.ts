import { describe, expect, it } from '@jest/globals';
import { r07TwoAppraisalsAtOnce as rule } from './r07TwoAppraisalsAtOnce.ts';
import { find } from './testing/find.ts';
import { appraisal, at, bao, body, party, tagFor } from './testing/testCases.ts';

const { commission } = appraisal().appraisal;
const other = (change: Parameters<typeof appraisal>[0] = {}) =>
  appraisal({ id: 'FA-480101-F2', agency: 'INSTITUTION-2', openedAt: at('04-01'), ...change });

describe('R-07', () => {
  it('finds two institutions at one matter of one person', () => {
    expect(find(rule, appraisal(), other())).toMatchObject([
      { cases: ['FA-480101-F1', 'FA-480101-F2'], confidence: 'HIGH' },
    ]);
  });

  it('finds it where no person is examined, by client and opposite side', () => {
    const parties = [body('BUREAU', 'CLIENT', 'NEUTRAL'), body('POLLUTER', 'OPPOSING_PARTY', 'B')];
    const samples = { parties, client: 'BUREAU' };
    expect(find(rule, appraisal(samples), other(samples))).toHaveLength(1);
  });

  it.each([
    ['the second was not accepted', { appraisal: { notAcceptGround: 'PARALLEL_COMMISSION' } }],
    ['the second repeats the first', { appraisal: { commission: { ...commission, isReappraisal: true } } }],
    [
      'the second supplements the first',
      { appraisal: { commission: { ...commission, isSupplement: true } } },
    ],
    ['the matters differ', { appraisal: { matters: ['LIVING_AGE'] } }],
    [
      'the persons differ',
      { parties: [party(tagFor('other'), 'SUBJECT', 'A'), party(bao, 'OPPOSING_PARTY', 'B')] },
    ],
    ['it is one institution', { agency: 'AGENCY-1' }],
  ])('finds nothing where %s', (_why, change) => {
    expect(find(rule, appraisal(), other(change))).toEqual([]);
  });

  it('finds nothing where the first had ended', () => {
    expect(find(rule, appraisal({ closedAt: at('03-31') }), other())).toEqual([]);
  });
});
