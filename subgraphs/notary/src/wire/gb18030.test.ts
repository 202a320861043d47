import { describe, expect, it } from '@jest/globals';
import { CharsetError, decodeGb18030, encodeGb18030 } from './gb18030.ts';

describe('GB18030', () => {
  it.each(['公证处', '㐀', '𠮷野', '䶮', '龻', '€', '（2026）测城证内民字第00012号', '𮯠', 'LIN CE SHI'])(
    'keeps %s',
    (text) => {
      expect(decodeGb18030(encodeGb18030(text))).toBe(text);
    },
  );

  it('gives rare characters four bytes, and common ones two', () => {
    expect(encodeGb18030('㐀').toString('hex')).toBe('8139ee39');
    expect(encodeGb18030('𠮷').toString('hex')).toBe('9534b235');
    expect(encodeGb18030('公').toString('hex')).toBe('b9ab');
  });

  it.each([
    ['UTF-8 text', Buffer.from('公证书', 'utf8')],
    ['a character cut in half', encodeGb18030('公证').subarray(0, 3)],
    ['a four-byte character cut short', encodeGb18030('𠮷').subarray(0, 3)],
    ['a byte that begins nothing', Buffer.from([0x3c, 0xff, 0x3e])],
  ])('refuses %s', (_what, bytes) => {
    expect(() => decodeGb18030(bytes)).toThrow(CharsetError);
  });
});
