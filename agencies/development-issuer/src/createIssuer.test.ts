import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { pino } from 'pino';
import { readConfig } from './config.ts';
import { createIssuer } from './createIssuer.ts';
import { personas } from './personas.ts';
import { readOrCreateSigningKey } from './signingKey.ts';

const issuer = 'http://127.0.0.1:4300';
const directory = mkdtempSync(join(tmpdir(), 'issuer-'));
const keyFile = join(directory, 'key.json');
let app: FastifyInstance;

beforeAll(async () => {
  const key = await readOrCreateSigningKey(keyFile);
  app = await createIssuer({ issuer, audience: 'tongban', key, logger: pino({ level: 'silent' }) });
});
afterAll(async () => {
  await app.close();
  rmSync(directory, { recursive: true });
});

const requestToken = (persona: string) => app.inject({ method: 'POST', url: '/token', payload: { persona } });

describe('the development issuer', () => {
  it.each(Object.keys(personas))('gives %s a token that its published keys verify', async (persona) => {
    const { access_token, expires_in } = (await requestToken(persona)).json();
    const keys = createLocalJWKSet((await app.inject('/jwks')).json());
    const { payload } = await jwtVerify(access_token, keys, {
      issuer,
      audience: 'tongban',
      typ: 'at+jwt',
      algorithms: ['EdDSA'],
    });
    expect(payload).toMatchObject({ ...personas[persona], sub: persona });
    expect(expires_in).toBe(900);
  });

  it('lets a developer be any synthetic person, without the number in the subject', async () => {
    const { access_token } = (await requestToken('citizen:RIC:480101195209070223')).json();
    const claims = JSON.parse(Buffer.from(access_token.split('.')[1], 'base64url').toString());
    expect(claims).toMatchObject({ role: 'CITIZEN', credential: 'RIC:480101195209070223' });
    expect(claims.sub).not.toContain('480101195209070223');
  });

  it('names the personas when one is asked for that it does not have', async () => {
    for (const persona of ['nobody', '__proto__', 'citizen:']) {
      const response = await requestToken(persona);
      expect(response.statusCode).toBe(400);
      expect(response.json().error_description).toContain('citizen:zhang');
    }
  });

  it('publishes no private key, and keeps its own to itself', async () => {
    expect((await app.inject('/jwks')).body).not.toContain('"d"');
    expect(statSync(keyFile).mode & 0o077).toBe(0);
    expect(await readOrCreateSigningKey(keyFile)).toEqual(await readOrCreateSigningKey(keyFile));
  });

  it('refuses to run in production, and on any address but loopback', () => {
    expect(() => readConfig({ NODE_ENV: 'production' })).toThrow(/does not run in production/);
    expect(() => readConfig({ HOST: '0.0.0.0', PORT: 'x' })).toThrow(/HOST[\s\S]*PORT|PORT[\s\S]*HOST/);
  });
});
