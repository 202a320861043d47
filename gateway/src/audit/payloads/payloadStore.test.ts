import { createSecretKey, randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { LogStore, SealedPayload } from '../logStore.ts';
import { appendEntries } from '../testing/appendEntries.ts';
import { type TestLog, testLogStores } from '../testing/testLogStores.ts';
import type { KeyRingLimits } from './keyRing.ts';
import { createPayloadStore } from './payloadStore.ts';
import type { SubjectKeyRows } from './subjectKeyRows.ts';

jest.setTimeout(30_000);

const masterKey = createSecretKey(randomBytes(32));
const [ann, bob] = ['e1:ann', 'e1:bob'];
const payload = Buffer.from('what can be read again');

describe.each(await testLogStores())('sealed payloads beside $name', ({ make }) => {
  let place: TestLog;
  let log: LogStore;
  let keys: SubjectKeyRows;

  beforeEach(async () => {
    place = await make();
    log = await place.open();
    keys = await place.openKeys();
  });
  afterEach(async () => {
    await keys.close();
    await log.close();
    await place.remove();
  });

  const open = (options: { masterKey?: typeof masterKey; limits?: KeyRingLimits } = {}) =>
    createPayloadStore({ keys, masterKey, log, ...options });

  const seedOf = async (subject: string) => (await keys.findSeeds([subject])).get(subject);

  /** Writes them with an entry, and gives its index. */
  async function append(...sealed: SealedPayload[]): Promise<number> {
    const { size } = await log.head();
    await appendEntries(
      log,
      [Buffer.from(`entry ${size}`)],
      sealed.map(({ subject }) => subject),
      sealed,
    );
    return size;
  }

  it('are opened again, also by another process', async () => {
    const sealed = await open().seal(ann, payload);
    const index = await append(sealed);
    expect(await open().open(ann, index, sealed.digest)).toEqual(payload);
    expect(await open().open(ann, index, 'f'.repeat(64))).toBeNull();
  });

  it('are nowhere before the entry is written that they belong to', async () => {
    const store = open();
    const first = await append();
    const { digest } = await store.seal(ann, payload);
    expect(await store.open(ann, first, digest)).toBeNull();
  });

  it('of many are made at once, each for its person', async () => {
    const store = open();
    const people = Array.from({ length: 500 }, (_, at) => `e1:person-${at}`);
    const items = people.map((subject) => ({ subject, payload: Buffer.from(`about ${subject}`) }));
    const sealed = await store.sealAll([...items, { subject: ann, payload }, { subject: ann, payload }]);
    const index = await append(...sealed);
    for (const [at, { subject, digest }] of sealed.entries()) {
      expect(subject).toBe(people[at] ?? ann);
      expect(await store.open(subject, index, digest)).toEqual(items[at]?.payload ?? payload);
    }
    expect(new Set(sealed.map(({ digest }) => digest)).size).toBe(502);
  });

  it('are gone for ever when a person is erased, and only those of this person', async () => {
    const store = open();
    const [ofAnn, ofBob] = [await store.seal(ann, payload), await store.seal(bob, payload)];
    const index = await append(ofAnn, ofBob);
    const seed = await seedOf(ann);
    await store.erase(ann);
    expect(await seedOf(ann)).toBeUndefined();
    expect(await store.open(ann, index, ofAnn.digest)).toBeNull();
    expect(await store.open(bob, index, ofBob.digest)).toEqual(payload);
    // What is left of it, in a journal or from elsewhere, does not come back to life with the key that the person is given next.
    const later = await store.seal(ann, payload);
    const second = await append(ofAnn, later);
    expect(await seedOf(ann)).not.toEqual(seed);
    expect(await store.open(ann, second, later.digest)).toEqual(payload);
    expect(await store.open(ann, second, ofAnn.digest)).toBeNull();
  });

  it('are sealed with no key for longer than it is remembered after another process erased it', async () => {
    const store = open({ limits: { milliseconds: 50 } });
    await store.seal(ann, payload);
    await open().erase(ann);
    const late = await store.seal(ann, payload);
    await new Promise((resolve) => setTimeout(resolve, 60));
    const later = await store.seal(ann, payload);
    const index = await append(late, later);
    expect(await store.open(ann, index, late.digest)).toBeNull();
    expect(await store.open(ann, index, later.digest)).toEqual(payload);
  });

  it('are refused where they were changed, or belong to somebody else', async () => {
    const store = open();
    const sealed = await store.seal(ann, payload);
    await keys.addSeeds(new Map([[bob, (await seedOf(ann)) as Uint8Array]]));
    const ciphertext = Buffer.from(sealed.ciphertext);
    ciphertext[30] = (ciphertext[30] as number) ^ 1;
    const index = await append({ ...sealed, ciphertext });
    await expect(store.open(bob, index, sealed.digest)).rejects.toThrow();
    await expect(store.open(ann, index, sealed.digest)).rejects.toThrow('changed');
  });

  it('have one key for a person, whoever seals first', async () => {
    const [one, two] = [open(), open()];
    const sealed = await Promise.all([
      one.seal(ann, payload),
      two.seal(ann, payload),
      one.seal(ann, payload),
    ]);
    const index = await append(...sealed);
    for (const { digest } of sealed) expect(await two.open(ann, index, digest)).toEqual(payload);
  });

  it('are asked no key for while it is remembered, and all missing keys together', async () => {
    const asked: number[] = [];
    const counted: SubjectKeyRows = {
      ...keys,
      findSeeds(subjects) {
        asked.push(subjects.length);
        return keys.findSeeds(subjects);
      },
    };
    const store = createPayloadStore({ keys: counted, masterKey, log, limits: { keys: 20 } });
    const sealFor = (subject: string) => store.seal(subject, payload);
    const people = Array.from({ length: 20 }, (_, at) => `e1:person-${at}`);
    const first = sealFor(ann);
    await new Promise((resolve) => setImmediate(resolve));
    await Promise.all([first, ...people.map(sealFor)]);
    await Promise.all(people.map(sealFor));
    expect(asked).toEqual([1, 20]);
    await sealFor(ann);
    await sealFor(people[19] as string);
    await sealFor(people[0] as string);
    expect(asked).toEqual([1, 20, 1, 1]);
  });

  it('can be made again when keys could not be asked for', async () => {
    let isDown = true;
    const failing: SubjectKeyRows = {
      ...keys,
      addSeeds: (seeds) => (isDown ? Promise.reject(new Error('no connection')) : keys.addSeeds(seeds)),
    };
    const store = createPayloadStore({ keys: failing, masterKey, log });
    const results = await Promise.allSettled([store.seal(ann, payload), store.seal(bob, payload)]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    isDown = false;
    const sealed = await store.seal(ann, payload);
    expect(await store.open(ann, await append(sealed), sealed.digest)).toEqual(payload);
  });

  it('show neither payload nor key to who has the rows alone', async () => {
    const sealed = await open().seal(ann, payload);
    const index = await append(sealed);
    const stolen = open({ masterKey: createSecretKey(randomBytes(32)) });
    await expect(stolen.open(ann, index, sealed.digest)).rejects.toThrow();
    expect(sealed.ciphertext.includes(payload)).toBe(false);
  });
});

const [journal, postgres] = await testLogStores();

it('the files of keys have nothing of a key in them that was erased', async () => {
  const place = await (journal as NonNullable<typeof journal>).make();
  const [log, keys] = [await place.open(), await place.openKeys()];
  const store = createPayloadStore({ keys, masterKey, log });
  await store.seal(ann, payload);
  const seed = Buffer.from((await keys.findSeeds([ann])).get(ann) as Uint8Array);
  const { folder } = place.place as { folder: string };
  const isInFiles = async () => {
    const names = (await readdir(folder)).filter((name) => name.startsWith('keys'));
    const files = await Promise.all(names.map((name) => readFile(join(folder, name))));
    return files.some((file) => file.includes(seed));
  };
  expect(await isInFiles()).toBe(true);
  await store.erase(ann);
  expect(await isInFiles()).toBe(false);
  await keys.close();
  await log.close();
  await place.remove();
});

if (postgres !== undefined) {
  it('the rows of what was sealed are taken away with the key', async () => {
    const place = await postgres.make();
    const [log, keys] = [await place.open(), await place.openKeys()];
    const store = createPayloadStore({ keys, masterKey, log });
    const [ofAnn, ofBob] = [await store.seal(ann, payload), await store.seal(bob, payload)];
    await appendEntries(log, [Buffer.from('entry')], [ann, bob], [ofAnn, ofBob]);
    await store.erase(ann);
    expect([await log.sealed(0, ofAnn.digest), await log.sealed(0, ofBob.digest)]).toEqual([
      null,
      ofBob.ciphertext,
    ]);
    await keys.close();
    await log.close();
    await place.remove();
  });
}
