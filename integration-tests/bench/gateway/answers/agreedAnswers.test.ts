import { describe, expect, it } from '@jest/globals';
import { agreedAnswers, differenceOf } from './agreedAnswers.ts';

const answers = (...data: unknown[]) => ({ data, bytes: data.map(() => 0), receiptBytes: 0 });

describe('what gateways must answer', () => {
  it('is what most of them do, whoever is first', () => {
    const wrong = answers({ users: [{ name: null }] });
    const right = answers({ users: [{ name: 'Ana' }] });

    expect(agreedAnswers([wrong, right, right])).toBe(right.data);
    expect(agreedAnswers([wrong, right])).toBe(wrong.data);
  });

  it('may have its keys in any order, and nothing else otherwise', () => {
    expect(differenceOf([{ a: 1, b: [2] }], [{ b: [2], a: 1 }])).toBeNull();
    expect(
      differenceOf([{ a: 1 }, { b: [{ c: 2 }, { c: 3 }] }], [{ a: 1 }, { b: [{ c: 2 }, { c: 4 }] }]),
    ).toBe('operation 1 is answered differently at b[1].c');
    expect(differenceOf([{ a: null }], [{}])).toBe('operation 0 is answered differently at a');
    expect(differenceOf([{ a: [] }], [{ a: {} }])).toBe('operation 0 is answered differently at a');
  });
});
