import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { eventWords, lifecycle, type TransitionEvent } from './lifecycle/lifecycle.ts';
import { startTestSystem } from './testing/startTestSystem.ts';
import { syntheticNotaryCase } from './testing/syntheticNotaryCase.ts';
import * as caseWords from './wire/caseWords.ts';
import * as notaryWords from './wire/notaryWords.ts';
import { readXml } from './wire/readXml.ts';
import { wireErrors } from './wire/wireError.ts';

/** The subgraph is written against this page, so the page must say what the system does. */
const page = readFileSync(new URL('../../../docs/agencies/notary.md', import.meta.url), 'utf8');

describe('docs/agencies/notary.md', () => {
  it('lists every word with its code', () => {
    const tables = [...Object.values(notaryWords), ...Object.values(caseWords), eventWords];
    const rows = tables.flatMap((table) =>
      table.codes.map((code) => `| ${table.wordOf(code as never)} | ${code} |`),
    );
    expect(rows.length).toBeGreaterThan(150);
    expect(rows.filter((row) => !page.includes(row))).toEqual([]);
  });

  it('lists every step', () => {
    const word = notaryWords.statusWords.wordOf;
    const rows = (Object.keys(lifecycle) as TransitionEvent[]).map((event) => {
      const { from, to } = lifecycle[event];
      return `| ${eventWords.wordOf(event)} | ${from.map(word).join('、')} | ${word(to)} |`;
    });
    expect(rows.filter((row) => !page.includes(row))).toEqual([]);
  });

  it('lists every error', () => {
    const rows = Object.entries(wireErrors).map(([code, meaning]) => `| ${code} | ${meaning} |`);
    expect(rows.filter((row) => !page.includes(row))).toEqual([]);
  });

  it('shows the answer that the system gives', async () => {
    const shown = /```xml\n(<\?xml[^`]*<应答>[^`]*)```/.exec(page)?.[1] ?? '';
    await using system = await startTestSystem([syntheticNotaryCase()]);
    const { root, content } = await system.query(
      '按受理号查询',
      '<受理号列表><受理号>GZ20260001</受理号></受理号列表>',
    );
    expect({ root, content }).toEqual(readXml(shown));
  });
});
