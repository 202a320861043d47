import { setTimeout as sleep } from 'node:timers/promises';
import { type AccessRecord, encodeAccessRecord } from './accessRecord.ts';
import { HeadMoved, type LogEntry, type LogHead, type LogStore, type SealedPayload } from './logStore.ts';
import { leafHash } from './merkleTree/merkleHash.ts';
import { resumeTree } from './merkleTree/resumeTree.ts';
import type { TileTree } from './merkleTree/tileTree.ts';
import { withinTime } from './withinTime.ts';

/** Where a record stands, for ever: the promise of the log, like the signed timestamp of RFC 6962 section 3, but kept when given. */
export interface Receipt {
  readonly index: number;
  /** Hexadecimal. */
  readonly leafHash: string;
}

/** `recovered`: it answers again after an outage, and nothing was written since. */
export type LogState = 'open' | 'recovered' | 'unavailable';

export interface SequencerOptions {
  readonly store: LogStore;
  /** Told each change once, after `state` has it. */
  readonly onStateChange?: (state: LogState, cause: Error | null) => void;
  /** Records that wait; more are refused (10,000). */
  readonly maxWaiting?: number;
  /**
   * A batch leaves with so many records (256), or when its oldest has waited so long and no other is being written. 0, the default: as soon
   * as none is. Then one record alone does not wait, and the more come the more share one commit.
   */
  readonly batchSize?: number;
  readonly batchDelayMs?: number;
  /** How long the store may fail before those who wait are told so (1,000 ms). */
  readonly patienceMs?: number;
  /** How often a store that failed is asked whether it is there again (250 ms). */
  readonly probeMs?: number;
}

export interface Sequencer {
  readonly state: () => LogState;
  /**
   * Resolves when the record is durable, and what was sealed with it, and not before.
   *
   * @throws Error where the record is none, names a payload that was not sealed with it, or the other way round.
   * @throws LogUnavailable where it could not be written in time, or too many wait. It may then still be in the log, if the store did
   * not say what became of it: a record too many, never one too few.
   */
  append(record: AccessRecord, sealed?: readonly SealedPayload[]): Promise<Receipt>;
  /** Takes no more, and resolves when everybody who waits was answered. Leaves the store open. */
  close(): Promise<void>;
}

/** The record was not written, so what it would have allowed must not happen. */
export class LogUnavailable extends Error {}

/** Of records and what is sealed with them, in one batch; no frame of the journal and no statement is longer than two of them. */
const MAX_BATCH_BYTES = 8 * 1024 * 1024;

