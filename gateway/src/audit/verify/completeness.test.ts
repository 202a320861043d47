import { cp, mkdtemp, readFile, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type AccessRecord, encodeAccessRecord } from '../accessRecord.ts';
import { signCheckpoint } from '../checkpoint/checkpointNote.ts';
import type { TagProof } from '../completeness/subjectIndex.ts';
import { buildSubjectIndex } from '../completeness/subjectIndexBuilder.ts';
import { exportBundle } from '../exportBundle.ts';
import type { LogStore } from '../logStore.ts';
import { appendEntries } from '../testing/appendEntries.ts';
import { outcomeRecord } from '../testing/records.ts';
import { createTestSigner } from '../testing/signers.ts';
import { type TestLog, testLogStores } from '../testing/testLogStores.ts';
import { verifyBundle } from './verifyBundle.ts';

jest.setTimeout(30_000);

const signer = createTestSigner();
const policy = `log ${signer.verifierKey}\nquorum none\n`;
const tag = (person: number) => `e1:${String(person).padStart(43, '0')}`;
/** Persons are the even numbers to 38; each record names two of them. */
const personsOf = (at: number) => [tag(2 * (at % 20)), tag(2 * ((at * 7) % 20))];
const LOOKS = 300;
/** Looked at often. */
const known = tag(6);
/** Would stand between others, before all, and after all. */
const [unknown, before, after] = [tag(7), 'a:'.padEnd(45, '0'), 'z:'.padEnd(45, '0')];

interface IndexFile {
  record: number;
  proofs: TagProof[];
}

let root: string;
let log: TestLog;
let store: LogStore;
let person: string;
let directory: string;
const indexesOf = (subject: string) =>
  Array.from({ length: LOOKS }, (_, at) => at).filter((at) => personsOf(at).includes(subject));

async function openLog(): Promise<[TestLog, LogStore]> {
  const [journal] = await testLogStores();
  const made = (await journal?.make()) as TestLog;
  return [made, await made.open()];
}

async function publish(of: LogStore): Promise<void> {
  const head = await of.head();
  await of.addCheckpoint({ ...head, note: signCheckpoint(head, signer) });
}

/** As the keeper writes it, with what a test says instead. */
async function appendIndex(of: LogStore, size: number, about: Partial<AccessRecord> = {}): Promise<void> {
  const index = await buildSubjectIndex(of, size);
  const claim = { phase: 'index' as const, v: 1 as const, time: '2026-03-02T01:02:03.004Z', size };
  const record = { ...claim, root: index.root.toString('hex'), tags: index.tags, ...about };
  await appendEntries(of, [encodeAccessRecord(record as AccessRecord)]);
}

const looks = () =>
  Array.from({ length: LOOKS }, (_, at) =>
    encodeAccessRecord(outcomeRecord({ requestId: `request-${at}`, subjects: personsOf(at) })),
  );

