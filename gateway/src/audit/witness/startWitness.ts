import { fastify } from 'fastify';
import { createAddCheckpoint, type WitnessOptions } from './addCheckpoint.ts';

/** A proof has 63 lines at most, and a note 64 signatures. */
const MAX_BODY_BYTES = 64 * 1024;

export interface Witness {
  /** What `add-checkpoint` is added to. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves `POST /add-checkpoint`. Port 0 takes a free one. */
export async function startWitness(
  options: WitnessOptions & { readonly host: string; readonly port: number },
): Promise<Witness> {
  const server = fastify({ bodyLimit: MAX_BODY_BYTES, requestTimeout: 10_000, forceCloseConnections: true });
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  const addCheckpoint = createAddCheckpoint(options);
  server.post('/add-checkpoint', async (request, reply) => {
    const { status, contentType, body } = await addCheckpoint(
      typeof request.body === 'string' ? request.body : '',
    );
    return await reply.code(status).header('content-type', contentType).send(body);
  });
  const url = await server.listen({ host: options.host, port: options.port });
  return { url, close: () => server.close() };
}
