import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { entries, TreeInMemory } from '../testing/treeInMemory.ts';
import { isConsistent, isIncluded } from '../verify/merkleProof.ts';
import { consistencyProof } from './consistencyProof.ts';
import { Frontier } from './frontier.ts';
import { inclusionProof, rootOfTiles } from './inclusionProof.ts';
import { EMPTY_ROOT, leafHash, nodeHash } from './merkleHash.ts';
import { resumeTree } from './resumeTree.ts';

/** The definition of RFC 6962 section 2.1, word for word: slow, and nothing to get wrong. */
function treeHead(leaves: readonly Uint8Array[]): Buffer {
  if (leaves.length === 0) return createHash('sha256').digest();
  if (leaves.length === 1) return sha256(0, leaves[0] as Uint8Array);
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return sha256(1, treeHead(leaves.slice(0, k)), treeHead(leaves.slice(k)));
}

function sha256(prefix: number, ...parts: Uint8Array[]): Buffer {
  return createHash('sha256')
    .update(Buffer.concat([Uint8Array.of(prefix), ...parts]))
    .digest();
}

/** Sizes round the edges of tiles, and random ones up to a little over two levels. */
const size = fc.oneof(
  fc.constantFrom(1, 2, 3, 127, 128, 255, 256, 257, 511, 512, 513),
  fc.integer({ min: 1, max: 700 }),
);

