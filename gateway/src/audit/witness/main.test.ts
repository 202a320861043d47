import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signCheckpoint } from '../checkpoint/checkpointNote.ts';
import { createWitnessClient } from '../checkpoint/witnessClient.ts';
import { createTestSigner } from '../testing/signers.ts';

const MAIN = join(import.meta.dirname, 'main.ts');

describe('the program of a witness', () => {
  const signer = createTestSigner();
  const folder = mkdtempSync(join(tmpdir(), 'audit-witness-'));
  const key = join(folder, 'key.pem');
  const options = ['--name', 'w.example', '--key', key, '--log', signer.verifierKey, '--port', '0'];
  const args = [MAIN, ...options, '--folder', join(folder, 'state')];
  let program: ChildProcess;
  let verifierKey: string;
  let url: string;

  beforeAll(async () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    writeFileSync(key, privateKey.export({ format: 'pem', type: 'pkcs8' }));
    program = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const lines = createInterface({ input: program.stdout as NodeJS.ReadableStream });
    [verifierKey, url] = await new Promise<[string, string]>((resolve) => {
      const read: string[] = [];
      lines.on('line', (line) => {
        read.push(line);
        if (read.length === 2) resolve(read as [string, string]);
      });
    });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('says its key and where it is, and cosigns', async () => {
    const note = signCheckpoint({ size: 1, root: Buffer.alloc(32, 1) }, signer);
    const client = createWitnessClient({ url, verifierKey }, 5_000);
    expect(await client.addCheckpoint(0, [], note)).toMatchObject({ kind: 'cosigned' });
  });

  it('does not start twice on what it remembers, nor without being told what it needs', () => {
    const second = spawnSync(process.execPath, args, { timeout: 30_000 });
    expect([second.status, second.stderr.toString()]).toEqual([
      2,
      expect.stringContaining('in use by another'),
    ]);
    const bare = spawnSync(process.execPath, [MAIN]);
    expect([bare.status, bare.stderr.toString()]).toEqual([2, expect.stringContaining('--folder FOLDER')]);
  });

  it('ends when it is told to', async () => {
    program.kill('SIGTERM');
    expect(await once(program, 'exit')).toEqual([0, null]);
  });
});
