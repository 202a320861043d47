import { describe, expect, it } from '@jest/globals';
import { documentedWords } from '../testing/exampleCase.ts';
import * as caseWords from './caseWords.ts';
import * as notaryWords from './notaryWords.ts';

const pairs = [...Object.values(caseWords), ...Object.values(notaryWords)].flatMap((table) =>
  table.codes.map((code) => `${table.wordOf(code as never)} ${code}`),
);

describe('the word lists', () => {
  it('are those of docs/agencies/notary.md', () => {
    const documented = documentedWords.map(([word, code]) => `${word} ${code}`);
    expect([...new Set(documented)].sort()).toEqual([...new Set(pairs)].sort());
  });
});
