import { createHmac, randomBytes } from 'node:crypto';

/** Who signs: the application that the agency has registered for this subgraph. */
export interface Signer {
  readonly appId: string;
  readonly secret: string;
  /** Epoch milliseconds. */
  now(): number;
}

/**
 * The headers that the agency asks of every request: HMAC-SM3 over method, path, timestamp, nonce and the body's bytes
 * (docs/agencies/forensic-appraisal.md, "Signature"). Good for one request within five minutes.
 *
 * @param path as in the request line, below the system's base URL or not
 */
export function signRequest(
  { appId, secret, now }: Signer,
  path: string,
  body: Uint8Array,
): Record<'x-app-id' | 'x-timestamp' | 'x-nonce' | 'x-signature', string> {
  const timestamp = String(now());
  const nonce = randomBytes(16).toString('hex');
  const signature = createHmac('sm3', secret)
    .update(`POST\n${path}\n${timestamp}\n${nonce}\n`)
    .update(body)
    .digest('hex');
  return { 'x-app-id': appId, 'x-timestamp': timestamp, 'x-nonce': nonce, 'x-signature': signature };
}
