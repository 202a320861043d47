import iconv from 'iconv-lite';

/** The charset of every request and answer body, in both directions (GB 18030). */
export const CHARSET = 'GB18030';

/** The bytes are not GB18030: cut in the middle of a character, or another charset. */
export class CharsetError extends Error {
  override readonly name = 'CharsetError';
}

/** Characters beyond the two-byte plane (㐀, 𠮷) take four bytes; all of Unicode has a place. */
export function encodeGb18030(text: string): Buffer {
  return iconv.encode(text, CHARSET);
}

/**
 * Decodes without guessing.
 *
 * @throws {CharsetError} where a byte sequence has no character: replacing it would change a name or a number silently.
 */
export function decodeGb18030(bytes: Uint8Array): string {
  const text = iconv.decode(bytes, CHARSET);
  if (text.includes('\u{FFFD}')) throw new CharsetError('the bytes are not valid GB18030');
  return text;
}
