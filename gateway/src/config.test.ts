import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createNoteSigner } from './audit/checkpoint/noteSigner.ts';
import { readConfig } from './config.ts';

const assertionKey = JSON.stringify({
  ...generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }),
  kid: 'k1',
});
const complete = {
  JWKS_URL: 'http://127.0.0.1:4300/jwks',
  TOKEN_ISSUER: 'http://127.0.0.1:4300',
  ASSERTION_KEY: assertionKey,
  AUDIT_SIGNING_KEY: assertionKey,
  AUDIT_PAYLOAD_KEY: 'ab'.repeat(32),
  AUDIT_READER_KEY: 'r'.repeat(32),
};

describe('readConfig', () => {
  it('reads a whole environment, and lets the command line win', () => {
    const config = readConfig(
      {
        ...complete,
        PORT: '1',
        SUBGRAPH_URLS: 'books=http://127.0.0.1:4101/graphql, films=https://films.example/graphql?x=1',
        PLATFORM_SUBGRAPHS: 'hub, other',
        FORWARD_HEADERS: 'X-Tenant, accept-language,x-tenant',
      },
      { port: '4444', supergraph: 'other.graphql' },
    );
    expect(config).toMatchObject({
      port: 4444,
      supergraphFile: 'other.graphql',
      executor: 'compiled',
      production: false,
    });
    expect([...config.subgraphUrls]).toEqual([
      ['books', 'http://127.0.0.1:4101/graphql'],
      ['films', 'https://films.example/graphql?x=1'],
    ]);
    expect([...config.platformSubgraphs]).toEqual(['hub', 'other']);
    expect(config.forwardHeaders).toEqual(['x-tenant', 'accept-language']);
    expect(config.identity).toMatchObject({
      audience: 'tongban',
      maxTokenAgeSeconds: 900,
      assertionKey: { kid: 'k1' },
    });
  });

  it('lists every mistake at once', () => {
    const wrong = () =>
      readConfig({
        PORT: 'x',
        SUBGRAPH_URLS: 'books',
        EXECUTOR: 'magic',
        SUBGRAPH_TIMEOUT_MS: '0',
        JWKS_URL: 'file:///etc',
      });
    for (const name of [
      'PORT',
      'SUBGRAPH_URLS',
      'EXECUTOR',
      'SUBGRAPH_TIMEOUT_MS',
      'JWKS_URL',
      'TOKEN_ISSUER',
      'ASSERTION_KEY',
    ]) {
      expect(wrong).toThrow(name);
    }
  });

  it.each([
    'Host',
    'connection',
    'transfer-encoding',
    'content-length',
    'content-type',
    'cookie2',
    'x-caller-assertion',
    'X-Request-Id',
    'traceparent',
    'two words',
  ])('refuses to forward %s', (name) => {
    expect(() => readConfig({ ...complete, FORWARD_HEADERS: `x-tenant,${name}` })).toThrow(
      'cannot be forwarded',
    );
  });

  it('asks two factors of everybody but citizens, their representatives and service accounts, unless told otherwise', () => {
    expect([...(readConfig(complete).identity?.twoFactorRoles ?? [])]).toEqual([
      'STAFF',
      'AUDITOR',
      'SYSTEM_AUDITOR',
      'SECURITY_ADMINISTRATOR',
      'SYSTEM_ADMINISTRATOR',
    ]);
    const { identity } = readConfig({
      ...complete,
      TOKEN_ROLES: 'A, B',
      TWO_FACTOR_ROLES: 'B',
      TOKEN_ACR: 'x,y',
    });
    expect(
      [identity?.roles, identity?.twoFactorRoles, identity?.acrValues].map((set) => [...(set ?? [])]),
    ).toEqual([['A', 'B'], ['B'], ['x', 'y']]);
  });

  it('refuses a role of two factors that no token can have, since it would be a slip', () => {
    expect(() => readConfig({ ...complete, TWO_FACTOR_ROLES: 'STAF' })).toThrow('TWO_FACTOR_ROLES');
  });

  it('never quotes the key that it refuses', () => {
    const secret = 'c2VjcmV0LXNlY3JldC1zZWNyZXQ';
    for (const key of [secret, JSON.stringify({ kty: 'RSA', d: secret })]) {
      const read = () => readConfig({ ...complete, ASSERTION_KEY: key });
      expect(read).toThrow('ASSERTION_KEY');
      expect(read).not.toThrow(secret);
    }
  });

  it('takes nobody in open mode for a flood, nor lists of which nothing is known for a bomb, unless it is told to', () => {
    const { limits, rates } = readConfig({}, { open: true }).admission;
    expect([limits.maxCost, rates.perAddress]).toEqual([Number.POSITIVE_INFINITY, null]);
    const told = readConfig({ MAX_COST: '7', RATE_PER_ADDRESS: '8' }, { open: true }).admission;
    expect([told.limits.maxCost, told.rates.perAddress]).toEqual([7, 8]);
    const guarded = readConfig(complete).admission;
    expect([guarded.limits.maxCost, guarded.rates.perAddress]).toEqual([50_000, 3_000]);
    const unlimited = readConfig({ ...complete, MAX_COST: '0', RATE_PER_ADDRESS: '0' }).admission;
    expect([unlimited.limits.maxCost, unlimited.rates.perAddress]).toEqual([Number.POSITIVE_INFINITY, null]);
  });

  it('records looks at personal data unless it is told not to, which production is not told', () => {
    expect(readConfig(complete).audit).toMatchObject({
      databaseUrl: null,
      directory: '.data/access-log',
      publicTag: 'public',
      retentionDays: 1_096,
    });
    const { AUDIT_SIGNING_KEY, AUDIT_PAYLOAD_KEY, AUDIT_READER_KEY, ...without } = complete;
    expect(readConfig({ ...without, AUDIT: 'off' }).audit).toBeNull();
    expect(() => readConfig(without)).toThrow(
      /AUDIT_SIGNING_KEY[\s\S]*AUDIT_PAYLOAD_KEY[\s\S]*AUDIT_READER_KEY/,
    );
    expect(() => readConfig({ ...without, AUDIT: 'off', NODE_ENV: 'production' })).toThrow('→ at AUDIT\n');
    expect(() => readConfig({ ...complete, EXECUTOR: 'reference' })).toThrow('AUDIT=off');
    expect(readConfig({}, { open: true }).audit).toBeNull();
  });

  it('keeps records for three years at least', () => {
    expect(() => readConfig({ ...complete, AUDIT_RETENTION_DAYS: '1095' })).toThrow('three years');
    expect(readConfig({ ...complete, AUDIT_RETENTION_DAYS: '1826' }).audit?.retentionDays).toBe(1_826);
  });

  it('reads witnesses from a file, and says which line is none', () => {
    const key = createNoteSigner('witness.example', generateKeyPairSync('ed25519').privateKey).verifierKey;
    const file = join(mkdtempSync(join(tmpdir(), 'witnesses-')), 'witnesses');
    writeFileSync(file, `# two agencies\n${key} http://127.0.0.1:4310\n`);
    expect(readConfig({ ...complete, AUDIT_WITNESSES: file }).audit?.witnesses).toEqual([
      { verifierKey: key, url: 'http://127.0.0.1:4310' },
    ]);
    writeFileSync(file, `${key} http://127.0.0.1:4310\nwitness.example http://x\n`);
    expect(() => readConfig({ ...complete, AUDIT_WITNESSES: file })).toThrow('line 2');
    expect(() => readConfig({ ...complete, AUDIT_WITNESSES: `${file}-none` })).toThrow('cannot be read');
  });

  it('needs neither issuer nor key in open mode, which serves loopback only', () => {
    expect(readConfig({}, { open: true }).identity).toBeNull();
    expect(readConfig({ HOST: '::1' }, { open: true }).host).toBe('::1');
    expect(() => readConfig({ HOST: '0.0.0.0' }, { open: true })).toThrow('loopback');
  });
});

it('every variable of the gateway is in .env.example', () => {
  const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
  const source = ['./config.ts', './admission/admissionConfig.ts', './audit/auditConfig.ts']
    .map((file) => readFileSync(new URL(file, import.meta.url), 'utf8'))
    .join('\n');
  const names = new Set([...source.matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map(([, name]) => name));
  expect(names.size).toBeGreaterThan(15);
  for (const name of names) expect(example).toMatch(new RegExp(`^#? ?${name}=`, 'm'));
});