interface Waiting extends LogEntry {
  readonly bytes: number;
  readonly since: number;
  readonly resolve: (receipt: Receipt) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Puts records of this process in order and writes them in groups, so that many share one commit. Several processes may write to one
 * store: the store lets one of them move the head, and the others begin again behind it.
 */
export async function openSequencer(options: SequencerOptions): Promise<Sequencer> {
  const { store, onStateChange, maxWaiting = 10_000, batchSize = 256, batchDelayMs = 0 } = options;
  const { patienceMs = 1_000, probeMs = 250 } = options;
  const queue: Waiting[] = [];
  let inFlight = 0;
  let state: LogState = 'unavailable';
  /** Null: to be read from the store first. */
  let tree: TileTree | null = null;
  let isWriting = false;
  let isClosed = false;
  /** Set while a batch gathers. */
  let stopGathering: (() => void) | null = null;
  let probe: NodeJS.Timeout | null = null;
  let drained: (() => void) | null = null;

  function enter(next: LogState, cause: Error | null = null): void {
    if (state === next) return;
    state = next;
    onStateChange?.(next, cause);
  }

  /** The tree as it stands in the store. */
  async function resume(): Promise<TileTree> {
    const head = await store.head();
    if (tree === null || tree.size !== head.size || !tree.root().equals(head.root)) {
      const resumed = await resumeTree(store.readTile, head.size);
      if (!resumed.root().equals(head.root))
        throw new Error('the access log does not have the root that its head says');
      tree = resumed;
    }
    return tree;
  }

  /** As many as fit, and one at least. */
  function countOfBatch(): number {
    const most = Math.min(batchSize, queue.length);
    let bytes = 0;
    for (let count = 0; count < most; count++) {
      bytes += (queue[count] as Waiting).bytes;
      if (bytes > MAX_BATCH_BYTES) return Math.max(1, count);
    }
    return most;
  }

  function pump(): void {
    const [oldest] = queue;
    if (isWriting || oldest === undefined) {
      if (!isWriting) drained?.();
      return;
    }
    const wait = batchDelayMs === 0 ? 0 : oldest.since + batchDelayMs - performance.now();
    if (queue.length < batchSize && wait > 0 && !isClosed) {
      gather(wait);
      return;
    }
    isWriting = true;
    const batch = queue.splice(0, countOfBatch());
    inFlight = batch.length;
    void write(batch).then(() => {
      isWriting = false;
      inFlight = 0;
      pump();
    });
  }

  function gather(milliseconds: number): void {
    if (stopGathering !== null) return;
    const leave = () => {
      stopGathering = null;
      pump();
    };
    if (milliseconds === 0) {
      const turn = setImmediate(leave);
      stopGathering = () => clearImmediate(turn);
    } else {
      const timer = setTimeout(leave, milliseconds);
      stopGathering = () => clearTimeout(timer);
    }
  }

  async function write(batch: readonly Waiting[]): Promise<void> {
    const leaves = batch.map((entry) => entry.leafHash);
    const lasting = performance.now() + patienceMs;
    /** Where this batch may stand already, because the store did not say what became of it. */
    const unsure = new Set<number>();
    for (let delay = 5; ; delay = Math.min(delay * 2, 100)) {
      let start: number | null = null;
      try {
        // Where another has moved the head, the store says so when it is written to.
        const grown = (tree ?? (await withinTime(resume(), patienceMs))).copy();
        for (const at of unsure) {
          if (await withinTime(standsAt(at, batch), patienceMs)) return acknowledge(batch, at);
        }
        const from: LogHead = { size: grown.size, root: grown.root() };
        const fullTiles = grown.append(leaves);
        const to: LogHead = { size: grown.size, root: grown.root() };
        start = from.size;
        await withinTime(store.append({ from, to, entries: batch, fullTiles }), patienceMs);
        tree = grown;
        return acknowledge(batch, start);
      } catch (error) {
        tree = null;
        if (error instanceof HeadMoved) {
          delay = 5;
          continue;
        }
        if (start !== null) unsure.add(start);
        if (performance.now() + delay > lasting) return giveUp(batch, error as Error);
        await sleep(delay);
      }
    }
  }

  async function standsAt(start: number, batch: readonly Waiting[]): Promise<boolean> {
    const { size } = await store.head();
    if (size < start + batch.length) return false;
    const bodies = await store.entries(start, start + batch.length);
    return bodies.every((body, at) => batch[at]?.body.equals(body));
  }

  function acknowledge(batch: readonly Waiting[], start: number): void {
    enter('open');
    for (const [at, entry] of batch.entries()) {
      entry.resolve({ index: start + at, leafHash: entry.leafHash.toString('hex') });
    }
  }

  function giveUp(batch: readonly Waiting[], cause: Error): void {
    enter('unavailable', cause);
    for (const entry of [...batch, ...queue.splice(0)]) {
      entry.reject(new LogUnavailable('The access log does not answer.', { cause }));
    }
    ask();
  }

  function ask(): void {
    if (isClosed || probe !== null) return;
    probe = setTimeout(() => {
      void withinTime(resume(), patienceMs).then(
        () => {
          probe = null;
          if (state === 'unavailable') enter('recovered');
        },
        () => {
          probe = null;
          tree = null;
          ask();
        },
      );
    }, probeMs);
  }

  try {
    await withinTime(resume(), patienceMs);
    enter('open');
  } catch (error) {
    onStateChange?.('unavailable', error as Error);
    ask();
  }

  return {
    state: () => state,
    async append(record, sealed = []) {
      const body = encodeAccessRecord(record);
      checkSealed(record, sealed);
      const bytes = sealed.reduce((sum, { ciphertext }) => sum + ciphertext.length, body.length);
      if (bytes > MAX_BATCH_BYTES) throw new Error(`an access record with what is sealed has ${bytes} bytes`);
      if (isClosed || state === 'unavailable') throw new LogUnavailable('The access log does not answer.');
      if (queue.length + inFlight >= maxWaiting)
        throw new LogUnavailable('The access log has too much to write.');
      const subjects = record.phase === 'outcome' ? record.subjects : [];
      return await new Promise<Receipt>((resolve, reject) => {
        const since = performance.now();
        queue.push({ body, leafHash: leafHash(body), subjects, sealed, bytes, since, resolve, reject });
        // Those who come in the same turn of the event loop leave together.
        if (batchDelayMs === 0) gather(0);
        else pump();
      });
    },
    async close() {
      isClosed = true;
      if (probe !== null) clearTimeout(probe);
      stopGathering?.();
      await new Promise<void>((resolve) => {
        drained = resolve;
        pump();
      });
    },
  };
}

/** What a record names must be there when it is, and nothing lies about that no record names. */
function checkSealed(record: AccessRecord, sealed: readonly SealedPayload[]): void {
  const subjects = new Map(sealed.map(({ digest, subject }) => [digest, subject]));
  const about = record.phase === 'outcome' ? record : { payloads: [], subjects: [] };
  let named = 0;
  let isSo = subjects.size === sealed.length;
  for (const [at, digest] of about.payloads.entries()) {
    if (digest === null) continue;
    named += 1;
    isSo &&= subjects.get(digest) === about.subjects[at];
  }
  if (!isSo || named !== sealed.length)
    throw new Error('an access record and what was sealed with it do not belong together');
}
