import { createHash, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { readConfig } from '../config.ts';
import { startTestIssuer, type TestIssuer } from '../identity/startTestIssuer.ts';
import { type Library, startLibrary } from '../testing/startLibrary.ts';
import { startTestGateway, type TestGateway, testAdmission } from '../testing/startTestGateway.ts';
import { until } from '../testing/until.ts';

// Processes and threads start slowly on a machine that has other things to do.
jest.setTimeout(30_000);

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const MOTTO = '{ motto }';
const BOOKS = 'query Books { books { title } }';

let library: Library;
let issuer: TestIssuer;
let directory: string;
let gateway: TestGateway | null = null;
beforeAll(async () => {
  library = await startLibrary();
  issuer = await startTestIssuer();
});
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'documents-'));
});
afterEach(async () => {
  await gateway?.stop();
  gateway = null;
  rmSync(directory, { recursive: true });
});
afterAll(async () => {
  await issuer.stop();
  await library.stop();
});

async function start(path: string): Promise<TestGateway> {
  gateway = await startTestGateway(library.supergraph, {
    production: true,
    identity: issuer.identity,
    admission: testAdmission({ trustedDocuments: path, trustedDocumentsFor: new Set(['CITIZEN']) }),
  });
  return gateway;
}

async function post(body: object, claims: Record<string, unknown> = {}) {
  if (gateway === null) throw new Error('no gateway is started');
  return gateway.send('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await issuer.token(claims)}` },
    body: JSON.stringify(body),
  });
}
const codeOf = async (body: object, claims?: Record<string, unknown>) => {
  const answer = await post(body, claims);
  return answer.body.errors?.[0]?.extensions.code ?? answer.body.data;
};
const byHash = (hash: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash: hash } } });

describe('a citizen', () => {
  beforeEach(async () => {
    writeFileSync(join(directory, 'motto.graphql'), `${MOTTO}\n`);
    await start(directory);
  });

  it('may send registered documents, as text, by id and by hash', async () => {
    for (const body of [
      { query: MOTTO },
      { query: `${MOTTO}\n` },
      { documentId: sha256(MOTTO) },
      { documentId: `sha256:${sha256(MOTTO)}` },
      byHash(sha256(MOTTO)),
    ]) {
      expect(await codeOf(body)).toEqual({ motto: 'read' });
    }
    const search = `documentId=${sha256(MOTTO)}&variables=%7B%7D`;
    const byGet = await gateway?.send(`/graphql?${search}`, {
      headers: { authorization: `Bearer ${await issuer.token()}` },
    });
    expect(byGet?.body.data).toEqual({ motto: 'read' });
  });

  it('may send no other, in whatever way it is dressed up', async () => {
    for (const body of [
      { query: BOOKS },
      { query: '{motto}' },
      { query: BOOKS, documentId: sha256(MOTTO) },
      { query: BOOKS, ...byHash(sha256(MOTTO)) },
      { documentId: sha256(BOOKS) },
      byHash(sha256(BOOKS)),
      { documentId: '__proto__' },
    ]) {
      const answer = await post(body);
      expect([answer.status, answer.body.errors?.[0]?.extensions.code]).toEqual([
        400,
        'DOCUMENT_NOT_TRUSTED',
      ]);
      expect(answer.body.errors?.[0]?.message).toContain('documentId');
    }
    expect(library.books.received).toEqual([]);
  });

  it('is told so before the document is looked at', async () => {
    expect(await codeOf({ query: '{ broken' })).toBe('DOCUMENT_NOT_TRUSTED');
  });
});

it('other roles may send any document', async () => {
  writeFileSync(join(directory, 'motto.graphql'), MOTTO);
  await start(directory);
  expect(await codeOf({ query: BOOKS }, { role: 'REPRESENTATIVE' })).toMatchObject({ books: [{}, {}] });
});

