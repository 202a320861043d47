import type { Report } from './fault.ts';
import { bytesOfLeaf, type IndexClaim, NOTHING_YET, tagsOf, withIndex } from './indexLeaf.ts';
import { hashOfLeaf } from './merkleProof.ts';
import { RootOfHashes } from './rootOfHashes.ts';

interface Seen {
  count: number;
  last: number;
  digest: string;
  /** Of its leaf; null when it has changed since. */
  hash: Buffer | null;
}

/** Computes each index record of the whole log again from the records that it covers. */
export class IndexWatch {
  readonly #byTag = new Map<string, Seen>();
  readonly #bySize = new Map<number, { record: number; claim: IndexClaim }[]>();
  readonly #report: Report;
  readonly #lastSize: number;
  /** Index records that say what is so. */
  right = 0;

  /** `claims`: the index records of the log by their places. */
  constructor(claims: ReadonlyMap<number, IndexClaim>, report: Report) {
    this.#report = report;
    let lastSize = -1;
    for (const [record, claim] of claims) {
      if (!(claim.size <= record)) {
        report('INDEX_FALSE', `record ${record}`, 'it covers records that come after it');
        continue;
      }
      this.#bySize.set(claim.size, [...(this.#bySize.get(claim.size) ?? []), { record, claim }]);
      lastSize = Math.max(lastSize, claim.size);
    }
    this.#lastSize = lastSize;
  }

  /** To be shown every record in its order. */
  see(index: number, record: Buffer): void {
    if (index > this.#lastSize) return;
    for (const claimed of this.#bySize.get(index) ?? []) this.#check(claimed.record, claimed.claim);
    for (const tag of tagsOf(record)) {
      const seen = this.#byTag.get(tag) ?? { count: 0, last: 0, digest: NOTHING_YET, hash: null };
      seen.count += 1;
      seen.last = index;
      seen.digest = withIndex(seen.digest, index);
      seen.hash = null;
      this.#byTag.set(tag, seen);
    }
  }

  #check(record: number, { root, tags }: IndexClaim): void {
    const computed = new RootOfHashes();
    for (const tag of [...this.#byTag.keys()].sort()) {
      const seen = this.#byTag.get(tag) as Seen;
      seen.hash ??= hashOfLeaf(
        bytesOfLeaf({ ...seen, tag, digest: Buffer.from(seen.digest, 'latin1').toString('hex') }),
      );
      computed.add(seen.hash);
    }
    if (tags === this.#byTag.size && computed.root().equals(root)) this.right += 1;
    else this.#report('INDEX_FALSE', `record ${record}`, 'it does not say what the records before it say');
  }
}
