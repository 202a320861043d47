import type { FastifyInstance } from 'fastify';

/** One answered request, as the agency itself remembers it. No body, no query string, no personal data. */
export interface Access {
  readonly at: string;
  readonly method: string;
  readonly route: string;
  /** `x-request-id` of the caller, or null. */
  readonly requestId: string | null;
  readonly status: number;
}

const KEPT = 10_000;

/**
 * The agency's own log of who asked: kept in memory, the newest 10,000. `GET /__accesses` reads it and
 * `DELETE /__accesses` empties it; register only outside production.
 */
export function addAccessLog(app: FastifyInstance): void {
  let accesses: Access[] = [];

  app.addHook('onResponse', async (request, reply) => {
    if (request.url.startsWith('/__') || request.url.startsWith('/health')) return;
    const requestId = request.headers['x-request-id'];
    accesses.push({
      at: new Date().toISOString(),
      method: request.method,
      route: request.routeOptions.url ?? 'unknown',
      requestId: typeof requestId === 'string' ? requestId : null,
      status: reply.statusCode,
    });
    if (accesses.length > KEPT) accesses = accesses.slice(-KEPT);
  });
  app.get('/__accesses', async () => accesses);
  app.delete('/__accesses', async (_request, reply) => {
    accesses = [];
    return reply.code(204).send();
  });
}
