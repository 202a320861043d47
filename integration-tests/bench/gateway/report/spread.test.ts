import { describe, expect, it } from '@jest/globals';
import { quantile, spreadOf } from './spread.ts';

describe('spreads of figures', () => {
  it('takes the value in the middle, between two where there is none', () => {
    expect(spreadOf([9, 1, 5])).toEqual({ median: 5, min: 1, max: 9 });
    expect(spreadOf([1, 2, 4, 9]).median).toBe(3);
  });

  it('finds the value that a share does not exceed', () => {
    const hundred = Array.from({ length: 101 }, (_, index) => index);

    expect(quantile(hundred, 0.99)).toBe(99);
    expect(quantile([7], 0.99)).toBe(7);
    expect(quantile([], 0.5)).toBeNaN();
  });
});
