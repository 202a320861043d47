import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { ApiError } from './apiError.ts';

/**
 * Checks `Authorization: Bearer <key>` in constant time: digests of equal length are compared, so that neither the
 * length nor the first wrong character of the key shows.
 * @throws {ApiError} UNAUTHORIZED, the same whether the key is missing or wrong.
 */
export function createBearerCheck(apiKey: string): (request: FastifyRequest) => Promise<void> {
  const expected = digestOf(`Bearer ${apiKey}`);
  return async (request) => {
    if (!timingSafeEqual(digestOf(request.headers.authorization ?? ''), expected)) {
      throw new ApiError('UNAUTHORIZED', 'send the key of your contract as Authorization: Bearer <key>');
    }
  };
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
