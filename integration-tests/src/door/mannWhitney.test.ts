import { describe, expect, it } from '@jest/globals';
import { mannWhitney } from './mannWhitney.ts';

describe('the Mann–Whitney U test', () => {
  it('gives what SciPy gives for the ages at diagnosis in its documentation', () => {
    const { u, p } = mannWhitney([19, 22, 16, 29, 24], [20, 11, 17, 12]);
    expect(u).toBe(17);
    expect(p).toBeCloseTo(0.11134688653314041, 6);
  });

  it('corrects for ties', () => {
    // Ranks 1, 3, 3, 5.5 and 3, 5.5, 7, 8: U = 12.5 − 10 = 2.5; variance 16/12 · (9 − 30/56).
    const { u, p } = mannWhitney([1, 2, 2, 3], [2, 3, 4, 5]);
    expect(u).toBe(2.5);
    expect(p).toBeCloseTo(0.136658, 5);
  });

  it('is the same whichever sample comes first', () => {
    const [a, b] = [
      [3, 1, 4, 1, 5, 9, 2, 6],
      [5, 3, 5, 8, 9, 7, 9, 3],
    ] as const;
    expect(mannWhitney(a, b).p).toBe(mannWhitney(b, a).p);
    expect(mannWhitney(a, b).u + mannWhitney(b, a).u).toBe(64);
  });

  it('tells apart what differs, and not what does not', () => {
    const values = Array.from({ length: 500 }, (_, index) => (index * 7_919) % 1_000);
    expect(mannWhitney(values, values).p).toBeCloseTo(1, 6);
    const shifted = values.map((value) => value + 100);
    expect(mannWhitney(values, shifted).p).toBeLessThan(0.001);
    expect(mannWhitney([1, 1, 1], [1, 1, 1])).toEqual({ u: 4.5, p: 1 });
  });
});
