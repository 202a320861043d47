import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { retryLater } from '../../errors/retryLater.ts';
import { startTestIssuer, type TestIssuer } from '../../identity/startTestIssuer.ts';
import { decodeAccessRecord, type OutcomeRecord } from '../accessRecord.ts';
import { leafHash } from '../merkleTree/merkleHash.ts';
import { intentRecord } from '../testing/records.ts';
import { testLogStores } from '../testing/testLogStores.ts';
import { hashOfLeaf, isIncluded } from '../verify/merkleProof.ts';
import type { LogRoutesOptions } from './addLogRoutes.ts';
import { startTestLog, type TestLogServer } from './testing/startTestLog.ts';

jest.setTimeout(30_000);

const tag = (person: number) => `e1:${String(person).padStart(43, '0')}`;
const TWO_FACTORS = { amr: ['pwd', 'hwk'] };
let issuer: TestIssuer;

beforeAll(async () => {
  issuer = await startTestIssuer();
});
afterAll(() => issuer.stop());

describe.each(await testLogStores())('the log over HTTP, kept in $name', (kind) => {
  let log: TestLogServer;

  const start = async (about: Partial<LogRoutesOptions> = {}) => {
    log = await startTestLog(kind, issuer, about);
  };
  beforeEach(() => start());
  afterEach(() => log.stop());

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${log.url}/${path}`, { headers });
  const auditor = async (claims = {}) => ({
    authorization: `Bearer ${await issuer.token({ role: 'AUDITOR', ...TWO_FACTORS, ...claims })}`,
    'x-access-purpose': 'AUDIT',
    'x-access-case': 'AUD-1',
  });
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${log.url}/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const accesses = (body: unknown, key = log.readerKey) =>
    post('accesses', body, { authorization: `Bearer ${key}` });
  const lastRecord = async () => {
    const { size } = await log.store.head();
    const [body] = await log.store.entries(size - 1, size);
    return decodeAccessRecord(body as Buffer) as OutcomeRecord;
  };

  describe('its files', () => {
    it('are for everybody where they are hashes, and are kept for ever by caches', async () => {
      for (let person = 0; person < 3; person++) await log.look([tag(person)]);
      await log.publisher.publish();
      const checkpoint = await get('checkpoint');
      expect((await checkpoint.text()).split('\n')[1]).toBe('3');
      expect(checkpoint.headers.get('cache-control')).toBe('no-cache');
      const tile = await get('tile/0/000.p/3');
      const bodies = await log.store.entries(0, 3);
      expect(Buffer.from(await tile.arrayBuffer())).toEqual(Buffer.concat(bodies.map(leafHash)));
      expect(tile.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(await (await get('policy')).text()).toBe(log.policy);
    });

    it('are asked for again only where the checkpoint is another', async () => {
      await log.look([tag(1)]);
      await log.publisher.publish();
      const etag = (await get('checkpoint')).headers.get('etag') as string;
      expect((await get('checkpoint', { 'if-none-match': etag })).status).toBe(304);
      await log.look([tag(1)]);
      await log.publisher.publish();
      expect((await get('checkpoint', { 'if-none-match': etag })).status).toBe(200);
    });

    it('are given to an address no more often than to others, but for the service that has the key', async () => {
      await log.stop();
      await start({
        admitAddress: () => Promise.reject(retryLater('RATE_LIMITED', 7)),
      });
      const refused = await get('checkpoint');
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '7']);
      expect((await accesses({ tags: [tag(1)], before: null, limit: 1 })).status).toBe(200);
    });

    it('are not there before they were published, nor where they have no such name', async () => {
      expect((await get('checkpoint')).status).toBe(404);
      await log.look([tag(1)]);
      await log.publisher.publish();
      for (const path of ['tile/0/000.p/2', 'tile/0/000', 'tile/0/..%2f..', 'tile/9/000', 'nothing']) {
        expect([path, (await get(path)).status]).toEqual([path, 404]);
      }
    });

    it('with records are for auditors who say why, and each such reading stands in the log', async () => {
      await log.look([tag(1)]);
      await log.publisher.publish();
      const path = 'tile/entries/000.p/1';
      const before = await log.store.head();
      const refused = [
        {},
        { authorization: `Bearer ${log.readerKey}` },
        await auditor({ role: 'CITIZEN' }),
        await auditor({ role: 'STAFF' }),
        { ...(await auditor()), 'x-access-purpose': '' },
      ];
      const answers = await Promise.all(refused.map((headers) => get(path, headers)));
      expect(answers.map(({ status }) => status)).toEqual([401, 401, 403, 403, 403]);
      expect(
        await Promise.all(answers.map(async (answer) => ((await answer.json()) as { code: string }).code)),
      ).toEqual([
        'UNAUTHENTICATED',
        'UNAUTHENTICATED',
        'UNAUTHORIZED_FIELD_OR_TYPE',
        'UNAUTHORIZED_FIELD_OR_TYPE',
        'PURPOSE_REQUIRED',
      ]);
      expect((await log.store.head()).size).toBe(before.size);

      const answer = await get(path, await auditor({ sub: 'auditor-7' }));
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
      const [first] = await log.store.entries(0, 1);
      expect(Buffer.from(await answer.arrayBuffer()).subarray(2)).toEqual(first);
      expect(await lastRecord()).toMatchObject({
        actor: { id: 'auditor-7', role: 'AUDITOR' },
        purpose: 'AUDIT',
        caseReference: 'AUD-1',
        fields: ['AccessLog.entries'],
        operation: createHash('sha256').update(`GET /log/${path}\nnull`).digest('hex'),
      });
      expect((await get(path, await auditor({ role: 'SYSTEM_AUDITOR' }))).status).toBe(200);
    });

    it('with records stay where they are when it cannot be recorded that they are read', async () => {
      await log.stop();
      await start({ record: () => Promise.reject(new Error('nothing can be written')) });
      await log.look([tag(1)]);
      await log.publisher.publish();
      const answer = await get('tile/entries/000.p/1', await auditor());
      expect([answer.status, await answer.json()]).toEqual([
        503,
        { code: 'AUDIT_UNAVAILABLE', message: 'The access log does not answer.' },
      ]);
    });
  });

  describe('accesses of a person', () => {
    interface Page {
      size: number;
      total: number;
      accesses: { index: number; leafHash: string; record: OutcomeRecord; payloads: unknown[] }[];
    }
    const page = async (body: unknown) => (await (await accesses(body)).json()) as Page;

    it('are outcomes that name the person by any tag, the newest first, page by page', async () => {
      for (let at = 0; at < 5; at++) await log.look([tag(1), tag(2)]);
      await log.sequencer.append(intentRecord());
      await log.look([tag(3)]);
      await log.look([tag(4)]);
      const first = await page({ tags: [tag(1), tag(4)], before: null, limit: 4 });
      expect(first).toMatchObject({ size: 8, total: 6 });
      expect(first.accesses.map(({ index }) => index)).toEqual([7, 4, 3, 2]);
      const second = await page({ tags: [tag(1), tag(4)], before: 2, limit: 4 });
      expect([second.total, second.accesses.map(({ index }) => index)]).toEqual([6, [1, 0]]);
      const [body] = await log.store.entries(7, 8);
      expect(first.accesses[0]).toMatchObject({
        leafHash: leafHash(body as Buffer).toString('hex'),
        record: { phase: 'outcome', subjects: [tag(4)] },
      });
      expect(await page({ tags: [tag(9)], before: null, limit: 4 })).toEqual({
        size: 8,
        total: 0,
        accesses: [],
      });
    });

    it('come with what was sealed about this person, and about nobody else', async () => {
      await log.look([tag(1), tag(2), tag(3)]);
      const read = () => page({ tags: [tag(3), tag(1)], before: null, limit: 1 });
      expect((await read()).accesses[0]?.payloads).toEqual([
        { cases: [{ id: tag(1) }] },
        { cases: [{ id: tag(3) }] },
      ]);
      await log.payloads.erase(tag(1));
      expect((await read()).accesses[0]?.payloads).toEqual([null, { cases: [{ id: tag(3) }] }]);
      await log.look([tag(5)], { payloads: [null] });
      expect((await page({ tags: [tag(5)], before: null, limit: 1 })).accesses[0]?.payloads).toEqual([null]);
    });

    it('are for the one who has the key', async () => {
      const body = { tags: [tag(1)], before: null, limit: 1 };
      const keys = ['', 'wrong', `${log.readerKey}x`, log.readerKey.slice(1), 'x'.repeat(300)];
      const answers = await Promise.all(keys.map((key) => accesses(body, key)));
      expect(answers.map(({ status }) => status)).toEqual(keys.map(() => 401));
      expect((await post('accesses', body, await auditor())).status).toBe(401);
      expect((await accesses(body)).status).toBe(200);
      await log.stop();
      await start({ readerKey: null });
      expect((await accesses(body)).status).toBe(404);
    });

    it.each([
      ['no tag', { tags: [], before: null, limit: 1 }],
      ['no tag that is one', { tags: ['RIC:480101199001010011'], before: null, limit: 1 }],
      ['no limit', { tags: [tag(1)], before: null }],
      ['a limit over 100', { tags: [tag(1)], before: null, limit: 101 }],
      ['a place below nothing', { tags: [tag(1)], before: -1, limit: 1 }],
      ['something more', { tags: [tag(1)], before: null, limit: 1, after: 2 }],
      ['no JSON', '{"tags":'],
    ])('are not told where the question has %s', async (_, body) => {
      const answer = await accesses(body);
      expect(answer.status).toBe(400);
      expect(await answer.text()).not.toContain('480101199001010011');
    });

    it('are not told where the question is too long, or the log cannot be read', async () => {
      expect(
        (await accesses({ tags: [tag(1)], before: null, limit: 1, more: 'x'.repeat(17_000) })).status,
      ).toBe(413);
      await log.look([tag(1)]);
      log.breakStore();
      const answer = await accesses({ tags: [tag(1)], before: null, limit: 1 });
      expect([answer.status, await answer.json()]).toEqual([
        503,
        { code: 'AUDIT_UNAVAILABLE', message: 'The access log does not answer.' },
      ]);
      expect(log.lines.join('')).toContain('the store does not answer');
    });
  });

  describe('the index', () => {
    interface Proofs {
      record: number;
      size: number;
      tags: number;
      proofs: {
        tag: string;
        indexes: number[];
        found: { at: number; leaf: Record<string, unknown>; hashes: string[] } | null;
      }[];
    }

    it('is written when an auditor asks, and what it has of somebody is proven', async () => {
      for (const person of [2, 1, 2, 3]) await log.look([tag(person)]);
      const written = await (await post('index', {}, await auditor())).json();
      expect(written).toEqual({ record: 5, size: 5, tags: 3 });
      await log.look([tag(2)]);
      const answer = (await (
        await post('index/proof', { tags: [tag(2), tag(7)] }, await auditor())
      ).json()) as Proofs;
      expect(answer).toMatchObject({ record: 5, size: 5, tags: 3 });
      const [known, unknown] = answer.proofs as [Proofs['proofs'][0], Proofs['proofs'][0]];
      expect(known.indexes).toEqual([0, 2, 6, 7]);
      expect(known.found?.leaf).toMatchObject({ tag: tag(2), count: 2, last: 2 });
      expect(unknown).toMatchObject({ found: null, left: { leaf: { tag: tag(3) } }, right: null });
      const [body] = await log.store.entries(5, 6);
      const { root } = decodeAccessRecord(body as Buffer) as unknown as { root: string };
      const { count, digest, last } = (known.found as NonNullable<typeof known.found>).leaf;
      const leaf = `{"count":${count},"digest":"${digest}","last":${last},"tag":"${tag(2)}"}`;
      const hashes = known.found?.hashes.map((hash) => Buffer.from(hash, 'base64')) ?? [];
      expect(isIncluded(hashOfLeaf(Buffer.from(leaf)), 1, 3, hashes, Buffer.from(root, 'hex'))).toBe(true);
    });

    it('is for auditors, and the person whose tags were asked for finds that in the log', async () => {
      await log.look([tag(1)]);
      expect((await post('index', {})).status).toBe(401);
      expect((await post('index/proof', { tags: [tag(1)] }, await auditor({ role: 'STAFF' }))).status).toBe(
        403,
      );
      expect((await post('index/proof', { tags: ['x'] }, await auditor())).status).toBe(400);
      expect((await log.store.head()).size).toBe(1);
      await post('index/proof', { tags: [tag(1)] }, await auditor());
      const [body] = await log.store.entries(1, 2);
      expect(decodeAccessRecord(body as Buffer)).toMatchObject({
        phase: 'outcome',
        fields: ['AccessLog.proof'],
        subjects: [tag(1)],
      });
    });
  });
});
