import type { IndexLeaf } from './indexLeaf.ts';
import { parseHashes } from './tlogProof.ts';

/** A leaf of an index, the place where it stands, and the hashes from it to the root. */
export interface PlacedLeaf {
  readonly at: number;
  readonly leaf: IndexLeaf;
  readonly hashes: readonly Buffer[];
}

/** What an index has of a tag, or the neighbours between which it has nothing. */
export interface TagProof {
  readonly found: PlacedLeaf | null;
  readonly left: PlacedLeaf | null;
  readonly right: PlacedLeaf | null;
}

export interface IndexProofs {
  /** Index of the index record in the log. */
  readonly record: number;
  readonly byTag: ReadonlyMap<string, TagProof>;
}

type Fields = Record<string, unknown>;

/** @throws Error where it has another form. */
export function parseIndexProofs(written: string): IndexProofs {
  const { record, proofs } = fieldsOf(JSON.parse(written));
  if (!Array.isArray(proofs)) throw new Error('it is no list of proofs');
  const byTag = new Map<string, TagProof>();
  for (const proof of proofs) {
    const { tag, found, left, right } = fieldsOf(proof);
    byTag.set(textOf(tag), { found: placed(found), left: placed(left), right: placed(right) });
  }
  return { record: countOf(record), byTag };
}

function placed(value: unknown): PlacedLeaf | null {
  if (value === null || value === undefined) return null;
  const { at, leaf, hashes } = fieldsOf(value);
  const { tag, count, last, digest } = fieldsOf(leaf);
  if (!Array.isArray(hashes)) throw new Error('a leaf has no proof');
  return {
    at: countOf(at),
    leaf: { tag: textOf(tag), count: countOf(count), last: countOf(last), digest: textOf(digest) },
    hashes: parseHashes(hashes.map(textOf)),
  };
}

function fieldsOf(value: unknown): Fields {
  if (typeof value !== 'object' || value === null) throw new Error('an object is missing');
  return value as Fields;
}

function countOf(value: unknown): number {
  if (!Number.isSafeInteger(value) || (value as number) < 0) throw new Error('a number is missing');
  return value as number;
}

function textOf(value: unknown): string {
  if (typeof value !== 'string') throw new Error('a text is missing');
  return value;
}
