import { describe, expect, it } from '@jest/globals';
import type { CaseFacts } from '@tongban/kit';
import { r15OverdueStep as rule } from './r15OverdueStep.ts';
import { find } from './testing/find.ts';
import { aidCase, at } from './testing/testCases.ts';

const limit = (change: Partial<CaseFacts['deadlines'][number]>): CaseFacts['deadlines'][number] => ({
  ruleId: 'D-01',
  startAt: at('07-01'),
  length: 7,
  unit: 'DAY',
  dueAt: at('07-08', 23),
  metAt: at('07-20'),
  state: 'OVERDUE',
  pausedDays: 2,
  citation: '《法律援助法》第四十三条',
  ...change,
});

describe('R-15', () => {
  it('tells each limit that was missed, when it was due and on what law', () => {
    const deadlines = [limit({}), limit({ ruleId: 'D-05', metAt: null, pausedDays: 0 })];
    const found = find(rule, aidCase({ deadlines }));
    expect(found.map(({ about }) => about)).toEqual(['D-01 2026-07-01', 'D-05 2026-07-01']);
    expect(found[0]?.facts).toEqual([
      'LA-480101-A1: D-01 ran from 2026-07-01 and was due on 2026-07-08, 2 paused days taken out.',
      'It was met on 2026-07-20.',
      'It rests on 《法律援助法》第四十三条.',
    ]);
    expect(found[1]?.facts).toContain('It is not met.');
  });

  it('finds nothing in limits that are kept, running, paused or lapsed', () => {
    const states = ['MET', 'RUNNING', 'DUE_SOON', 'PAUSED', 'WAIVED'] as const;
    expect(find(rule, aidCase({ deadlines: states.map((state) => limit({ state })) }))).toEqual([]);
  });
});