describe('the list', () => {
  it.each([
    [
      'a manifest of persisted queries',
      {
        format: 'apollo-persisted-query-manifest',
        version: 1,
        operations: [{ id: 'books-1', name: 'Books', type: 'query', body: BOOKS }],
      },
      'books-1',
    ],
    ['an object of texts by their hash', { [sha256(BOOKS)]: BOOKS }, sha256(BOOKS)],
  ])('may be %s', async (_what, json, documentId) => {
    const file = join(directory, 'list.json');
    writeFileSync(file, JSON.stringify(json));
    await start(file);
    expect(await codeOf({ documentId })).toMatchObject({ books: [{}, {}] });
    expect(await codeOf({ query: BOOKS })).toMatchObject({ books: [{}, {}] });
    expect(await codeOf({ query: MOTTO })).toBe('DOCUMENT_NOT_TRUSTED');
  });

  it.each([
    ['a text under another hash', { [sha256(MOTTO)]: BOOKS }, 'another SHA-256'],
    ['no GraphQL', { [sha256('{ broken')]: '{ broken' }, 'not GraphQL'],
    ['something else', { documents: [BOOKS] }, 'neither a manifest'],
  ])('with %s keeps the gateway from starting', async (_what, json, message) => {
    const file = join(directory, 'list.json');
    writeFileSync(file, JSON.stringify(json));
    await expect(start(file)).rejects.toThrow(message);
  });

  it('is taken up while running, and a bad one changes nothing', async () => {
    writeFileSync(join(directory, 'motto.graphql'), MOTTO);
    const { log } = await start(directory);
    const logged = (line: string) => until(() => log.some((text) => text.includes(line)));
    writeFileSync(join(directory, 'books.graphql'), BOOKS);
    await logged('new trusted documents');
    expect(await codeOf({ query: BOOKS })).toMatchObject({ books: [{}, {}] });
    writeFileSync(join(directory, 'books.graphql'), '{ broken');
    await logged('the last good ones stay');
    expect(await codeOf({ query: BOOKS })).toMatchObject({ books: [{}, {}] });
    rmSync(join(directory, 'books.graphql'));
    await until(async () => (await codeOf({ query: BOOKS })) === 'DOCUMENT_NOT_TRUSTED');
    expect(await codeOf({ query: MOTTO })).toEqual({ motto: 'read' });
  });
});

describe('in production, the setting', () => {
  const env = {
    NODE_ENV: 'production',
    AUDIT_SIGNING_KEY: JSON.stringify(generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })),
    AUDIT_PAYLOAD_KEY: 'ab'.repeat(32),
    AUDIT_READER_KEY: 'r'.repeat(32),
    JWKS_URL: 'https://issuer.example/jwks',
    TOKEN_ISSUER: 'https://issuer.example',
    ASSERTION_KEY: JSON.stringify({ kty: 'OKP', crv: 'Ed25519', x: 'x', d: 'd' }),
  };

  it('must be made: a list, or off', () => {
    expect(() => readConfig(env)).toThrow('TRUSTED_DOCUMENTS=off');
    expect(readConfig({ ...env, TRUSTED_DOCUMENTS: 'off' }).admission).toMatchObject({
      trustedDocuments: null,
      trustedDocumentsFor: new Set(),
    });
    expect(readConfig({ ...env, TRUSTED_DOCUMENTS: 'list.json' }).admission).toMatchObject({
      trustedDocuments: 'list.json',
      trustedDocumentsFor: new Set(['CITIZEN']),
    });
  });

  it('binds nobody in development, nor where nobody is asked who he is', () => {
    expect(
      readConfig({ ...env, NODE_ENV: 'development', TRUSTED_DOCUMENTS: 'x' }).admission.trustedDocumentsFor,
    ).toEqual(new Set());
    expect(readConfig({ NODE_ENV: 'production' }, { open: true }).admission.trustedDocuments).toBeNull();
  });
});
