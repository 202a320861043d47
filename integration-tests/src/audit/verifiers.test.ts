import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { encodeAccessRecord } from '../../../gateway/src/audit/accessRecord.ts';
import { checkpointText, signCheckpoint } from '../../../gateway/src/audit/checkpoint/checkpointNote.ts';
import { startCheckpointPublisher } from '../../../gateway/src/audit/checkpoint/checkpointPublisher.ts';
import { createWitnessClient } from '../../../gateway/src/audit/checkpoint/witnessClient.ts';
import { buildSubjectIndex } from '../../../gateway/src/audit/completeness/subjectIndexBuilder.ts';
import { exportBundle } from '../../../gateway/src/audit/exportBundle.ts';
import type { LogStore } from '../../../gateway/src/audit/logStore.ts';
import { leafHash } from '../../../gateway/src/audit/merkleTree/merkleHash.ts';
import { appendEntries } from '../../../gateway/src/audit/testing/appendEntries.ts';
import { outcomeRecord } from '../../../gateway/src/audit/testing/records.ts';
import {
  createTestSigner,
  startTestWitness,
  type TestWitness,
} from '../../../gateway/src/audit/testing/signers.ts';
import { type TestLog, testLogStores } from '../../../gateway/src/audit/testing/testLogStores.ts';
import { verifyBundle } from '../../../gateway/src/audit/verify/verifyBundle.ts';
import { checkWithSigstore } from './checkWithSigstore.ts';
import { buildGoVerifier, type Opinion } from './goVerifier.ts';
import { type Forgery, type Planted, plantedForgeries } from './plantedForgeries.ts';

// The first time, Go compiles its library.
jest.setTimeout(180_000);

/** Of the log: looks, the index record over them, and looks after it. */
const [LOOKS, SIZE, SEEN] = [580, 606, 300];
const tag = (person: number) => `e1:${String(person).padStart(43, '0')}`;
const personsOf = (at: number) => [tag(2 * (at % 20)), tag(2 * ((at * 7) % 20))];
const [known, unknown] = [tag(6), tag(7)];
const about = Array.from({ length: LOOKS }, (_, at) => at).filter((at) => personsOf(at).includes(known));

const root = mkdtempSync(join(tmpdir(), 'verifiers-'));
const [person, whole, policyFile] = [join(root, 'person'), join(root, 'whole'), join(root, 'policy')];
const signer = createTestSigner();
const go = buildGoVerifier(root);

let witnesses: TestWitness[];
let log: TestLog;
let store: LogStore;
let planted: Planted;

const look = (at: number) =>
  encodeAccessRecord(outcomeRecord({ requestId: `request-${at}`, subjects: personsOf(at) }));

async function publish(): Promise<string> {
  const clients = witnesses.map((witness) => createWitnessClient(witness, 5_000));
  const publisher = startCheckpointPublisher({
    store,
    signer,
    witnesses: clients,
    onAlarm: () => undefined,
    everyMs: 3_600_000,
  });
  await publisher.publish();
  await publisher.close();
  const latest = await store.latestCheckpoint();
  return `${latest?.note}${latest?.cosignatures.join('')}`;
}

async function writeLog(): Promise<string> {
  const bodies = Array.from({ length: SIZE }, (_, at) => look(at));
  await appendEntries(store, bodies.slice(0, SEEN));
  const seen = await publish();
  await appendEntries(store, bodies.slice(SEEN, LOOKS));
  const index = await buildSubjectIndex(store, LOOKS);
  const claim = { size: LOOKS, root: index.root.toString('hex'), tags: index.tags };
  const time = '2026-03-02T01:02:03.004Z';
  await appendEntries(store, [encodeAccessRecord({ phase: 'index', v: 1, time, ...claim })]);
  await appendEntries(store, bodies.slice(LOOKS + 1));
  await publish();
  return seen;
}

