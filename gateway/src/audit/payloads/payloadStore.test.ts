import { createSecretKey, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type TestLog, testLogStores } from '../testing/testLogStores.ts';
import type { PayloadRows } from './payloadRows.ts';
import { createPayloadStore } from './payloadStore.ts';

const masterKey = createSecretKey(randomBytes(32));
const [ann, bob] = ['e1:ann', 'e1:bob'];
const payload = Buffer.from('what can be read again');

describe.each(await testLogStores())('sealed payloads beside $name', ({ make }) => {
  let log: TestLog;
  let rows: PayloadRows;

  beforeEach(async () => {
    log = await make();
    rows = await log.openPayloads();
  });
  afterEach(async () => {
    await rows.close();
    await log.remove();
  });

  it('are opened again, also by another process', async () => {
    const digest = await createPayloadStore(rows, masterKey).seal(ann, payload);
    expect(await createPayloadStore(rows, masterKey).open(ann, digest)).toEqual(payload);
  });

  it('are gone for ever when a person is erased, and only those of this person', async () => {
    const store = createPayloadStore(rows, masterKey);
    const [ofAnn, ofBob] = [await store.seal(ann, payload), await store.seal(bob, payload)];
    const [key, ciphertext] = [await rows.findKey(ann), await rows.findPayload(ofAnn)];
    await store.erase(ann);
    expect(await store.open(ann, ofAnn)).toBeNull();
    expect([await rows.findKey(ann), await rows.findPayload(ofAnn)]).toEqual([null, null]);
    expect(await store.open(bob, ofBob)).toEqual(payload);
    // A ciphertext from elsewhere does not come back to life with the key that the person is given next.
    await rows.addPayload(ofAnn, ann, ciphertext as Uint8Array);
    await store.seal(ann, payload);
    await expect(store.open(ann, ofAnn)).rejects.toThrow();
    expect(await rows.findKey(ann)).not.toEqual(key);
  });

  it('are refused where they were changed, or belong to somebody else', async () => {
    const store = createPayloadStore(rows, masterKey);
    const digest = await store.seal(ann, payload);
    await rows.addKey(bob, (await rows.findKey(ann)) as Uint8Array);
    await expect(store.open(bob, digest)).rejects.toThrow();
    const changed = Buffer.from((await rows.findPayload(digest)) as Uint8Array);
    changed[20] = (changed[20] as number) ^ 1;
    const other = 'f'.repeat(64);
    await rows.addPayload(other, ann, changed);
    await expect(store.open(ann, other)).rejects.toThrow('changed');
  });

  it('have one key for a person, whoever seals first', async () => {
    const [one, two] = [createPayloadStore(rows, masterKey), createPayloadStore(rows, masterKey)];
    const digests = await Promise.all([
      one.seal(ann, payload),
      two.seal(ann, payload),
      one.seal(ann, payload),
    ]);
    for (const digest of digests) expect(await two.open(ann, digest)).toEqual(payload);
  });

  it('show neither payload nor key to who has the rows alone', async () => {
    const digest = await createPayloadStore(rows, masterKey).seal(ann, payload);
    const stolen = createPayloadStore(rows, createSecretKey(randomBytes(32)));
    await expect(stolen.open(ann, digest)).rejects.toThrow();
    expect(Buffer.from((await rows.findPayload(digest)) as Uint8Array).includes(payload)).toBe(false);
  });
});

describe('sealed payloads in a file', () => {
  it('leave nothing in it when a person is erased', async () => {
    const [journal] = await testLogStores();
    const log = await (journal as NonNullable<typeof journal>).make();
    const rows = await log.openPayloads();
    const store = createPayloadStore(rows, masterKey);
    const digest = await store.seal(ann, payload);
    const [key, ciphertext] = [await rows.findKey(ann), await rows.findPayload(digest)];
    const file = join((log.place as { folder: string }).folder, 'payloads');
    expect((await readFile(file)).includes(key as Buffer)).toBe(true);
    await store.erase(ann);
    const left = await readFile(file);
    expect([left.includes(key as Buffer), left.includes(ciphertext as Buffer)]).toEqual([false, false]);
    await rows.close();
    await log.remove();
  });
});
