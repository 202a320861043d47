import { describe, expect, it } from '@jest/globals';
import { r29CustodyBroken as rule } from './r29CustodyBroken.ts';
import { find } from './testing/find.ts';
import { appraisal, at } from './testing/testCases.ts';

const material = { no: '2', steps: 3, gapAt: null, digestChangedAt: null };

describe('R-29', () => {
  it('finds a gap and another digest', () => {
    const materials = [
      { ...material, gapAt: at('05-07') },
      { ...material, no: '3', digestChangedAt: at('05-07') },
    ];
    expect(find(rule, appraisal({ appraisal: { materials } })).map(({ about }) => about)).toEqual([
      'material 2',
      'material 3',
    ]);
  });

  it('finds nothing in a chain that holds', () => {
    expect(find(rule, appraisal({ appraisal: { materials: [material] } }))).toEqual([]);
  });
});