async function exportPerson(subjects: readonly string[], to: string): Promise<void> {
  const index = await buildSubjectIndex(store, LOOKS);
  await exportBundle(store, {
    directory: to,
    records: [...new Set(subjects.flatMap(indexesOf)), LOOKS],
    policy,
    completeness: { subjects, record: LOOKS, proofs: await Promise.all(subjects.map(index.prove)) },
  });
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'audit-completeness-'));
  [log, store] = await openLog();
  await appendEntries(store, looks());
  await appendIndex(store, LOOKS);
  await appendEntries(store, [encodeAccessRecord(outcomeRecord({ subjects: [known] }))]);
  await publish(store);
  person = join(root, 'person');
  await exportPerson([known, unknown, before, after], person);
});
afterAll(async () => {
  await store.close();
  await log.remove();
  await rm(root, { recursive: true, force: true });
});
beforeEach(async () => {
  directory = await mkdtemp(join(root, 'copy-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

async function faults(): Promise<string[]> {
  const verdict = await verifyBundle({ directory, policy });
  expect(verdict.completeness).toBeNull();
  return verdict.faults.map(({ code, where }) => `${code} ${where}`);
}

describe('a bundle of one person', () => {
  beforeEach(() => cp(person, directory, { recursive: true }));

  const remove = async (...indexes: number[]) => {
    for (const index of indexes) {
      await unlink(join(directory, `records/${index}.json`));
      await unlink(join(directory, `records/${index}.tlog-proof`));
    }
  };
  const edit = async (change: (file: IndexFile) => void) => {
    const path = join(directory, 'index.json');
    const file = JSON.parse(await readFile(path, 'utf8')) as IndexFile;
    const original = JSON.stringify(file);
    change(file);
    expect(JSON.stringify(file)).not.toBe(original);
    await writeFile(path, JSON.stringify(file));
  };
  const proofOf = (file: IndexFile, subject: string) =>
    file.proofs.find((proof) => proof.tag === subject) as {
      -readonly [Name in keyof TagProof]: TagProof[Name];
    };

  it('is complete with all records of each tag, and with none of a tag that nobody looked at', async () => {
    expect(await verifyBundle({ directory, policy })).toMatchObject({
      faults: [],
      completeness: { tags: 4, upTo: LOOKS, records: indexesOf(known).length },
    });
  });

  it('names a person of whom one record was left out, whichever it is', async () => {
    for (const index of indexesOf(known).filter((_, at) => at % 5 === 0)) {
      await cp(person, directory, { recursive: true });
      await remove(index);
      expect(await faults()).toEqual(['INCOMPLETE index.json']);
    }
  });

  it('does not take another record in the place of one that was left out', async () => {
    const [first] = indexesOf(known) as [number];
    await remove(first);
    await edit((file) => {
      const { found } = proofOf(file, known);
      (found?.leaf as { count: number }).count -= 1;
    });
    expect(await faults()).toEqual(['INDEX_CHANGED index.json']);
  });

  it('takes no absence for a tag that the index has', async () => {
    await remove(...indexesOf(known));
    const index = await buildSubjectIndex(store, LOOKS);
    const [left, right] = await Promise.all([index.prove(tag(4)), index.prove(tag(8))]);
    await edit((file) => {
      Object.assign(proofOf(file, known), { found: null, left: left.found, right: right.found });
    });
    expect(await faults()).toEqual(['INDEX_CHANGED index.json']);
    await edit((file) => Object.assign(proofOf(file, known), { left: null, right: null }));
    expect(await faults()).toEqual(['INDEX_CHANGED index.json']);
    await edit((file) => Object.assign(proofOf(file, known), proofOf(file, unknown), { tag: known }));
    expect(await faults()).toEqual(['INDEX_CHANGED index.json']);
    await edit((file) => Object.assign(proofOf(file, known), proofOf(file, after), { tag: known }));
    expect(await faults()).toEqual(['INDEX_CHANGED index.json']);
  });

  it('does not take what the index has of somebody else', async () => {
    const index = await buildSubjectIndex(store, LOOKS);
    const { found } = await index.prove(tag(8));
    await edit((file) => Object.assign(proofOf(file, known), { found }));
    expect(await faults()).toEqual(['INDEX_CHANGED index.json']);
  });

  it.each([
    ['place', (file: IndexFile) => Object.assign(proofOf(file, known).found ?? {}, { at: 4 })],
    [
      'hashes',
      (file: IndexFile) => (proofOf(file, known).found as { hashes: string[] } | null)?.hashes.pop(),
    ],
    [
      'digest',
      (file: IndexFile) => Object.assign(proofOf(file, known).found?.leaf ?? {}, { digest: 'ab'.repeat(32) }),
    ],
    ['neighbour', (file: IndexFile) => Object.assign(proofOf(file, unknown).left?.leaf ?? {}, { count: 1 })],
  ])('names a proof whose %s was changed', async (_, change) => {
    await edit(change);
    expect(await faults()).toEqual(['INDEX_CHANGED index.json']);
  });

  it('says what is missing, and what cannot be read', async () => {
    await edit((file) => file.proofs.shift());
    expect(await faults()).toEqual(['MISSING index.json']);
    await writeFile(join(directory, 'index.json'), '{"record":300,"proofs":[{}]}');
    expect(await faults()).toEqual(['MALFORMED index.json']);
    await unlink(join(directory, 'index.json'));
    expect(await faults()).toEqual(['MISSING index.json']);
    await writeFile(join(directory, 'subjects.json'), '[]');
    expect(await faults()).toEqual(['MALFORMED subjects.json']);
  });

  it('believes only an index record that is in the log', async () => {
    await edit((file) => Object.assign(file, { record: indexesOf(known)[0] }));
    expect(await faults()).toEqual([`MISSING records/${indexesOf(known)[0]}.json`]);
    await cp(person, directory, { recursive: true });
    await remove(LOOKS);
    expect(await faults()).toEqual([`MISSING records/${LOOKS}.json`]);
  });
});

describe('the index records of a whole log', () => {
  it.each([
    ['another root', { root: 'ab'.repeat(32) }],
    ['another count', { tags: 19 }],
    ['records that come after it', { size: 1_000 }],
    ['fewer records than it covers', { size: LOOKS - 1 }],
  ])('are named where one says %s', async (_, about) => {
    const [made, lying] = await openLog();
    await appendEntries(lying, looks());
    await appendIndex(lying, LOOKS);
    await appendIndex(lying, LOOKS, about as Partial<AccessRecord>);
    await appendEntries(lying, looks());
    await appendIndex(lying, 2 * LOOKS);
    await publish(lying);
    await exportBundle(lying, { directory, records: 'all', policy });
    const verdict = await verifyBundle({ directory, policy });
    expect(verdict.faults.map(({ code, where }) => `${code} ${where}`)).toEqual([
      `INDEX_FALSE record ${LOOKS + 1}`,
    ]);
    expect(verdict.indexes).toBe(2);
    await lying.close();
    await made.remove();
  });

  it('are right where they say what is so', async () => {
    await exportBundle(store, { directory, records: 'all', policy });
    expect(await verifyBundle({ directory, policy })).toMatchObject({ faults: [], indexes: 1 });
  });
});
