import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ask } from './client.ts';

const root = join(import.meta.dirname, '..', '..');

/** The content of the first fenced block of a language. */
function block(text: string, language: string): string {
  const [, content] = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\\n\`\`\``).exec(text) ?? [];
  if (content === undefined) throw new Error(`no ${language} block`);
  return content;
}

describe.each(['README.md', 'README.zh-CN.md'])('%s', (file) => {
  const text = readFileSync(join(root, file), 'utf8');

  it('shows a query with the answer that the graph gives', async () => {
    const [, persona, operation] = /--as (\S+) '([\s\S]+)'/.exec(block(text, 'sh')) ?? [];
    const answer = await ask(persona ?? '', operation ?? '');
    const shown = JSON.parse(block(text, 'json'));
    expect(shown.extensions.audit).toEqual({ index: expect.any(Number), leafHash: expect.any(String) });
    shown.extensions.audit = {};
    expect(JSON.parse(answer.text)).toEqual(shown);
  });

  it('names every script of package.json that people call', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    for (const script of Object.keys(scripts)) {
      expect(text).toMatch(new RegExp(`npm (run (-s )?)?${script}\\b`));
    }
  });
});
