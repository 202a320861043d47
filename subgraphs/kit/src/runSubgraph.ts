import type { FastifyInstance } from 'fastify';

const DRAIN_LIMIT_MS = 20_000;
const SWEEP_MS = 50;

/**
 * Starts listening and stops cleanly on SIGTERM or SIGINT: `/health/ready` turns 503, no new connections, requests in
 * flight finish, at most 20 seconds.
 *
 * @returns the address, with the real port when `port` is 0
 * @throws Error that tells what to set when the port is taken.
 */
export async function runSubgraph(
  app: FastifyInstance,
  options: { readonly name: string; readonly host: string; readonly port: number },
): Promise<string> {
  const { name, host, port } = options;
  const stop = (signal: string) => {
    app.log.info({ signal }, 'draining');
    setTimeout(() => process.exit(1), DRAIN_LIMIT_MS).unref();
    // A connection that was busy when closing began is kept alive afterwards and would hold the process.
    const sweep = setInterval(() => app.server.closeIdleConnections(), SWEEP_MS);
    app
      .close()
      .catch((error: unknown) => {
        app.log.error(error, 'closing failed');
        process.exitCode = 1;
      })
      .finally(() => clearInterval(sweep));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  try {
    const address = await app.listen({ host, port });
    app.log.info({ address }, `${name} listens`);
    return address;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
      throw new Error(`${name}: port ${port} is in use; set PORT to a free one`);
    }
    throw error;
  }
}
