import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { startTestIssuer, type TestIssuer } from '../../identity/startTestIssuer.ts';
import { exportBundle } from '../exportBundle.ts';
import { readAllEntries } from '../readAllEntries.ts';
import { testLogStores } from '../testing/testLogStores.ts';
import { verifyBundle } from '../verify/verifyBundle.ts';
import { type HttpLog, openHttpLog } from './openHttpLog.ts';
import { startTestLog, type TestLogServer } from './testing/startTestLog.ts';

jest.setTimeout(60_000);

const tag = (person: number) => `e1:${String(person).padStart(43, '0')}`;
let issuer: TestIssuer;
let directory: string;

beforeAll(async () => {
  issuer = await startTestIssuer();
});
afterAll(() => issuer.stop());

describe.each(await testLogStores())('a log in $name, read over HTTP by an auditor', (kind) => {
  let server: TestLogServer;
  let log: HttpLog;

  const open = (about: { role?: string } = {}) =>
    openHttpLog({
      url: server.url,
      headers: async () => ({
        authorization: `Bearer ${await issuer.token({ role: 'AUDITOR', amr: ['pwd', 'hwk'], ...about })}`,
        'x-access-purpose': 'AUDIT',
      }),
    });

  beforeEach(async () => {
    server = await startTestLog(kind, issuer, { publishEveryMs: 50 });
    log = open();
    directory = await mkdtemp(join(tmpdir(), 'audit-http-bundle-'));
    await Promise.all(Array.from({ length: 600 }, (_, at) => server.look([tag(at % 7), tag((at * 3) % 11)])));
  });
  afterEach(async () => {
    await server.stop();
    await rm(directory, { recursive: true, force: true });
  });

  it('becomes a bundle about one person that is proven, and complete', async () => {
    const subjects = [tag(2), tag(99)];
    await log.writeIndex();
    const { record, proofs } = await log.proveTags(subjects);
    expect(await log.waitForCheckpoint(({ size }) => size > record, 10_000)).toBe(true);
    const indexes = proofs.flatMap((proof) => proof.indexes);
    await exportBundle(log, {
      directory,
      records: [...new Set([...indexes, record])],
      policy: (await log.policy()) ?? '',
      completeness: { subjects, record, proofs },
    });
    const verdict = await verifyBundle({ directory, policy: server.policy });
    expect(verdict).toMatchObject({ faults: [], completeness: { tags: 2, upTo: record } });
    expect(verdict.completeness?.records).toBe(indexes.filter((index) => index < record).length);
    expect(verdict.completeness?.records).toBeGreaterThan(80);
    // The auditor's own question about this person came after the index, and stands in the log too.
    expect(Math.max(...indexes)).toBeGreaterThan(record);
  });

  it('becomes a bundle of everything, and all of it can be read in its order', async () => {
    const { record } = await log.writeIndex();
    await log.waitForCheckpoint(({ size }) => size > record, 10_000);
    await exportBundle(log, { directory, records: 'all', policy: server.policy });
    expect(await verifyBundle({ directory, policy: server.policy })).toMatchObject({
      faults: [],
      indexes: 1,
    });
    const { size } = await log.head();
    const read: Buffer[] = [];
    for await (const bodies of readAllEntries(log, size)) read.push(...bodies);
    expect(read.length).toBe(size);
    expect(Buffer.concat(read).equals(Buffer.concat(await server.store.entries(0, size)))).toBe(true);
  });

  it('says what it refuses, and leaves nothing behind', async () => {
    await log.waitForCheckpoint(({ size }) => size >= 600, 10_000);
    const citizen = open({ role: 'CITIZEN' });
    await expect(citizen.writeIndex()).rejects.toThrow(
      'The log answers 403 for index: Records of access are read',
    );
    await expect(exportBundle(citizen, { directory, records: [1], policy: '' })).rejects.toThrow('403');
    expect(await readdir(directory)).not.toContain('records');
  });

  it('waits for a checkpoint no longer than it was told', async () => {
    expect(await log.waitForCheckpoint(({ size }) => size > 1_000_000, 300)).toBe(false);
    await exportBundle(log, { directory, records: [], policy: server.policy });
    expect(await readFile(join(directory, 'checkpoint'), 'utf8')).toMatch(/^example.com\/log\n/);
  });
});
