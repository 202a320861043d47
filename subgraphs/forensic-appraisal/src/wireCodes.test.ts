import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { numberFor, type WireTable, wireCodes, wordFor } from './wireCodes.ts';

const contract = readFileSync(
  new URL('../../../docs/agencies/forensic-appraisal.md', import.meta.url),
  'utf8',
);
const codes = Object.entries(wireCodes).flatMap(([table, words]) =>
  Object.entries(words).map(([number, word]) => [table as WireTable, Number(number), word] as const),
);

describe('the agency’s dictionary', () => {
  it.each(codes)('has %s %i as %s, as the contract says', (table, number, word) => {
    expect(contract).toContain(`${number} ${word}`);
    expect(wordFor(table, number)).toBe(word);
    expect(numberFor(table, word)).toBe(number);
  });

  it('has no word for a number outside it', () => {
    expect(wordFor('caseStatus', 75)).toBeNull();
    expect(numberFor('caseStatus', 'LOST')).toBeNull();
  });
});
