import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { createFormatError } from '../errors/formatError.ts';
import { requestError } from '../errors/requestError.ts';
import { withRequest } from '../telemetry/requestScope.ts';
import { JSON_TYPE, readAccept } from './readAccept.ts';

/** Answers every request that never reached GraphQL in the form of a GraphQL error. */
export function createErrorHandler(logger: Logger) {
  const formatError = createFormatError(logger);
  return (error: FastifyError | GraphQLError, request: FastifyRequest, reply: FastifyReply) => {
    const refusal = error instanceof GraphQLError ? error : toRefusal(error);
    const status = (refusal.extensions.http as { status?: number } | undefined)?.status ?? 500;
    const formatted = withRequest({ requestId: request.id }, () => formatError(refusal.toJSON(), refusal));
    if (status === 401) {
      // The same bytes for every kind of bad token: the request's id is in its header only.
      delete formatted.extensions?.requestId;
      reply.header('www-authenticate', 'Bearer');
    }
    const retryAfterSeconds = refusal.extensions.retryAfterSeconds;
    if (typeof retryAfterSeconds === 'number') reply.header('retry-after', retryAfterSeconds);
    return reply
      .code(status)
      .type(readAccept(request.headers.accept).single ?? JSON_TYPE)
      .send({ errors: [formatted] });
  };
}

/** Fastify's own refusals, in words that do not quote the request. */
function toRefusal(error: FastifyError): GraphQLError {
  const status = error.statusCode ?? 500;
  if (status >= 500) return new GraphQLError('failed', { originalError: error });
  return requestError('BAD_REQUEST', MESSAGES[status], status);
}

const MESSAGES: Readonly<Record<number, string>> = {
  413: 'The body is too large: at most 256 KiB.',
  415: 'The body must be uncompressed JSON, sent as content-type: application/json.',
};
