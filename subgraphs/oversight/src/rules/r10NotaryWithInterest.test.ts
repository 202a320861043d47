import { describe, expect, it } from '@jest/globals';
import { r10NotaryWithInterest as rule } from './r10NotaryWithInterest.ts';
import { find } from './testing/find.ts';
import { notaryMatter } from './testing/testCases.ts';

describe('R-10', () => {
  it('finds a party who bears the name of the notary, and leaves it open whether it is one person', () => {
    expect(find(rule, notaryMatter({ notary: { namesakes: [{ party: 0, handler: 0 }] } }))).toMatchObject([
      { cases: ['NO-480101-N1'], confidence: 'LOW' },
    ]);
    expect(find(rule, notaryMatter())).toEqual([]);
  });
});
