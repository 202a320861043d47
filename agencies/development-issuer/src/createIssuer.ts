import { randomUUID } from 'node:crypto';
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { importJWK, SignJWT } from 'jose';
import { z } from 'zod';
import { findPersona, personas } from './personas.ts';
import type { SigningKey } from './signingKey.ts';

export interface IssuerOptions {
  /** The `iss` of its tokens: the address it is reached at. */
  readonly issuer: string;
  readonly audience: string;
  readonly key: SigningKey;
  readonly logger: FastifyBaseLogger;
}

const LIFETIME_SECONDS = 15 * 60;
const TokenRequest = z.strictObject({ persona: z.string().max(64) });

/**
 * An issuer of access tokens (RFC 9068) for made-up persons, without passwords: whoever reaches it can be anyone.
 * Discovery and JWKS are those of OpenID Connect, so that a real issuer takes its place by URL.
 */
export async function createIssuer({
  issuer,
  audience,
  key,
  logger,
}: IssuerOptions): Promise<FastifyInstance> {
  const app = Fastify({ loggerInstance: logger, bodyLimit: 4_096 });
  const signingKey = await importJWK(key.privateKey, 'EdDSA');

  app.get('/.well-known/openid-configuration', async () => ({
    issuer,
    jwks_uri: `${issuer}/jwks`,
    token_endpoint: `${issuer}/token`,
    id_token_signing_alg_values_supported: ['EdDSA'],
  }));
  app.get('/jwks', async () => ({ keys: [key.publicKey] }));
  app.get('/health/live', async () => ({ status: 'live' }));
  app.get('/health/ready', async () => ({ status: 'ready' }));
  app.get('/personas', async () => ({ personas: Object.keys(personas) }));

  app.post('/token', async (request, reply) => {
    const parsed = TokenRequest.safeParse(request.body);
    if (!parsed.success)
      return reply
        .code(400)
        .send({ error: 'invalid_request', error_description: z.prettifyError(parsed.error) });
    const claims = findPersona(parsed.data.persona);
    if (claims === null) {
      return reply.code(400).send({
        error: 'invalid_request',
        error_description: `There is no persona of that name. There are ${Object.keys(personas).join(', ')}, and citizen:<document type>:<number>.`,
      });
    }
    const accessToken = await new SignJWT({ ...claims })
      .setProtectedHeader({
        alg: 'EdDSA',
        typ: 'at+jwt',
        ...(key.publicKey.kid === undefined ? {} : { kid: key.publicKey.kid }),
      })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject(subjectOf(parsed.data.persona))
      .setIssuedAt()
      .setExpirationTime(`${LIFETIME_SECONDS}s`)
      .setJti(randomUUID())
      .sign(signingKey);
    return reply
      .header('cache-control', 'no-store')
      .send({ access_token: accessToken, token_type: 'Bearer', expires_in: LIFETIME_SECONDS });
  });
  return app;
}

/** Named personas are their own subject; a subject goes into logs, so it must not hold a document number. */
function subjectOf(persona: string): string {
  return Object.hasOwn(personas, persona) ? persona : `citizen-${randomUUID()}`;
}
