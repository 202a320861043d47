import type { IncomingHttpHeaders } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { createSharingKey } from './sharingKey.ts';

const keyOf = createSharingKey(['accept-language', 'x-tenant']);
const alike = (one: IncomingHttpHeaders, other: IncomingHttpHeaders) => keyOf(one) === keyOf(other);

describe('the sharing key', () => {
  it('is the same for the same identity, whatever else differs', () => {
    const identity = { authorization: 'Bearer a', 'x-tenant': 'north' };
    expect(
      alike({ ...identity, 'user-agent': 'a', 'x-request-id': 'r-1' }, { 'user-agent': 'b', ...identity }),
    ).toBe(true);
    expect(alike({}, { 'user-agent': 'b' })).toBe(true);
  });

  it.each(['authorization', 'cookie', 'x-access-purpose', 'x-access-case', 'accept-language', 'x-tenant'])(
    'differs when %s differs, is empty or is absent',
    (name) => {
      const base = { authorization: 'Bearer a', cookie: 'c=1' };
      const keys = ['one', 'two', '', undefined].map((value) => keyOf({ ...base, [name]: value }));
      expect(new Set(keys).size).toBe(4);
      expect(alike({ [name]: '' }, {})).toBe(false);
    },
  );

  it.each<[IncomingHttpHeaders, IncomingHttpHeaders]>([
    [{ authorization: 'Bearer a', cookie: 'b' }, { authorization: 'Bearer a","b' }],
    [{ authorization: 'Bearer a', cookie: 'b' }, { authorization: '["Bearer a","b",null,null,null,null]' }],
    [{ authorization: 'null' }, {}],
    [
      { authorization: 'a', cookie: 'b' },
      { authorization: 'b', cookie: 'a' },
    ],
    [{ authorization: 'a' }, { cookie: 'a' }],
    [{ 'accept-language': 'a' }, { 'x-tenant': 'a' }],
    [
      { authorization: 'a\\', cookie: 'b' },
      { authorization: 'a', cookie: '\\b' },
    ],
    [
      { 'x-access-purpose': 'A', 'x-access-case': 'B,C' },
      { 'x-access-purpose': 'A,B', 'x-access-case': 'C' },
    ],
  ])('cannot be made to collide: %j and %j', (one, other) => {
    expect(alike(one, other)).toBe(false);
  });
});
