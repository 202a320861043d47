import { expect, it } from '@jest/globals';
import { requireRetention } from './requireRetention.ts';

it.each([1_095, 0, -1, 1_096.5, Number.NaN, Number.POSITIVE_INFINITY])(
  'the log is not kept for %p days',
  (days) => {
    expect(() => requireRetention(days)).toThrow('three years');
  },
);

it('the log may be kept for three years and for longer', () => {
  expect(() => requireRetention(1_096)).not.toThrow();
  expect(() => requireRetention(36_500)).not.toThrow();
});
