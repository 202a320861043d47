import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';

/** Answers a request that never became an operation with a body that GraphQL clients can read. */
export function refuse(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  code: string,
  message: string,
) {
  return reply.code(status).send({ errors: [{ message, extensions: { code, requestId: request.id } }] });
}

/** Fastify's error handler: what the client did wrong is told in general words, what we did wrong is logged and masked. */
export function answerRefusal(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  const status = error.statusCode ?? 500;
  if (status < 500) {
    return refuse(
      request,
      reply,
      status,
      'BAD_REQUEST',
      'The request is not a GraphQL request that can be read.',
    );
  }
  request.log.error({ err: error, requestId: request.id }, 'request failed');
  return refuse(
    request,
    reply,
    500,
    'INTERNAL_SERVER_ERROR',
    'Something failed on our side; report extensions.requestId.',
  );
}
