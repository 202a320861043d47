import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { SystemError } from '../wire/systemError.ts';
import type { NonceStore } from './nonceStore.ts';
import { type SignedParts, signRequest } from './signRequest.ts';

/** How far a request's clock may be from ours, in either direction. */
export const SIGNATURE_WINDOW_MS = 5 * 60_000;

const SignedHeaders = z.object({
  'x-app-id': z.string().max(64),
  'x-timestamp': z.string().regex(/^\d{13}$/),
  'x-nonce': z.string().regex(/^[\w-]{16,64}$/),
  'x-signature': z.string().regex(/^[0-9a-f]{64}$/),
});

export interface RequestVerifier {
  readonly appId: string;
  readonly secret: string;
  readonly nonces: NonceStore;
  now(): number;
}

/**
 * Lets a signed request pass once.
 *
 * Nothing is remembered of a request whose signature is wrong, so that a stranger cannot burn a client's nonces. A
 * wrong application id and a wrong signature are the same answer, and take the same time.
 * @throws {SystemError} BAD_SIGNATURE, STALE_TIMESTAMP or REPLAYED.
 */
export function verifyRequest(
  { appId, secret, nonces, now }: RequestVerifier,
  headers: Readonly<Record<string, unknown>>,
  parts: Pick<SignedParts, 'method' | 'path' | 'body'>,
): void {
  const parsed = SignedHeaders.safeParse(headers);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
    throw new SystemError('BAD_SIGNATURE', `missing or malformed ${wrong}`);
  }
  const { 'x-timestamp': timestamp, 'x-nonce': nonce } = parsed.data;
  const isApp = isSame(parsed.data['x-app-id'], appId);
  const isSigned = isSame(parsed.data['x-signature'], signRequest(secret, { ...parts, timestamp, nonce }));
  if (!isApp || !isSigned) throw new SystemError('BAD_SIGNATURE', '');

  const time = now();
  if (Math.abs(time - Number(timestamp)) > SIGNATURE_WINDOW_MS) {
    throw new SystemError(
      'STALE_TIMESTAMP',
      `more than ${SIGNATURE_WINDOW_MS / 1000} seconds from our clock`,
    );
  }
  if (!nonces.use(appId, nonce, Number(timestamp), time)) throw new SystemError('REPLAYED', '');
}

/** Compares in constant time whatever the lengths, by digest. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sm3').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
