import { describe, expect, it, jest } from '@jest/globals';
import { WrittenData } from '../execution/writtenData.ts';
import { stringifyResult } from './stringifyResult.ts';

const errors = [{ message: 'no', extensions: { code: 'BAD_REQUEST' } }];
const extensions = { completeness: { asked: 1 } };

describe('stringifyResult', () => {
  it('writes errors, data and extensions in this order, and only what is there', () => {
    expect(stringifyResult({ data: { a: 1 }, extensions, errors })).toBe(
      '{"errors":[{"message":"no","extensions":{"code":"BAD_REQUEST"}}],"data":{"a":1},"extensions":{"completeness":{"asked":1}}}',
    );
    expect(stringifyResult({ errors: undefined, data: { a: 1 }, extensions: undefined })).toBe(
      '{"data":{"a":1}}',
    );
    expect(stringifyResult({ errors })).toBe(
      '{"errors":[{"message":"no","extensions":{"code":"BAD_REQUEST"}}]}',
    );
    expect(stringifyResult({ errors, data: null })).toContain('],"data":null}');
    expect(stringifyResult({ extensions })).toBe('{"extensions":{"completeness":{"asked":1}}}');
    expect(stringifyResult({ errors: [], data: {} })).toBe('{"data":{}}');
    expect(stringifyResult({})).toBe('{}');
  });

  it('writes data that is written already as it is, without reading it', () => {
    const parse = jest.spyOn(JSON, 'parse');
    const json = '{ "n":1.0,"big":12345678901234567890,"__proto__":{"x":1},"text":"\\u00e9\u2028" }';
    expect(String(stringifyResult({ data: new WrittenData(Buffer.from(json)), extensions }))).toBe(
      `{"data":${json},"extensions":{"completeness":{"asked":1}}}`,
    );
    expect(parse).not.toHaveBeenCalled();
    parse.mockRestore();
  });

  it('keeps a member that is called __proto__, and takes nothing from a prototype', () => {
    const data = JSON.parse('{"__proto__":{"a":1},"b":2}');
    expect(stringifyResult({ data })).toBe('{"data":{"__proto__":{"a":1},"b":2}}');
    const aliased = Object.assign(Object.create(null), { constructor: 1 });
    expect(stringifyResult({ data: aliased })).toBe('{"data":{"constructor":1}}');
  });
});
