import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createLogFiles } from './logFiles.ts';
import { EMPTY_ROOT, nodeHash } from './merkleHash.ts';
import { createLogProver, type SeenHead } from './proveLog.ts';
import { createTiledTree } from './tiledTree.ts';

const leaf = (at: number) => createHash('sha256').update(Buffer.of(0)).update(`entry ${at}`).digest();

/** RFC 6962 section 2.1, as it is written there. */
function treeHash(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return EMPTY_ROOT;
  if (leaves.length === 1) return leaves[0] as Buffer;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return nodeHash(treeHash(leaves.slice(0, split)), treeHash(leaves.slice(split)));
}

/** C2SP tlog-tiles over leaves that are all there. */
function tileOf(leaves: readonly Buffer[], level: number, index: number, width: number): Buffer {
  const span = 256 ** level;
  return Buffer.concat(
    Array.from({ length: width }, (_, at) => {
      const start = (index * 256 + at) * span;
      return treeHash(leaves.slice(start, start + span));
    }),
  );
}

describe('a tree that is read from tiles', () => {
  const leaves = Array.from({ length: 1_300 }, (_, at) => leaf(at));
  const sizes = [1, 2, 3, 7, 8, 255, 256, 257, 300, 511, 512, 513, 1_000, 1_299, 1_300];
  const treeOf = (size: number) =>
    createTiledTree(size, async (level, index, width) => tileOf(leaves.slice(0, size), level, index, width));

  it('has the root that RFC 6962 gives it', async () => {
    for (const size of [0, ...sizes])
      expect(await treeOf(size).root()).toEqual(treeHash(leaves.slice(0, size)));
  });

  it('has its own entries at their places, and no others', async () => {
    for (const size of sizes) {
      const root = treeHash(leaves.slice(0, size));
      for (const index of [0, 1, 2, 100, 255, 256, 400, size - 1].filter((one) => one < size)) {
        expect(await treeOf(size).includes(index, leaf(index), root)).toBe(true);
        expect(await treeOf(size).includes(index, leaf(index + 1), root)).toBe(false);
      }
      expect(await treeOf(size).includes(size, leaf(size), root)).toBe(false);
    }
  });

  it('continues each of its beginnings, and no other tree', async () => {
    for (const size of sizes) {
      const root = treeHash(leaves.slice(0, size));
      for (const before of [0, ...sizes.filter((one) => one <= size)]) {
        expect(await treeOf(size).continues(before, treeHash(leaves.slice(0, before)), root)).toBe(true);
        if (before === 0) continue;
        expect(await treeOf(size).continues(before, leaf(7_777), root)).toBe(false);
      }
      expect(await treeOf(size).continues(size + 1, root, root)).toBe(false);
    }
  });

  it('is not led by tiles that were made for another history', async () => {
    const other = leaves.map((hash, at) => (at === 10 ? leaf(9_999) : hash));
    const signed = treeHash(leaves);
    const forged = createTiledTree(1_300, async (level, index, width) => tileOf(other, level, index, width));
    expect(await forged.includes(10, leaf(9_999), signed)).toBe(false);
    expect(await forged.continues(300, treeHash(other.slice(0, 300)), signed)).toBe(false);
  });
});

describe('what a trace relies on', () => {
  const keys = generateKeyPairSync('ed25519');
  let leaves: Buffer[];
  let signer: KeyObject;
  let heads: SeenHead[];
  let isDown: boolean;
  let base: string;

  const server = createServer((request, response) => {
    if (isDown) return void response.destroy();
    const path = (request.url ?? '').replace('/log/', '');
    if (path === 'checkpoint')
      return void response.writeHead(leaves.length === 0 ? 404 : 200).end(checkpoint());
    if (path === 'policy') return void response.end(`log ${verifierKey()}\nquorum none\n`);
    const [, level, index, width] = /^tile\/(\d+)\/(\d{3})(?:\.p\/(\d+))?$/.exec(path) ?? [];
    response.end(tileOf(leaves, Number(level), Number(index), Number(width ?? 256)));
  });

  const keyBytes = () => {
    const { x = '' } = keys.publicKey.export({ format: 'jwk' });
    return Buffer.concat([Buffer.of(1), Buffer.from(x, 'base64url')]);
  };
  const keyId = () => createHash('sha256').update('test/log\n').update(keyBytes()).digest().subarray(0, 4);
  const verifierKey = () => `test/log+${keyId().toString('hex')}+${keyBytes().toString('base64')}`;
  const checkpoint = () => {
    const text = `test/log\n${leaves.length}\n${treeHash(leaves).toString('base64')}\n`;
    const signature = Buffer.concat([keyId(), sign(null, Buffer.from(text), signer)]);
    return `${text}\n— test/log ${signature.toString('base64')}\n`;
  };
  const prover = () =>
    createLogProver(createLogFiles({ url: `${base}/log`, timeoutMs: 1_000 }), {
      latest: async () => heads.toSorted((a, b) => b.size - a.size)[0] ?? null,
      add: async (head) => void heads.push(head),
    });
  const entry = (index: number, hash = leaf(index)) => ({ index, leafHash: hash.toString('hex') });

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => void server.close());
  beforeEach(() => {
    leaves = Array.from({ length: 600 }, (_, at) => leaf(at));
    signer = keys.privateKey;
    heads = [];
    isDown = false;
  });

  it('holds, and what was seen of the log is remembered', async () => {
    expect(await prover().prove([entry(0), entry(599)])).toEqual({ size: 600, breaks: [] });
    expect(heads.map(({ size }) => size)).toEqual([600]);
    leaves.push(leaf(600));
    expect(await prover().prove([entry(600)])).toEqual({ size: 601, breaks: [] });
    expect(heads.map(({ size }) => size)).toEqual([600, 601]);
  });

  it('does not hold where an entry is another', async () => {
    expect(await prover().prove([entry(3), entry(5, leaf(6))])).toEqual({
      size: 600,
      breaks: [{ kind: 'NOT_INCLUDED', from: 5, to: 5 }],
    });
    expect(heads).toEqual([]);
  });

  it('does not hold where the log was written anew behind what was seen', async () => {
    await prover().prove([]);
    leaves = leaves.map((hash, at) => (at === 17 ? leaf(8_888) : hash));
    leaves.push(leaf(600));
    expect((await prover().prove([])).breaks).toEqual([{ kind: 'CHAIN', from: 0, to: 601 }]);
  });

  it('does not hold where the log is shorter than it was', async () => {
    await prover().prove([]);
    leaves = leaves.slice(0, 500);
    expect((await prover().prove([])).breaks).toEqual([{ kind: 'CHAIN', from: 0, to: 600 }]);
  });

  it('does not hold where another key has signed, whatever key the log gives out', async () => {
    await prover().prove([]);
    signer = generateKeyPairSync('ed25519').privateKey;
    expect((await prover().prove([])).breaks).toEqual([{ kind: 'SIGNATURE', from: 0, to: 600 }]);
  });

  it('is not there yet in a log that has published nothing, and an entry behind the checkpoint is no fault', async () => {
    expect(await prover().prove([entry(600)])).toEqual({ size: 600, breaks: [] });
    heads = [];
    leaves = [];
    expect(await prover().prove([entry(0)])).toEqual({ size: 0, breaks: [] });
  });

  it('is not said to hold where the log does not answer', async () => {
    isDown = true;
    await expect(prover().prove([])).rejects.toMatchObject({ extensions: { code: 'AUDIT_UNAVAILABLE' } });
  });
});
