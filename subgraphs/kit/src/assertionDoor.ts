import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { refuse } from './answerRefusal.ts';
import type { Caller } from './caller.ts';
import {
  CALLER_ASSERTION_HEADER,
  type CallerKeys,
  digestOfBody,
  importCallerKeys,
  type VerifiedAssertion,
  verifyAssertion,
} from './callerAssertion.ts';
import { createUsedAssertions } from './usedAssertions.ts';

/** Lets in what the gateway signed, and nothing else. */
export interface AssertionDoor {
  /** Hook: refuses whoever brings no valid assertion, before the body is read. */
  onRequest(request: FastifyRequest, reply: FastifyReply): Promise<unknown>;
  /** Hook: refuses a request whose body was never held against its assertion, such as one without any. */
  preHandler(request: FastifyRequest, reply: FastifyReply): Promise<unknown>;
  /** Who asks; only for requests that have passed. */
  callerOf(request: FastifyRequest): Caller;
}

/**
 * The door of `POST /graphql`. It reads bodies of `application/json` itself: a body that is not the one that was signed,
 * or whose assertion has been used before, never becomes an operation. Every refusal is the same 401; which it was is in
 * the log.
 *
 * @param options `callerKeys`: null lets nobody in
 */
export function createAssertionDoor(
  app: FastifyInstance,
  options: { readonly subgraph: string; readonly callerKeys: CallerKeys | null },
): AssertionDoor {
  const { subgraph, callerKeys } = options;
  const keys = callerKeys === null ? null : importCallerKeys(callerKeys);
  const verified = new WeakMap<FastifyRequest, VerifiedAssertion>();
  const admitted = new WeakMap<FastifyRequest, Caller>();
  const used = createUsedAssertions();
  const parseJson = app.getDefaultJsonParser('error', 'error');

  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    const assertion = verified.get(request);
    if (assertion === undefined) return done(null, undefined);
    const reason = refusalOf(assertion, body);
    if (reason !== null) {
      logRefusal(request, reason);
      // The next hook refuses it; its body is nobody's business any more.
      return done(null, undefined);
    }
    admitted.set(request, assertion.caller);
    return parseJson(request, body.toString('utf8'), done);
  });

  function refusalOf({ id, expiresAt, bodyDigest }: VerifiedAssertion, body: Buffer): string | null {
    if (digestOfBody(body) !== bodyDigest) return 'BODY_ALTERED';
    return used.use(id, expiresAt) ? null : 'USED_BEFORE';
  }

  return {
    async onRequest(request, reply) {
      const assertion = request.headers[CALLER_ASSERTION_HEADER];
      if (keys === null || typeof assertion !== 'string') return refuseCaller(request, reply);
      try {
        verified.set(request, await verifyAssertion(assertion, { keys, subgraph, requestId: request.id }));
        return undefined;
      } catch (error) {
        logRefusal(request, (error as { code?: string }).code ?? 'INVALID');
        return refuseCaller(request, reply);
      }
    },
    preHandler: async (request, reply) => (admitted.has(request) ? undefined : refuseCaller(request, reply)),
    callerOf(request) {
      const caller = admitted.get(request);
      if (caller === undefined) throw new Error('The request was not let in');
      return caller;
    },
  };
}

function logRefusal(request: FastifyRequest, reason: string): void {
  request.log.warn({ requestId: request.id, reason }, 'caller assertion refused');
}

function refuseCaller(request: FastifyRequest, reply: FastifyReply) {
  return refuse(request, reply, 401, 'UNAUTHENTICATED', 'No valid caller assertion came with the request.');
}
