import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';

/** The body is larger than allowed, or compressed in a way that was not asked for. */
export class BodyRefused extends Error {
  override readonly name = 'BodyRefused';
}

const decoders = {
  gzip: promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
} as const;

/** What `decodeBody` can undo, for the `accept-encoding` header. */
export const acceptedEncodings = Object.keys(decoders).join(', ');

/**
 * A body as text, at most `maxBytes` after decompression.
 * @throws {BodyRefused} when `encoding` is not one of `acceptedEncodings`.
 * @throws {RangeError} when it is larger.
 */
export async function decodeBody(raw: Buffer, encoding: string, maxBytes: number): Promise<string> {
  if (!Object.hasOwn(decoders, encoding)) throw new BodyRefused('unknown content encoding');
  const decode = decoders[encoding as keyof typeof decoders];
  return (await decode(raw, { maxOutputLength: maxBytes })).toString('utf8');
}