describe('the Merkle tree', () => {
  it('hashes as sha256sum says by hand', () => {
    const [a, b, c, d, e] = [...'abcde'].map((letter) => leafHash(Buffer.from(letter))) as [
      Buffer,
      Buffer,
      Buffer,
      Buffer,
      Buffer,
    ];
    expect(a.toString('hex')).toBe('022a6979e6dab7aa5ae4c3e5e45f7e977112a7e63593820dbec1ec738a24f93c');
    expect(nodeHash(a, b).toString('hex')).toBe(
      'b137985ff484fb600db93107c77b0365c80d78f5b429ded0fd97361d077999eb',
    );
    const frontier = new Frontier();
    const roots = [a, b, c, d, e].map((leaf) => {
      frontier.append(leaf);
      return frontier.root().toString('hex');
    });
    expect(roots).toEqual([
      '022a6979e6dab7aa5ae4c3e5e45f7e977112a7e63593820dbec1ec738a24f93c',
      'b137985ff484fb600db93107c77b0365c80d78f5b429ded0fd97361d077999eb',
      '36642e73c2540ab121e3a6bf9545b0a24982cd830eb13d3cd19de3ce6c021ec1',
      '33376a3bd63e9993708a84ddfe6c28ae58b83505dd1fed711bd924ec5a6239f0',
      'fe14a5426fbd70c0fa73f52342afed0da0bd23c4838662ccf6b88a3070ead97b',
    ]);
    expect(EMPTY_ROOT.toString('hex')).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
  });

  it('gives the paths that stand in five leaves drawn on paper', async () => {
    const tree = new TreeInMemory().append([...'abcde'].map((letter) => Buffer.from(letter)));
    const hex = async (proof: Promise<Buffer[]>) => (await proof).map((hash) => hash.toString('hex'));
    const [a, c, d, e] = [
      '022a6979e6dab7aa5ae4c3e5e45f7e977112a7e63593820dbec1ec738a24f93c',
      '597fcb31282d34654c200d3418fca5705c648ebf326ec73d8ddef11841f876d8',
      'd070dc5b8da9aea7dc0f5ad4c29d89965200059c9a0ceca3abd5da2492dcb71d',
      '2824a7ccda2caa720c85c9fba1e8b5b735eecfdb03878e4f8dfe6c3625030bc4',
    ];
    const [ab, cd, abcd] = [
      'b137985ff484fb600db93107c77b0365c80d78f5b429ded0fd97361d077999eb',
      'dbbd68c325614a73dacb4e7a87a2b7b4ae9724b489e5629ee83151fe8f0eafd7',
      '33376a3bd63e9993708a84ddfe6c28ae58b83505dd1fed711bd924ec5a6239f0',
    ];
    expect(await hex(inclusionProof(tree.readTile, 1, 5))).toEqual([a, cd, e]);
    expect(await hex(inclusionProof(tree.readTile, 4, 5))).toEqual([abcd]);
    expect(await hex(consistencyProof(tree.readTile, 3, 5))).toEqual([c, d, ab, e]);
    expect(await hex(consistencyProof(tree.readTile, 4, 5))).toEqual([e]);
  });

  it('has the root of the definition after every append', () => {
    const leaves = entries(300);
    const frontier = new Frontier();
    for (const [at, leaf] of leaves.entries()) {
      frontier.append(leafHash(leaf));
      expect(frontier.root()).toEqual(treeHead(leaves.slice(0, at + 1)));
    }
  });

  it('proves each leaf in each tree, from tiles, by the root of the definition', async () => {
    await fc.assert(
      fc.asyncProperty(size, fc.nat(), fc.nat(), async (total, a, b) => {
        const leaves = entries(total);
        const tree = new TreeInMemory().append(leaves);
        const at = 1 + (a % total);
        const index = b % at;
        const root = treeHead(leaves.slice(0, at));
        expect(await rootOfTiles(tree.readTile, at)).toEqual(root);
        const proof = await inclusionProof(tree.readTile, index, at);
        const leaf = leafHash(leaves[index] as Buffer);
        expect(isIncluded(leaf, index, at, proof, root)).toBe(true);
        expect(isIncluded(leafHash(Buffer.from('other')), index, at, proof, root)).toBe(false);
        expect(isIncluded(leaf, (index + 1) % at, at, proof, root)).toBe(at === 1);
        expect(isIncluded(leaf, index, at, [...proof, leaf], root)).toBe(false);
        // A node of the tree is no leaf of it, though its hash leads to the root by a shorter way.
        expect(isIncluded(root, 0, at, [], root)).toBe(at === 1);
        expect(isIncluded(leaf, index, at, proof.slice(1), root)).toBe(at === 1);
      }),
      { numRuns: 150 },
    );
  });

  it('proves that each tree begins with each smaller one, and with no other', async () => {
    await fc.assert(
      fc.asyncProperty(size, fc.nat(), async (total, a) => {
        const leaves = entries(total);
        const tree = new TreeInMemory().append(leaves);
        const old = a % (total + 1);
        const [oldRoot, root] = [treeHead(leaves.slice(0, old)), treeHead(leaves)];
        const proof = await consistencyProof(tree.readTile, old, total);
        expect(isConsistent(old, total, proof, oldRoot, root)).toBe(true);
        const forged = treeHead([...leaves.slice(0, Math.max(0, old - 1)), Buffer.from('forged')]);
        expect(isConsistent(old, total, proof, forged, root)).toBe(false);
        expect(isConsistent(old, total, [...proof, root], oldRoot, root)).toBe(false);
        expect(isConsistent(old, total, proof, oldRoot, treeHead([...leaves, Buffer.from('x')]))).toBe(
          old === 0,
        );
      }),
      { numRuns: 150 },
    );
  });

  it('grows on from what is stored as if it had never stopped', async () => {
    await fc.assert(
      fc.asyncProperty(size, fc.integer({ min: 0, max: 600 }), async (before, after) => {
        const tree = new TreeInMemory().append(entries(before));
        const resumed = await resumeTree(tree.readTile, before);
        const leaves = entries(after, before).map(leafHash);
        expect(resumed.append(leaves)).toEqual(tree.tree.copy().append(leaves));
        expect(resumed.root()).toEqual(treeHead(entries(before + after)));
      }),
      { numRuns: 60 },
    );
  });

  it('keeps three levels of tiles', async () => {
    const count = 2 * 256 * 256 + 300;
    const tree = new TreeInMemory().append(entries(count));
    const resumed = await resumeTree(tree.readTile, count);
    expect(resumed.root()).toEqual(tree.tree.root());
    const proof = await inclusionProof(tree.readTile, 70_000, count);
    expect(isIncluded(leafHash(Buffer.from('entry 70000')), 70_000, count, proof, resumed.root())).toBe(true);
  });

  it('has no proof of what is not there', async () => {
    const tree = new TreeInMemory().append(entries(3));
    await expect(inclusionProof(tree.readTile, 3, 3)).rejects.toThrow(RangeError);
    await expect(consistencyProof(tree.readTile, 4, 3)).rejects.toThrow(RangeError);
  });
});
