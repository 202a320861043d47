import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { parse } from 'graphql';
import type { Caller } from './caller.ts';
import { createLogger } from './createLogger.ts';
import { createSubgraph, type SubgraphOptions } from './createSubgraph.ts';
import { graphqlError } from './graphqlError.ts';
import { createTestCallers, execute, testSubjectTagKeys } from './testing.ts';
import { UpstreamError } from './upstreamError.ts';

const callers = createTestCallers();
const typeDefs = parse(
  'type Query { me: String broken: String many: [String!] refused: String agency: String wait: String number: Int }',
);

interface Context {
  readonly caller: Caller;
  readonly requestId: string;
  readonly signal: AbortSignal;
}

describe('a subgraph', () => {
  let app: FastifyInstance | undefined;
  let log = '';

  afterEach(() => app?.close());

  async function start(overrides: Partial<SubgraphOptions<Context>> = {}) {
    const destination = new PassThrough();
    log = '';
    destination.on('data', (line: Buffer) => {
      log += line.toString();
    });
    app = await createSubgraph<Context>({
      name: 'notary',
      typeDefs,
      resolvers: {
        Query: {
          me: (_root: unknown, _args: unknown, { caller, requestId }: Context) =>
            `${caller.credential} ${requestId}`,
          broken: () => {
            throw new Error('password=hunter2 of 480101198503121013');
          },
          number: () => 'secret-text-instead-of-a-number',
          refused: () => {
            throw graphqlError('BAD_USER_INPUT', 'Give a number.');
          },
          agency: () => {
            throw new UpstreamError('AGENCY_TIMEOUT', 'notary', new Error('connect 10.0.0.7'));
          },
        },
      },
      createContext: (request) => request,
      callerKeys: callers.keys,
      subjectTagKeys: testSubjectTagKeys,
      logger: createLogger({ name: 'notary', level: 'info', destination }),
      ready: async () => true,
      production: false,
      ...overrides,
    });
    return app;
  }

  it('tells resolvers who asks and under which request id', async () => {
    const server = await start();
    const answer = await execute(server, {
      query: '{ me }',
      caller: { credential: 'RIC:1' },
      requestId: 'r-1',
    });
    expect(answer).toEqual({ status: 200, data: { me: 'RIC:1 r-1' }, errors: undefined });
  });

  it('replaces a request id that could harm a log', async () => {
    const server = await start();
    const { data } = await execute(server, { query: '{ me }', caller: {}, requestId: 'a b"{}' });
    expect(data?.me).toMatch(/^null [0-9a-f-]{36}$/);
  });

  it('refuses everyone without a valid assertion before reading the body', async () => {
    const server = await start();
    const assertion = await callers.assertionFor('legal-aid', {}, '{ this is not JSON');
    for (const headers of [{}, { 'x-caller-assertion': 'x' }, { 'x-caller-assertion': assertion }]) {
      const response = await server.inject({
        method: 'POST',
        url: '/graphql',
        headers: { ...headers, 'content-type': 'application/json' },
        payload: '{ this is not JSON',
      });
      expect(response.statusCode).toBe(401);
      expect(response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    }
  });

  it('lets nobody in without keys, and does not start without them in production', async () => {
    const server = await start({ callerKeys: null });
    expect(await execute(server, { query: '{ me }', caller: {} })).toMatchObject({ status: 401 });
    await expect(start({ callerKeys: null, production: true })).rejects.toThrow('callerKeys are required');
    await expect(start({ callerKeys: { keys: [] }, production: true })).rejects.toThrow(
      'callerKeys are required',
    );
  });

  it('masks an unknown error and logs it once, without the identity number', async () => {
    const server = await start();
    const { data, errors } = await execute(server, { query: '{ broken }', caller: {}, requestId: 'r-2' });
    expect(data).toEqual({ broken: null });
    expect(errors).toEqual([
      {
        message: 'Something failed on our side; report extensions.requestId.',
        path: ['broken'],
        extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'r-2' },
      },
    ]);
    expect(log.match(/resolver failed/g)).toHaveLength(1);
    expect(log).toContain('"requestId":"r-2"');
    expect(log).not.toContain('480101198503121013');
  });

  it('masks a value that does not fit its type, which graphql-js would quote', async () => {
    const server = await start();
    const { errors } = await execute(server, { query: '{ number }', caller: {} });
    expect(errors).toHaveLength(1);
    expect(JSON.stringify(errors)).not.toContain('secret-text');
  });

  it('passes errors thrown on purpose, keeps their cause for the log alone', async () => {
    const server = await start();
    const { errors } = await execute(server, { query: '{ refused agency }', caller: {}, requestId: 'r-3' });
    expect(errors?.map(({ extensions }) => extensions)).toEqual([
      { code: 'BAD_USER_INPUT', requestId: 'r-3' },
      { code: 'AGENCY_TIMEOUT', agency: 'notary', requestId: 'r-3' },
    ]);
    expect(JSON.stringify(errors)).not.toContain('10.0.0.7');
    expect(log).toContain('connect 10.0.0.7');
    expect(log).not.toContain('Give a number');
  });

  it('hides its schema: no introspection, no suggestions, no SDL in errors', async () => {
    const server = await start();
    const introspection = await execute(server, { query: '{ __schema { types { name } } }', caller: {} });
    expect(introspection).toMatchObject({
      status: 400,
      errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
    });
    const typo = await execute(server, { query: '{ brokem }', caller: {} });
    expect(typo.errors?.[0]?.message).not.toContain('broken');
  });

  it('refuses what is no GraphQL request in words that GraphQL clients read', async () => {
    const server = await start();
    const post = async (payload: string, type = 'application/json') => {
      const assertion = await callers.assertionFor('notary', {}, payload);
      return server.inject({
        method: 'POST',
        url: '/graphql',
        headers: { 'x-caller-assertion': assertion, 'content-type': type },
        payload,
      });
    };
    const answers = await Promise.all([
      post('{'),
      post('{}', 'text/plain'),
      post('[{"query":"{me}"},{"query":"{me}"}]'),
      post(JSON.stringify({ query: `{ me } #${'x'.repeat(4 * 1024 * 1024)}` })),
      server.inject({ method: 'GET', url: '/graphql?query={me}' }),
    ]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([400, 415, 400, 413, 404]);
    for (const answer of answers)
      expect(answer.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
  });

  it('tells a load balancer whether it lives and whether it can answer', async () => {
    const server = await start({ ready: async () => Promise.reject(new Error('no database')) });
    expect((await server.inject('/health/live')).statusCode).toBe(200);
    expect((await server.inject('/health/ready')).statusCode).toBe(503);
    await server.close();
    const other = await start();
    expect((await other.inject('/health/ready')).statusCode).toBe(200);
  });

  it('aborts the signal when the client leaves, so that agencies are not asked for nobody', async () => {
    const arrived = Promise.withResolvers<AbortSignal>();
    const server = await start({
      resolvers: {
        Query: {
          wait: (_root: unknown, _args: unknown, { signal }: Context) => {
            arrived.resolve(signal);
            return new Promise(() => undefined);
          },
        },
      },
    });
    const body = JSON.stringify({ query: '{ wait }' });
    const address = new URL(await server.listen({ host: '127.0.0.1', port: 0 }));
    const request = httpRequest({
      host: address.hostname,
      port: address.port,
      path: '/graphql',
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-caller-assertion': await callers.assertionFor('notary', {}, body),
      },
    });
    request.on('error', () => undefined);
    request.end(body);
    const signal = await arrived.promise;
    expect(signal.aborted).toBe(false);
    const aborted = once(signal, 'abort');
    request.destroy();
    await aborted;
    expect(signal.aborted).toBe(true);
  });
});
