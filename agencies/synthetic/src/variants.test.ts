import { describe, expect, it } from '@jest/globals';
import { mergeSlices } from './mergeSlices.ts';
import { scenarios } from './scenarios.ts';
import { validateWorld } from './validateWorld.ts';
import { variants } from './variants.ts';

const bases = Object.values(scenarios).map(({ slice }) => slice);

describe('the variants', () => {
  it.each(Object.entries(variants))('%s is sound but for the fault it plants', (name, { slice }) => {
    const problems = validateWorld([mergeSlices(...bases, slice)]);
    const isMissingDecision = name === 'quotedDecisionDoesNotExist';
    expect(
      problems.filter((problem) => !(isMissingDecision && problem.includes('which nobody issued'))),
    ).toEqual([]);
    expect(problems).toHaveLength(isMissingDecision ? 1 : 0);
  });

  it('can all be there at once', () => {
    const problems = validateWorld([
      mergeSlices(...bases, ...Object.values(variants).map(({ slice }) => slice)),
    ]);
    expect(problems).toHaveLength(1);
  });

  it('plant a fault for every rule on cases', () => {
    const planted = new Set(Object.values(variants).map(({ rule }) => rule));
    const rules = [...Array(25).keys()].map((index) => `R-${String(index + 1).padStart(2, '0')}`);
    expect([...rules, 'R-28'].filter((rule) => !planted.has(rule))).toEqual([]);
  });

  it('put nothing into the scenarios', () => {
    const keys = bases.flatMap(({ cases }) => cases.map(({ key }) => key));
    expect(keys.filter((key) => key.startsWith('V'))).toEqual([]);
  });
});
