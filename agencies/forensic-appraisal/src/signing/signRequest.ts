import { createHmac } from 'node:crypto';

/** The parts of a request that its signature covers. */
export interface SignedParts {
  /** Upper case. */
  readonly method: string;
  /** Path with the query string, as in the request line. */
  readonly path: string;
  /** Epoch milliseconds, decimal, as in `X-Timestamp`. */
  readonly timestamp: string;
  readonly nonce: string;
  /** The body's bytes as sent; empty for none. */
  readonly body: Uint8Array;
}

/**
 * HMAC-SM3 (GB/T 32905, GB/T 15852.2) over method, path, timestamp, nonce and body, each on a line of its own: 64
 * lower-case hexadecimal digits for `X-Signature`.
 */
export function signRequest(secret: string, { method, path, timestamp, nonce, body }: SignedParts): string {
  return createHmac('sm3', secret)
    .update(`${method}\n${path}\n${timestamp}\n${nonce}\n`)
    .update(body)
    .digest('hex');
}
