import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { signCheckpoint } from '../checkpoint/checkpointNote.ts';
import type { NoteSigner } from '../checkpoint/noteSigner.ts';
import { consistencyProof } from '../merkleTree/consistencyProof.ts';
import { rootOfTiles } from '../merkleTree/inclusionProof.ts';
import { createTestSigner, startTestWitness, type TestWitness } from '../testing/signers.ts';
import { entries, TreeInMemory } from '../testing/treeInMemory.ts';
import { checkSignature, parseNote, parseVerifierKey } from '../verify/signedNote.ts';
import { createAddCheckpoint } from './addCheckpoint.ts';

describe('a witness', () => {
  let signer: NoteSigner;
  let witness: TestWitness;
  const tree = new TreeInMemory().append(entries(1_000));
  const other = new TreeInMemory().append(entries(1_000, 5_000));

  beforeEach(async () => {
    signer = createTestSigner();
    witness = await startTestWitness(signer.verifierKey, 'example.com/witness');
  });
  afterEach(() => witness.remove());

  async function note(size: number, of = tree, by = signer): Promise<string> {
    return signCheckpoint({ size, root: await rootOfTiles(of.readTile, size) }, by);
  }

  async function request(oldSize: number, size: number, of = tree, by = signer): Promise<string> {
    const proof = await consistencyProof(of.readTile, oldSize, size);
    return [
      `old ${oldSize}`,
      ...proof.map((hash) => hash.toString('base64')),
      '',
      await note(size, of, by),
    ].join('\n');
  }

  async function post(body: string): Promise<[number, string | null, string]> {
    const response = await fetch(`${witness.url}/add-checkpoint`, { method: 'POST', body });
    return [response.status, response.headers.get('content-type'), await response.text()];
  }

  it('cosigns what continues what it cosigned before', async () => {
    for (const [oldSize, size] of [
      [0, 300],
      [300, 300],
      [300, 301],
      [301, 1_000],
    ] as const) {
      const [status, , line] = await post(await request(oldSize, size));
      expect(status).toBe(200);
      const cosigned = parseNote((await note(size)) + line);
      expect(checkSignature(cosigned, parseVerifierKey(witness.verifierKey))).toBe('valid');
    }
  });

  it('says how far it is to who begins elsewhere, also after a restart', async () => {
    await post(await request(0, 300));
    await witness.restart();
    for (const oldSize of [0, 299, 301]) {
      expect(await post(await request(oldSize, 400))).toEqual([409, 'text/x.tlog.size', '300\n']);
    }
    expect((await post(await request(300, 400)))[0]).toBe(200);
  });

  it('does not cosign another history', async () => {
    await post(await request(0, 300));
    expect(await post(await request(300, 300, other))).toEqual([409, 'text/x.tlog.size', '300\n']);
    expect((await post(await request(300, 400, other)))[0]).toBe(422);
    const noProof = `old 300\n\n${await note(400)}`;
    expect((await post(noProof))[0]).toBe(422);
    expect((await post(await request(300, 400)))[0]).toBe(200);
  });

  it('does not go back: an old backup of the log is not cosigned', async () => {
    await post(await request(0, 400));
    expect(await post(await request(0, 300))).toEqual([409, 'text/x.tlog.size', '400\n']);
    expect((await post(`old 400\n\n${await note(300)}`))[0]).toBe(400);
  });

  it('begins with a log that is empty, whose root is the hash of nothing', async () => {
    const empty = await note(0);
    const forged = signCheckpoint({ size: 0, root: Buffer.alloc(32, 1) }, signer);
    expect((await post(`old 0\n\n${forged}`))[0]).toBe(409);
    expect((await post(`old 0\n\n${empty}`))[0]).toBe(200);
    expect((await post(await request(0, 5)))[0]).toBe(200);
  });

  it('knows its logs by their keys', async () => {
    expect((await post(await request(0, 5, tree, createTestSigner('example.com/unknown'))))[0]).toBe(404);
    expect((await post(await request(0, 5, tree, createTestSigner())))[0]).toBe(403);
    const tampered = (await request(0, 5)).replace('\n5\n', '\n6\n');
    expect((await post(tampered))[0]).toBe(403);
  });

  it.each([
    ['nothing', ''],
    ['no old size', '\n\nexample.com/log\n'],
    ['a leading zero', 'old 01\n\n'],
    ['a proof that is not base64', 'old 1\nxx\n\n'],
    ['a proof of 64 lines', `old 1\n${`${Buffer.alloc(32).toString('base64')}\n`.repeat(64)}\n`],
  ])('refuses %s', async (_, head) => {
    expect((await post(head + (head.endsWith('\n\n') ? await note(5) : '')))[0]).toBe(400);
  });

  it('remembers before it answers, and two requests at once do not take it back', async () => {
    const written: number[] = [];
    let seen: { size: number; root: Buffer } | null = null;
    const add = createAddCheckpoint({
      cosigner: {
        name: 'w',
        verifierKey: '',
        cosignatureLine: (text) => `signed ${text.split('\n')[1]} after ${written}`,
      },
      logs: [parseVerifierKey(signer.verifierKey)],
      state: {
        read: async () => seen,
        async write(_, head) {
          await new Promise((resolve) => setTimeout(resolve, 20));
          seen = head;
          written.push(head.size);
        },
      },
      now: Date.now,
    });
    const replies = await Promise.all([
      add(await request(0, 10)),
      add(await request(0, 20)),
      add(await request(10, 30)),
    ]);
    expect(replies.map(({ status, body }) => [status, body])).toEqual([
      [200, 'signed 10 after 10'],
      [409, '10\n'],
      [200, 'signed 30 after 10,30'],
    ]);
  });

  it('does not cosign what it cannot remember', async () => {
    const add = createAddCheckpoint({
      cosigner: { name: 'w', verifierKey: '', cosignatureLine: () => 'signed' },
      logs: [parseVerifierKey(signer.verifierKey)],
      state: { read: async () => null, write: () => Promise.reject(new Error('no space left on device')) },
      now: Date.now,
    });
    await expect(add(await request(0, 10))).rejects.toThrow('no space');
  });
});
