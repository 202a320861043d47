import { decodeAccessRecord, type OutcomeRecord } from '../accessRecord.ts';
import type { LogStore } from '../logStore.ts';
import { leafHash } from '../merkleTree/merkleHash.ts';
import type { PayloadStore } from '../payloads/payloadStore.ts';

export interface AccessesQuestion {
  readonly tags: readonly string[];
  /** Those below this index; null: the newest. */
  readonly before: number | null;
  readonly limit: number;
}

export interface Accesses {
  /** Entries in the log. */
  readonly size: number;
  /** Outcomes that name any of the tags. */
  readonly total: number;
  /** The newest first. */
  readonly accesses: readonly {
    readonly index: number;
    readonly leafHash: string;
    readonly record: OutcomeRecord;
    /** What was sealed about each subject that is among the tags, in the order of the record; null: nothing was, or it was erased. */
    readonly payloads: readonly unknown[];
  }[];
}

/** @throws Error where the log cannot be read, or what stands there was changed: then nothing is told rather than a part. */
export async function readAccesses(
  { store, payloads }: { store: LogStore; payloads: Pick<PayloadStore, 'open'> },
  { tags, before, limit }: AccessesQuestion,
): Promise<Accesses> {
  const { size } = await store.head();
  const [page, total] = await Promise.all([
    store.indexesOf(tags, before ?? size, limit),
    store.countOf(tags),
  ]);
  const accesses = await Promise.all(
    page.map(async (index) => {
      const [body] = await store.entries(index, index + 1);
      const record = decodeAccessRecord(body as Buffer);
      if (record.phase !== 'outcome') throw new Error('a record about a person is no outcome');
      const asked = record.subjects.flatMap((subject, at) =>
        tags.includes(subject) ? [{ subject, digest: record.payloads[at] ?? null }] : [],
      );
      const opened = await Promise.all(
        asked.map(async ({ subject, digest }) =>
          digest === null ? null : parse(await payloads.open(subject, index, digest)),
        ),
      );
      return { index, leafHash: leafHash(body as Buffer).toString('hex'), record, payloads: opened };
    }),
  );
  return { size, total, accesses };
}

function parse(payload: Buffer | null): unknown {
  return payload === null ? null : JSON.parse(payload.toString());
}
