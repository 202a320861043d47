import { execFileSync, spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createSignatureCheck } from '../../gateway/src/supergraph/supergraphSignature.ts';

const root = join(import.meta.dirname, '..', '..');
let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'signed-'));
});
afterAll(() => rmSync(directory, { recursive: true }));

it('the gateway takes what `npm run compose -- sign` has signed', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const [key, out] = [join(directory, 'private.jwk'), join(directory, 'supergraph.graphql')];
  writeFileSync(key, JSON.stringify(privateKey.export({ format: 'jwk' })));
  const before = Math.floor(Date.now() / 1_000);
  const args = [join(root, 'schema/src/main.ts'), 'compose', 'sign', '--key', key, '--out', out];
  execFileSync(process.execPath, args, { stdio: 'pipe' });
  const check = createSignatureCheck(publicKey.export({ format: 'jwk' }));
  const signed = readFileSync(out, 'utf8');
  expect(signed.startsWith(readFileSync(join(root, 'schema/supergraph.graphql'), 'utf8'))).toBe(true);
  expect(check(signed).signedAt).toBeGreaterThanOrEqual(before);
  expect(() => check(signed.replace('type Query', 'type  Query'))).toThrow('is not good');
});

it('says what it needs', () => {
  const { status, stderr } = spawnSync(process.execPath, [
    join(root, 'schema/src/main.ts'),
    'compose',
    'sign',
  ]);
  expect(status).toBe(1);
  expect(stderr.toString()).toContain('--key FILE');
});
