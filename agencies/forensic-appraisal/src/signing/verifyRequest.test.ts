import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { openDatabase } from '@tongban/agency-kit';
import { migrations } from '../store/migrations.ts';
import { NOW, SECRET, startTestSystem } from '../testing/startTestSystem.ts';
import { signRequest } from './signRequest.ts';

const PATH = '/api/case/list-by-ids';
const QUERY = { caseIds: ['NOSUCH'] };
const directory = mkdtempSync(join(tmpdir(), 'appraisal-nonce-'));

afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe('request signatures', () => {
  it('are HMAC-SM3 over the lines of method, path, timestamp, nonce and body', () => {
    const parts = { method: 'POST', path: PATH, timestamp: '1763863200000', nonce: 'n'.repeat(16) };
    const signature = signRequest('key', { ...parts, body: Buffer.from('{}') });
    // By `printf 'POST\n/api/case/list-by-ids\n1763863200000\nnnnnnnnnnnnnnnnn\n{}' | openssl dgst -sm3 -hmac key`.
    expect(signature).toBe('3b0c71b036808dcf8f5f6fd9f11e0a734614b24b5f0f3e07c73563a0d8a6cbf5');
  });

  it('let a signed request pass', async () => {
    const { ask } = startTestSystem();
    expect(await ask(PATH, QUERY)).toMatchObject({ code: 0, data: { list: [] } });
  });

  it.each([
    ['a wrong signature', { 'x-signature': 'f'.repeat(64) }],
    ['a signature in upper case', { 'x-signature': 'F'.repeat(64) }],
    ['another application', { 'x-app-id': 'other' }],
    ['no signature', { 'x-signature': '' }],
    ['a short nonce', { 'x-nonce': 'short' }],
    ['a timestamp in seconds', { 'x-timestamp': '1763863200' }],
  ])('refuse %s with HTTP 200', async (_what, change) => {
    const { send } = startTestSystem();
    const answer = await send(PATH, QUERY, change);
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ code: 40101, data: null });
  });

  it('cover every byte of the body', async () => {
    const { app } = startTestSystem();
    const signed = Buffer.from(JSON.stringify(QUERY));
    const nonce = 'nonce-nonce-nonce';
    const parts = { method: 'POST', path: PATH, timestamp: String(NOW), nonce, body: signed };
    const answer = await app.inject({
      method: 'POST',
      url: PATH,
      payload: JSON.stringify({ caseIds: ['OTHER'] }),
      headers: {
        'content-type': 'application/json',
        'x-app-id': 'tongban',
        'x-timestamp': String(NOW),
        'x-nonce': nonce,
        'x-signature': signRequest(SECRET, parts),
      },
    });
    expect(answer.json()).toMatchObject({ code: 40101 });
  });

  it('answer alike whether the application or the signature is wrong', async () => {
    const { send } = startTestSystem();
    const application = await send(PATH, QUERY, { 'x-app-id': 'other' });
    const signature = await send(PATH, QUERY, { 'x-signature': 'f'.repeat(64) });
    expect(application.body).toBe(signature.body);
  });

  it.each([
    [-300_001, 40102],
    [-299_999, 0],
    [299_999, 0],
    [300_001, 40102],
  ])('hold for five minutes: %i ms from our clock gives %i', async (offset, code) => {
    const { send } = startTestSystem();
    const answer = await send(PATH, QUERY, { 'x-timestamp': String(NOW + offset) });
    expect(answer.json()).toMatchObject({ code });
  });

  it('pass once only', async () => {
    const { send } = startTestSystem();
    const nonce = { 'x-nonce': 'the-same-nonce-twice' };
    expect((await send(PATH, QUERY, nonce)).json()).toMatchObject({ code: 0 });
    expect((await send(PATH, QUERY, nonce)).json()).toMatchObject({ code: 40103 });
  });

  it('remember a nonce across a restart', async () => {
    const file = join(directory, 'restart.sqlite');
    const nonce = { 'x-nonce': 'kept-over-the-restart' };
    const before = openDatabase(file, migrations);
    expect((await startTestSystem({ database: before }).send(PATH, QUERY, nonce)).json()).toMatchObject({
      code: 0,
    });
    before.close();

    const after = openDatabase(file, migrations);
    const answer = await startTestSystem({ database: after }).send(PATH, QUERY, nonce);
    expect(answer.json()).toMatchObject({ code: 40103 });
    after.close();
  });

  it('do not let a stranger use up nonces', async () => {
    const { send } = startTestSystem();
    const nonce = { 'x-nonce': 'wanted-by-the-client' };
    await send(PATH, QUERY, { ...nonce, 'x-signature': 'f'.repeat(64) });
    expect((await send(PATH, QUERY, nonce)).json()).toMatchObject({ code: 0 });
  });

  it('forget a nonce only when its timestamp alone is refused', async () => {
    let now = NOW;
    const { send, database } = startTestSystem({ now: () => now });
    for (let count = 0; count < 999; count++) await send(PATH, QUERY);
    now += 300_001;
    await send(PATH, QUERY, { 'x-timestamp': String(now) });
    expect(database.prepare('SELECT count(*) AS kept FROM used_nonce').get()).toEqual({ kept: 1 });
  });
});
