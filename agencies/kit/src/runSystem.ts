import type { FastifyInstance } from 'fastify';

/**
 * Starts listening on loopback and stops cleanly on SIGTERM or SIGINT: no new requests, those in flight finish, then
 * `close` hooks run. Prints one line with the address. A second process on the same port is an error with the cure.
 */
export async function runSystem(app: FastifyInstance, options: { name: string; host: string; port: number }) {
  const stop = () => {
    setTimeout(() => process.exit(1), 10_000).unref();
    app.close().then(
      () => undefined,
      (error: unknown) => {
        app.log.error(error);
        process.exitCode = 1;
      },
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  try {
    const address = await app.listen({ host: options.host, port: options.port });
    app.log.info(`${options.name} listens on ${address}`);
    return address;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
      throw new Error(`${options.name}: port ${options.port} is in use; set PORT to a free one`);
    }
    throw error;
  }
}
