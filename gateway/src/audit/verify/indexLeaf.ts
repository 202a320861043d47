import { hash } from 'node:crypto';

/** What an index of the log says of one tag: how many records name it, the last of them, and a digest over the indexes of all. */
export interface IndexLeaf {
  readonly tag: string;
  readonly count: number;
  readonly last: number;
  readonly digest: string;
}

/** As it is hashed: RFC 8785, which for these members is this. */
export function bytesOfLeaf({ tag, count, last, digest }: IndexLeaf): Buffer {
  return Buffer.from(`{"count":${count},"digest":"${digest}","last":${last},"tag":"${tag}"}`);
}

/** The digest before any record, 32 zero bytes as Latin-1. */
export const NOTHING_YET = '\0'.repeat(32);

const input = Buffer.alloc(40);

/** The digest with one index more. */
export function withIndex(digest: string, index: number): string {
  input.write(digest, 0, 'latin1');
  input.writeBigUInt64BE(BigInt(index), 32);
  return hash('sha256', input, 'binary');
}

/** Tags that a record names; none where it is no outcome. */
export function tagsOf(record: Buffer): ReadonlySet<string> {
  const { phase, subjects } = parseRecord(record);
  return new Set(phase === 'outcome' && Array.isArray(subjects) ? subjects.map(String) : []);
}

/** What an index record says; null for other records. */
export interface IndexClaim {
  readonly size: number;
  readonly root: Buffer;
  readonly tags: number;
}

export function claimOf(record: Buffer): IndexClaim | null {
  const { phase, size, root, tags } = parseRecord(record);
  if (phase !== 'index') return null;
  return { size: Number(size), root: Buffer.from(String(root), 'hex'), tags: Number(tags) };
}

function parseRecord(record: Buffer): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(record.toString());
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
