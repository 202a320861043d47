import type { DatabaseSync } from 'node:sqlite';
import { createIdempotency, inTransaction } from '@tongban/agency-kit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ApiError } from './apiError.ts';
import type { Operation, OperationInput } from './operation.ts';

/** Routes every operation: who asks, then what they ask, then, for writes, whether it was asked before. */
export function serveOperations(
  app: FastifyInstance,
  options: {
    readonly operations: readonly Operation[];
    readonly database: DatabaseSync;
    readonly checkCaller: (request: FastifyRequest) => Promise<void>;
  },
): void {
  const { operations, database, checkCaller } = options;
  const idempotency = createIdempotency(database);

  for (const operation of operations) {
    app.route({
      method: operation.method,
      url: operation.path.replace(/\{(\w+)\}/g, ':$1'),
      onRequest: checkCaller,
      handler: async (request, reply) => {
        const input = inputOf(operation, request);
        if (!operation.write) return operation.handle(input);

        const key = idempotencyKeyOf(request);
        const asked = `${operation.operationId} ${JSON.stringify(input)}`;
        const answer = inTransaction(database, () => {
          const stored = idempotency.recall(key, asked);
          if (stored !== null) return stored;
          const fresh = { status: operation.status, body: JSON.stringify(operation.handle(input)) };
          idempotency.remember(key, asked, fresh);
          return fresh;
        });
        return reply.code(answer.status).type('application/json; charset=utf-8').send(answer.body);
      },
    });
  }
}

function inputOf(operation: Operation, request: FastifyRequest): OperationInput<unknown, unknown, unknown> {
  const parse = (schema: z.ZodType | null, value: unknown, place: string) => {
    if (schema === null) return null;
    const parsed = schema.safeParse(value);
    if (!parsed.success) throw new ApiError('BAD_REQUEST', `${place}: ${z.prettifyError(parsed.error)}`);
    return parsed.data;
  };
  return {
    params: parse(operation.params, request.params, 'path'),
    query: parse(operation.query, request.query, 'query'),
    body: parse(operation.body, request.body, 'body'),
  };
}

function idempotencyKeyOf(request: FastifyRequest): string {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || !/^[\x21-\x7e]{8,128}$/.test(key)) {
    throw new ApiError(
      'BAD_REQUEST',
      'send Idempotency-Key: 8 to 128 visible ASCII characters of your choice',
    );
  }
  return key;
}
