import { createSecretKey } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { createSubjectTags, SUBJECT_TAG } from './subjectTags.ts';

const key = (byte: string) => createSecretKey(byte.repeat(32), 'hex');
const keys = new Map([
  ['2025', key('01')],
  ['2026', key('02')],
]);

describe('subject tags', () => {
  it('are the same for the same person in one epoch, and for nobody else', () => {
    const tags = createSubjectTags('2026', keys);
    expect(tags.tag('person-1')).toBe(createSubjectTags('2026', keys).tag('person-1'));
    expect(tags.tag('person-1')).not.toBe(tags.tag('person-2'));
    expect(tags.tag('person-1')).not.toBe(createSubjectTags('2025', keys).tag('person-1'));
    expect(tags.tag('person-1')).toMatch(SUBJECT_TAG);
  });

  it('are HMAC-SHA256 as openssl has it', () => {
    // printf person-1 | openssl dgst -sha256 -mac HMAC -macopt hexkey:0202… -binary | basenc --base64url
    expect(createSubjectTags('2026', keys).tag('person-1')).toBe(
      '2026:fyYzw1_M7xyzpUwQaE6iURxJh8FuUAG6d4UGzX8HuoA',
    );
  });

  it('are looked for under every key, the one of today first', () => {
    const tags = createSubjectTags('2026', keys);
    expect(tags.tags('person-1')).toEqual([
      tags.tag('person-1'),
      createSubjectTags('2025', keys).tag('person-1'),
    ]);
  });

  it('cannot be made without the key of today, or with a short one', () => {
    expect(() => createSubjectTags('2027', keys)).toThrow('no key for the epoch 2027');
    expect(() => createSubjectTags('2026', new Map([['2026', createSecretKey('0102', 'hex')]]))).toThrow(
      '32 bytes',
    );
  });
});
