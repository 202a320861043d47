import { generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { parse } from 'graphql';
import type { JWK, SignJWT } from 'jose';
import type { Caller } from './caller.ts';
import { digestOfBody, sealAssertion, signAssertion } from './callerAssertion.ts';
import { createLogger } from './createLogger.ts';
import { createSubgraph } from './createSubgraph.ts';
import { testCaller } from './testCaller.ts';
import { testSubjectTagKeys } from './testing.ts';

const SUBGRAPHS = ['legal-aid', 'notary', 'forensic-appraisal', 'mediation', 'one-network'] as const;
const pair = generateKeyPairSync('ed25519');
const stranger = generateKeyPairSync('ed25519');
const publicKey = { ...(pair.publicKey.export({ format: 'jwk' }) as JWK), kid: 'k1', alg: 'EdDSA' };

const REFUSAL = JSON.stringify({
  errors: [
    {
      message: 'No valid caller assertion came with the request.',
      extensions: { code: 'UNAUTHENTICATED', requestId: 'r-1' },
    },
  ],
});
const ENTITIES = JSON.stringify({
  query: 'query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on Thing { secret } } }',
  variables: { refs: [{ __typename: 'Thing', id: '1' }] },
});

/** What is sent: a body, what stands in the place of the assertion, more headers. */
type Attempt = readonly [
  body: string | undefined,
  assertion?: string | undefined,
  headers?: Record<string, string>,
];

describe.each(SUBGRAPHS)('straight at the subgraph %s', (subgraph) => {
  const other = SUBGRAPHS[(SUBGRAPHS.indexOf(subgraph) + 1) % SUBGRAPHS.length] ?? 'none';
  let app: FastifyInstance;
  let log = '';
  let answered = 0;

  beforeAll(async () => {
    const destination = new PassThrough();
    destination.on('data', (line: Buffer) => {
      log += line.toString();
    });
    app = await createSubgraph<{ caller: Caller }>({
      name: subgraph,
      typeDefs: parse('type Query { me: String } type Thing @key(fields: "id") { id: ID! secret: String }'),
      resolvers: {
        Query: {
          me: (_root: unknown, _args: unknown, { caller }: { caller: Caller }) => {
            answered += 1;
            return caller.subject;
          },
        },
        Thing: {
          __resolveReference: (reference: object) => {
            answered += 1;
            return { ...reference, secret: 'for the gateway alone' };
          },
        },
      },
      createContext: ({ caller }) => ({ caller }),
      callerKeys: { keys: [publicKey] },
      subjectTagKeys: testSubjectTagKeys,
      logger: createLogger({ name: subgraph, level: 'info', destination }),
      ready: async () => true,
      production: true,
    });
  });
  beforeEach(() => {
    answered = 0;
    log = '';
  });
  afterAll(() => app.close());

  const send = (...[payload, assertion, headers = {}]: Attempt) =>
    app.inject({
      method: 'POST',
      url: '/graphql',
      headers: {
        'x-request-id': 'r-1',
        ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
        ...(assertion === undefined ? {} : { 'x-caller-assertion': assertion }),
        ...headers,
      },
      ...(payload === undefined ? {} : { payload }),
    });
  const sign = (
    body: string,
    change: { key?: KeyObject; subgraph?: string; caller?: Partial<Caller> } = {},
  ) =>
    signAssertion(testCaller(change.caller), {
      key: change.key ?? pair.privateKey,
      subgraph: change.subgraph ?? subgraph,
      body,
      keyId: 'k1',
    });
  const signed = (change: (jwt: SignJWT) => SignJWT, told: object = {}) =>
    sealAssertion(
      [
        randomUUID(),
        'fetch',
        {
          aud: subgraph,
          body_sha256: digestOfBody(ENTITIES),
          caller: withoutRequestId(testCaller()),
          ...told,
        },
      ],
      change,
      { alg: 'EdDSA', kid: 'k1', typ: 'caller+sd-jwt' },
      pair.privateKey,
    );
  const seconds = (offset: number) => Math.floor(Date.now() / 1_000) + offset;

  it('the gateway is answered, so that what follows is refused for what is wrong with it', async () => {
    expect((await send(ENTITIES, await sign(ENTITIES))).json()).toEqual({
      data: { _entities: [{ secret: 'for the gateway alone' }] },
    });
    expect((await send(ENTITIES, await signed((jwt) => jwt))).statusCode).toBe(200);
    expect(answered).toBe(2);
  });

  const attempts: [string, () => Promise<Attempt>][] = [
    ['without an assertion', async () => [ENTITIES]],
    ['with an empty one', async () => [ENTITIES, '']],
    ['with something else', async () => [ENTITIES, 'a.b.c']],
    [
      'with a token of a client',
      async () => [ENTITIES, undefined, { authorization: `Bearer ${await sign(ENTITIES)}` }],
    ],
    [
      'with identity headers alone',
      async () => [ENTITIES, undefined, { 'x-user': 'root', 'x-role': 'AUDITOR' }],
    ],
    ['signed by somebody else', async () => [ENTITIES, await sign(ENTITIES, { key: stranger.privateKey })]],
    ['meant for another subgraph', async () => [ENTITIES, await sign(ENTITIES, { subgraph: other })]],
    ['meant for all', async () => [ENTITIES, await signed((jwt) => jwt, { aud: [subgraph, other] })]],
    ['of another issuer', async () => [ENTITIES, await signed((jwt) => jwt.setIssuer('somebody'))]],
    ['that has expired', async () => [ENTITIES, await signed((jwt) => jwt.setExpirationTime(seconds(-6)))]],
    [
      'that is old, with a long life',
      async () => [
        ENTITIES,
        await signed((jwt) => jwt.setIssuedAt(seconds(-40)).setExpirationTime(seconds(3_600))),
      ],
    ],
    ['of tomorrow', async () => [ENTITIES, await signed((jwt) => jwt.setIssuedAt(seconds(86_400)))]],
    ['of another body', async () => [ENTITIES, await sign('{"query":"{ me }"}')]],
    ['of the same body, but for a space', async () => [`${ENTITIES} `, await sign(ENTITIES)]],
    ['of no body', async () => [ENTITIES, await signed((jwt) => jwt, { body_sha256: undefined })]],
    ['of a body that does not come', async () => [undefined, await sign(ENTITIES)]],
    ['of a body that is not JSON, with another', async () => ['{', await sign(ENTITIES)]],
    [
      'whose caller was changed',
      async () => {
        const [jwt, disclosure = ''] = (await sign(ENTITIES)).split('~');
        const told = Buffer.from(disclosure, 'base64url').toString().replace('CITIZEN', 'AUDITOR');
        return [ENTITIES, `${jwt}~${Buffer.from(told).toString('base64url')}~`];
      },
    ],
  ];

  it.each(attempts)('a request %s gets the same 401 and reaches no resolver', async (_what, make) => {
    const answer = await send(...(await make()));
    expect([answer.statusCode, answer.body]).toEqual([401, REFUSAL]);
    expect(answered).toBe(0);
  });

  it('a replay is refused, also when both come at once, and the log tells of it', async () => {
    const assertion = await sign(ENTITIES, { caller: { subject: 'u-1' } });
    const answers = await Promise.all([1, 2, 3].map(() => send(ENTITIES, assertion)));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 401, 401]);
    expect(answers.filter(({ statusCode }) => statusCode === 401).map(({ body }) => body)).toEqual([
      REFUSAL,
      REFUSAL,
    ]);
    expect(answered).toBe(1);
    expect(log).toContain('"reason":"USED_BEFORE"');
    expect(log).not.toContain(assertion);
  });

  it('an assertion that came with another body is still good for its own', async () => {
    const assertion = await sign(ENTITIES);
    expect((await send('{"query":"{ me }"}', assertion)).statusCode).toBe(401);
    expect((await send(ENTITIES, assertion)).statusCode).toBe(200);
  });
});

/** The request's id comes by a header, not from the gateway's word on who asks. */
function withoutRequestId({ requestId: _, ...claims }: Caller): Omit<Caller, 'requestId'> {
  return claims;
}
