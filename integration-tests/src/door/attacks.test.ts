import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '..', '..', '..');
const rows = readFileSync(join(root, 'docs/attacks.md'), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, number, file, title] = /^\| (\d+) \|.*\| `([^`]+)`: (.+) \|$/.exec(line) ?? [];
    return number === undefined ? [] : [{ number: Number(number), file: file ?? '', title: title ?? '' }];
  });

it('the list of attacks is whole', () => {
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 28 }, (_, index) => index + 1));
});

it.each(rows)('attack $number has the test that the list names', ({ file, title }) => {
  expect(existsSync(join(root, file))).toBe(true);
  // Titles may be broken into lines, and quotes escaped.
  const source = readFileSync(join(root, file), 'utf8').replaceAll(/\s+/g, ' ').replaceAll("\\'", "'");
  expect(source).toContain(title);
});
