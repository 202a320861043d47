import { IdempotencyConflict } from '@tongban/agency-kit';
import type { FastifyError, FastifyInstance } from 'fastify';
import { ApiError } from './apiError.ts';

/** Makes every refusal and failure answer in the shape of `Problem`; what went wrong inside is only logged. */
export function answerProblems(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const problem = toApiError(error);
    if (problem.status >= 500) request.log.error(error);
    return reply.code(problem.status).send(problem.body);
  });
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).send(new ApiError('NOT_FOUND', 'there is no such operation; see /openapi.json').body),
  );
}

function toApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  if (error instanceof IdempotencyConflict) {
    return new ApiError('IDEMPOTENCY_KEY_REUSED', 'this Idempotency-Key was used for another request');
  }
  const { statusCode } = error as FastifyError;
  if (statusCode === 413) return new ApiError('PAYLOAD_TOO_LARGE', 'the body is larger than 1 MiB');
  if (statusCode === 415) return new ApiError('UNSUPPORTED_MEDIA_TYPE', 'send the body as application/json');
  if (statusCode !== undefined && statusCode < 500) {
    return new ApiError('BAD_REQUEST', 'the request is not well-formed HTTP with a JSON body');
  }
  // Thrown by the reading of cursors.
  if (error instanceof RangeError) return new ApiError('BAD_REQUEST', error.message);
  return new ApiError('INTERNAL', 'something failed in this system');
}
