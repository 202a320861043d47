import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { createSubjectTags } from './subjectTags.ts';

const zhang = 'RIC:480101198503121013';
const today = { epoch: '2026', key: 'ab'.repeat(32) };
const before = { epoch: '2025', key: 'cd'.repeat(32) };

describe('subject tags', () => {
  it('are the HMAC-SHA256 of a credential under the key in use, with its epoch', () => {
    const digest = createHmac('sha256', Buffer.from('ab'.repeat(32), 'hex'))
      .update(zhang)
      .digest('base64url');
    expect(createSubjectTags([today, before]).tagOf(zhang)).toBe(`2026:${digest}`);
  });

  it('find a person by every key that there was, the one in use first', () => {
    const tags = createSubjectTags([today, before]);
    expect(tags.tagsOf(zhang)).toEqual([tags.tagOf(zhang), createSubjectTags([before]).tagOf(zhang)]);
  });

  it('need a key', () => {
    expect(() => createSubjectTags([])).toThrow('need a key');
  });
});
