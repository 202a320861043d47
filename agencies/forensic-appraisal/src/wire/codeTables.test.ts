import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { worldCodes } from '@tongban/synthetic';
import { codeTables, toNumber, toWord } from './codeTables.ts';
import { responseCodes } from './responseCodes.ts';

const contract = readFileSync(
  new URL('../../../../docs/agencies/forensic-appraisal.md', import.meta.url),
  'utf8',
);

describe('the dictionary', () => {
  it.each(Object.entries(codeTables))('publishes every code of %s', (_table, words) => {
    for (const [word, number] of Object.entries(words)) expect(contract).toContain(`${number} ${word}`);
  });

  it('publishes every code of the envelope', () => {
    for (const { code } of Object.values(responseCodes)) expect(contract).toContain(`| ${code} |`);
  });

  it('has every matter that the synthetic world can hold', () => {
    for (const matter of worldCodes.appraisalMatters)
      expect(toWord('matter', toNumber('matter', matter))).toBe(matter);
  });
});
