import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { requestError } from '../../errors/requestError.ts';

/** An error as the log answers it: `{"code","message"}`. Whatever is no refusal is the log that does not answer. */
export function sendLogError(
  error: FastifyError | GraphQLError | Error,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const refusal = error instanceof GraphQLError ? error : toRefusal(error, request);
  const { code, http } = refusal.extensions as { code?: string; http?: { status?: number } };
  const status = http?.status ?? 500;
  if (status === 401) reply.header('www-authenticate', 'Bearer');
  const { retryAfterSeconds } = refusal.extensions;
  if (typeof retryAfterSeconds === 'number') reply.header('retry-after', String(retryAfterSeconds));
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .send({ code, message: refusal.message });
}

function toRefusal(error: FastifyError | Error, request: FastifyRequest): GraphQLError {
  const status = 'statusCode' in error ? (error.statusCode ?? 500) : 500;
  if (status < 500) return requestError('BAD_REQUEST', 'The body must be JSON of at most 16 KiB.', status);
  request.log.error({ requestId: request.id, reason: error.message }, 'the access log does not answer');
  return requestError('AUDIT_UNAVAILABLE', 'The access log does not answer.', 503);
}