beforeAll(async () => {
  witnesses = await Promise.all([1, 2, 3, 4].map((at) => startTestWitness(signer.verifierKey, `w${at}`)));
  const lines = witnesses.map(({ verifierKey, name }) => `witness ${name} ${verifierKey}\n`).join('');
  const policy = `log ${signer.verifierKey}\n${lines}group agencies 3 w1 w2 w3 w4\nquorum agencies\n`;
  writeFileSync(policyFile, policy);
  const [journal] = await testLogStores();
  log = (await journal?.make()) as TestLog;
  store = await log.open();
  const seenCheckpoint = await writeLog();
  const [first, second] = about as [number, number];
  const receipts = [first, second].map((index) => ({
    index,
    leafHash: leafHash(look(index)).toString('hex'),
  }));
  const common = { policy, seenCheckpoint, receipts };
  const subjects = [known, unknown];
  const index = await buildSubjectIndex(store, LOOKS);
  const proofs = await Promise.all(subjects.map(index.prove));
  const completeness = { subjects, record: LOOKS, proofs };
  await exportBundle(store, { directory: person, records: [...about, LOOKS], ...common, completeness });
  await exportBundle(store, { directory: whole, records: 'all', ...common });
  const checkpointOf = (size: number) => signCheckpoint({ size, root: Buffer.alloc(32, 7) }, signer);
  planted = { records: about, longer: checkpointOf(SIZE + 1), other: checkpointOf(SIZE) };
});
afterAll(async () => {
  await store.close();
  await log.remove();
  for (const witness of witnesses) await witness.remove();
  rmSync(root, { recursive: true });
});

async function checkWithOurs(bundle: string, policy: string): Promise<Opinion> {
  const { faults } = await verifyBundle({ directory: bundle, policy: readFileSync(policy, 'utf8') });
  return { isProven: faults.length === 0, faults: faults.map(({ code, where }) => `${code} ${where}`) };
}

interface Verifier {
  readonly name: string;
  readonly check: (bundle: string, policy: string) => Promise<Opinion>;
  sees(forgery: Forgery): boolean;
  /** Bundles that it reads. */
  readonly reads: readonly ('person' | 'whole')[];
}

const ours: Verifier = { name: 'ours', check: checkWithOurs, sees: () => true, reads: ['person', 'whole'] };
const sigstore: Verifier = {
  name: 'Sigstore',
  check: checkWithSigstore,
  sees: ({ isOfOneProof }) => isOfOneProof,
  reads: ['person'],
};
const verifiers: Verifier[] = [
  ours,
  sigstore,
  ...(go === null ? [] : [{ ...ours, name: 'the one in Go', check: go }]),
];

describe.each(verifiers)('the verifier that is $name', ({ check, sees, reads }) => {
  it('agrees with every proof of what was written', async () => {
    for (const kind of reads) {
      expect(await check(kind === 'person' ? person : whole, policyFile)).toEqual({
        isProven: true,
        faults: [],
      });
    }
  });

  it('catches every planted forgery', async () => {
    const missed: string[] = [];
    const forgeries = plantedForgeries(planted).filter(sees);
    expect(forgeries.length).toBeGreaterThan(12);
    for (const forgery of forgeries) {
      const bundle = mkdtempSync(join(root, 'forged-'));
      cpSync(forgery.of === 'person' ? person : whole, bundle, { recursive: true });
      await forgery.plant(bundle);
      const { isProven } = await check(bundle, policyFile);
      if (isProven) missed.push(`${forgery.of}: ${forgery.what}`);
      rmSync(bundle, { recursive: true });
    }
    expect(missed).toEqual([]);
  });

  it('believes nobody else than the policy does', async () => {
    const bundle = mkdtempSync(join(root, 'forged-'));
    cpSync(person, bundle, { recursive: true });
    const other = createTestSigner();
    const { size, root: head } = await store.head();
    const text = checkpointText(other.name, { size, root: head });
    writeFileSync(join(bundle, 'checkpoint'), `${text}\n${other.signatureLine(text)}`);
    expect((await check(bundle, policyFile)).isProven).toBe(false);
  });
});
