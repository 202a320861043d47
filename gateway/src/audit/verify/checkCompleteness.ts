import type { BundleFiles } from './bundleFiles.ts';
import type { Report } from './fault.ts';
import { bytesOfLeaf, claimOf, type IndexClaim, NOTHING_YET, tagsOf, withIndex } from './indexLeaf.ts';
import { type IndexProofs, type PlacedLeaf, parseIndexProofs, type TagProof } from './indexProof.ts';
import { hashOfLeaf, isIncluded } from './merkleProof.ts';

/** That nothing is left out about a person. */
export interface Completeness {
  /** Tags that the person has in the log. */
  readonly tags: number;
  /** Of the records below this index none is missing; later ones may be. */
  readonly upTo: number;
  /** Records about the person below it. */
  readonly records: number;
}

/**
 * Holds the records of a bundle against an index of the log: for each tag of the person those records must be there that the index
 * counts, and no others. Null where the bundle does not speak of a person, or it is not so.
 *
 * @param proven Indexes of records that were proven to be in the log.
 */
export async function checkCompleteness(
  files: BundleFiles,
  proven: Iterable<number>,
  report: Report,
): Promise<Completeness | null> {
  const tags = await readTags(files, report);
  if (tags === null) return null;
  const proofs = await readProofs(files, report);
  if (proofs === null) return null;

  const claim = claimOf((await files.read(`records/${proofs.record}.json`)) ?? Buffer.alloc(0));
  const indexes = [...proven].sort((left, right) => left - right);
  if (claim === null || claim.size > proofs.record || !indexes.includes(proofs.record)) {
    report('MISSING', `records/${proofs.record}.json`, 'the index record is not there, or not proven');
    return null;
  }
  const ofTag = new Map<string, number[]>(tags.map((tag) => [tag, []]));
  for (const index of indexes.filter((at) => at < claim.size)) {
    const record = (await files.read(`records/${index}.json`)) ?? Buffer.alloc(0);
    for (const tag of tagsOf(record)) ofTag.get(tag)?.push(index);
  }
  let isComplete = true;
  for (const [tag, here] of ofTag) {
    const proof = proofs.byTag.get(tag);
    const fault = proof === undefined ? MISSING : faultOf(tag, proof, here, claim);
    if (fault === null) continue;
    isComplete = false;
    report(fault.code, 'index.json', `${tag}: ${fault.message}`);
  }
  const records = new Set([...ofTag.values()].flat()).size;
  return isComplete ? { tags: tags.length, upTo: claim.size, records } : null;
}

interface IndexFault {
  readonly code: 'MISSING' | 'INDEX_CHANGED' | 'INCOMPLETE';
  readonly message: string;
}

const MISSING: IndexFault = { code: 'MISSING', message: 'nothing says how many records there are of it' };

function faultOf(
  tag: string,
  proof: TagProof,
  here: readonly number[],
  claim: IndexClaim,
): IndexFault | null {
  if (proof.found === null) {
    if (!isBetween(tag, proof, claim))
      return { code: 'INDEX_CHANGED', message: 'it is not proven that the index has nothing of it' };
    return here.length === 0
      ? null
      : { code: 'INCOMPLETE', message: `the index has nothing of it, and ${here.length} records are here` };
  }
  const { leaf } = proof.found;
  if (leaf.tag !== tag || !isIn(proof.found, claim))
    return { code: 'INDEX_CHANGED', message: 'what is said of it does not lead to the index record' };
  if (leaf.count !== here.length || leaf.last !== here.at(-1) || leaf.digest !== digestOf(here)) {
    const message = `the index counts ${leaf.count} records, the last is ${leaf.last}; ${here.length} are here`;
    return { code: 'INCOMPLETE', message };
  }
  return null;
}

/** Whether the neighbours stand side by side, or at an end, and the tag would stand between them. */
function isBetween(tag: string, { left, right }: TagProof, claim: IndexClaim): boolean {
  if (left !== null && !(left.leaf.tag < tag && isIn(left, claim))) return false;
  if (right !== null && !(tag < right.leaf.tag && isIn(right, claim))) return false;
  return (left?.at ?? -1) + 1 === (right?.at ?? claim.tags);
}

function isIn({ at, leaf, hashes }: PlacedLeaf, { tags, root }: IndexClaim): boolean {
  return isIncluded(hashOfLeaf(bytesOfLeaf(leaf)), at, tags, hashes, root);
}

function digestOf(indexes: readonly number[]): string {
  return Buffer.from(indexes.reduce(withIndex, NOTHING_YET), 'latin1').toString('hex');
}

async function readTags(files: BundleFiles, report: Report): Promise<readonly string[] | null> {
  const written = await files.read('subjects.json');
  if (written === null) return null;
  try {
    const tags: unknown = JSON.parse(written.toString());
    if (Array.isArray(tags) && tags.length > 0 && tags.every((tag) => typeof tag === 'string')) {
      return [...new Set(tags as string[])];
    }
  } catch {
    // Reported below.
  }
  report('MALFORMED', 'subjects.json', 'it is no list of tags');
  return null;
}

async function readProofs(files: BundleFiles, report: Report): Promise<IndexProofs | null> {
  const written = await files.read('index.json');
  try {
    if (written !== null) return parseIndexProofs(written.toString());
    report('MISSING', 'index.json', 'nothing says how many records there are about the person');
  } catch (error) {
    report('MALFORMED', 'index.json', (error as Error).message);
  }
  return null;
}
