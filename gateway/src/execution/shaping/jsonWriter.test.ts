import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { JsonWriter } from './jsonWriter.ts';

const written = (write: (writer: JsonWriter) => void) => {
  const writer = new JsonWriter();
  write(writer);
  return writer.finish().toString('utf8');
};

it('writes any text as JSON.stringify does', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      expect(written((writer) => writer.string(text))).toBe(JSON.stringify(text));
    }),
    { numRuns: 2_000 },
  );
});

it.each([
  '',
  '提供劳务者受害责任纠纷',
  'é',
  '"',
  '\\',
  '\n',
  '\u007f',
  '\ud800',
  '😀',
  'a'.repeat(64),
  'a'.repeat(65),
  '一'.repeat(65),
])('writes %j as JSON.stringify does', (text) => {
  expect(written((writer) => writer.string(text))).toBe(JSON.stringify(text));
});

it('grows with the answer, and takes back what was written after a mark', () => {
  const piece = 'x'.repeat(1_000);
  const text = written((writer) => {
    for (let index = 0; index < 9_000; index += 1) writer.ascii(piece);
    const mark = writer.length;
    writer.json('gone');
    writer.length = mark;
  });
  expect(text).toBe(piece.repeat(9_000));
});

it('is empty again after an answer, which keeps its bytes', () => {
  const writer = new JsonWriter();
  writer.string('first');
  const first = writer.finish();
  writer.string('second');
  expect(writer.finish().toString()).toBe('"second"');
  expect(first.toString()).toBe('"first"');
});
