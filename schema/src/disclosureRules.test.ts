import { describe, expect, it } from '@jest/globals';
import { disclosureDocs } from './disclosureDocs.ts';
import { readDisclosureRules } from './disclosureRules.ts';
import { readPurposes } from './purposes.ts';

const rule = (changes = '') => `- id: A
  label: { en: a, zh: 甲 }
  when: { marks: [sealed] }
  disclosure: WITHHELD
  until: CASE_SHOWN
  days: null
  law: art. 1
${changes}`;

describe('the rules of disclosure', () => {
  it('name purposes that there are', () => {
    const codes = readPurposes().map(({ code }) => code);
    for (const { when } of readDisclosureRules()) {
      for (const purpose of when.purposes ?? []) expect(codes).toContain(purpose);
    }
  });

  it('cite a law each, and are printed', () => {
    const rules = readDisclosureRules();
    const page = disclosureDocs(rules);
    for (const { id, law } of rules) {
      expect(law).toMatch(/ arts? /);
      expect(page).toMatch(new RegExp(`^\\| \`${id}\` .*${law.replaceAll('.', '\\.')} \\|$`, 'm'));
    }
  });

  it('are read as they stand', () => {
    expect(readDisclosureRules(rule())).toMatchObject([{ id: 'A', when: { marks: ['sealed'] } }]);
  });

  it.each([
    ['an id that stands twice', rule(rule())],
    ['a delay without days', rule().replace('CASE_SHOWN', 'DAYS')],
    ['days where nothing is counted', rule().replace('days: null', 'days: 3')],
    ['a rule that holds always', rule().replace('{ marks: [sealed] }', '{}')],
    ['a word that nobody knows', rule().replace('WITHHELD', 'NEVER')],
    ['a case to be shown where none is meant', rule().replace('marks: [sealed]', 'purposes: [AUDIT]')],
  ])('refuse %s', (_what, text) => {
    expect(() => readDisclosureRules(text)).toThrow('schema/disclosure-rules.yaml');
  });
});
