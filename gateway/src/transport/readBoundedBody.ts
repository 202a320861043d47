import type { Readable } from 'node:stream';
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

/** What `readBoundedBody` can undo, for the `accept-encoding` header. */
export const acceptedEncodings = Object.keys(decoders).join(', ');

/**
 * The whole body as text, at most `maxBytes` both on the wire and after decompression; what is over is cut off unread.
 * @throws {BodyRefused} when it is larger, or when `encoding` is not one of `acceptedEncodings`.
 */
export async function readBoundedBody(
  body: Readable,
  encoding: string | undefined,
  maxBytes: number,
): Promise<string> {
  const decode = decoderOf(encoding);
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maxBytes) throw new BodyRefused(`more than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  const raw = Buffer.concat(chunks, length);
  return (decode === null ? raw : await decode(raw, { maxOutputLength: maxBytes })).toString('utf8');
}

function decoderOf(encoding: string | undefined) {
  if (encoding === undefined || encoding === '' || encoding === 'identity') return null;
  if (Object.hasOwn(decoders, encoding)) return decoders[encoding as keyof typeof decoders];
  throw new BodyRefused('unknown content encoding');
}
