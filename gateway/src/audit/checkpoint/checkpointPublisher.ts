import type { LogHead, LogStore } from '../logStore.ts';
import { consistencyProof } from '../merkleTree/consistencyProof.ts';
import { parseCheckpoint } from '../verify/checkpoint.ts';
import { isConsistent } from '../verify/merkleProof.ts';
import { signCheckpoint } from './checkpointNote.ts';
import type { NoteSigner } from './noteSigner.ts';
import type { WitnessClient } from './witnessClient.ts';

/** What an operator must know. `REWRITTEN` and `WITNESS_DISAGREES` mean that the log is not what it was. */
export type PublisherAlarm =
  | { readonly kind: 'UNREACHABLE'; readonly witness: string; readonly cause: Error }
  | { readonly kind: 'WITNESS_DISAGREES'; readonly witness: string; readonly reason: string }
  | { readonly kind: 'REWRITTEN'; readonly size: number }
  | { readonly kind: 'STORE_FAILED'; readonly cause: Error };

export interface PublisherOptions {
  readonly store: LogStore;
  readonly signer: NoteSigner;
  readonly witnesses: readonly WitnessClient[];
  readonly onAlarm: (alarm: PublisherAlarm) => void;
  /** A checkpoint is published this often (1,000 ms), and when there are so many leaves more (10,000). */
  readonly everyMs?: number;
  readonly everyLeaves?: number;
}

export interface CheckpointPublisher {
  /** To be told how long the log is, so that it need not wait for its time. */
  notice(size: number): void;
  /** Publishes now what there is, and asks the witnesses. */
  publish(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Signs the head of the log again and again and collects cosignatures. It does not sign what does not continue what it signed before.
 * Witnesses that are away hold nothing up: auditors' policies say how many they want.
 */
export function startCheckpointPublisher(options: PublisherOptions): CheckpointPublisher {
  const { store, signer, witnesses, onAlarm, everyMs = 1_000, everyLeaves = 10_000 } = options;
  /** Null until the one in the store was read. */
  let signed: LogHead | null = null;
  let note: string | null = null;
  /** Who has cosigned what was signed last. */
  let cosigned = new Set<string>();
  /** By witness: what it cosigned last. */
  const witnessed = new Map<string, number>();
  let round: Promise<void> = Promise.resolve();
  let isDue = false;
  let isClosed = false;

  async function readSigned(): Promise<void> {
    if (signed !== null) return;
    const latest = await store.latestCheckpoint();
    if (latest === null) {
      signed = { size: 0, root: Buffer.alloc(0) };
      return;
    }
    const { size, root } = parseCheckpoint(latest.note);
    signed = { size, root };
    note = latest.note;
  }

  async function sign(): Promise<void> {
    const head = await store.head();
    const before = signed as LogHead;
    if (note !== null) {
      const isSame = head.size === before.size && head.root.equals(before.root);
      if (isSame) return;
      const proof =
        head.size > before.size ? await consistencyProof(store.readTile, before.size, head.size) : [];
      if (!isConsistent(before.size, head.size, proof, before.root, head.root)) {
        onAlarm({ kind: 'REWRITTEN', size: head.size });
        return;
      }
    }
    const next = signCheckpoint(head, signer);
    await store.addCheckpoint({ ...head, note: next });
    signed = head;
    note = next;
    cosigned = new Set();
  }

  async function ask(witness: WitnessClient, head: LogHead, text: string): Promise<void> {
    let oldSize = witnessed.get(witness.name) ?? 0;
    for (let attempt = 0; attempt < 2; attempt++) {
      const proof = await consistencyProof(store.readTile, oldSize, head.size);
      const answer = await witness.addCheckpoint(oldSize, proof, text);
      if (answer.kind === 'cosigned') {
        witnessed.set(witness.name, head.size);
        cosigned.add(witness.name);
        await store.addCosignature(head.size, witness.name, answer.line);
        return;
      }
      const reason = disagreement(answer, oldSize, head.size);
      if (reason !== null) return onAlarm({ kind: 'WITNESS_DISAGREES', witness: witness.name, reason });
      if (answer.kind === 'elsewhere') oldSize = answer.size;
    }
  }

  async function run(): Promise<void> {
    try {
      await readSigned();
      await sign();
      const [head, text] = [signed as LogHead, note];
      if (text === null) return;
      const asked = witnesses.filter(({ name }) => !cosigned.has(name));
      await Promise.all(
        asked.map((witness) =>
          ask(witness, head, text).catch((cause: Error) =>
            onAlarm({ kind: 'UNREACHABLE', witness: witness.name, cause }),
          ),
        ),
      );
    } catch (cause) {
      onAlarm({ kind: 'STORE_FAILED', cause: cause as Error });
    }
  }

  function publish(): Promise<void> {
    round = round.then(run);
    return round;
  }

  function publishSoon(): void {
    if (isDue || isClosed) return;
    isDue = true;
    void round.then(() => {
      isDue = false;
      return isClosed ? undefined : publish();
    });
  }

  const timer = setInterval(publishSoon, everyMs);
  return {
    notice(size) {
      if (size - (signed?.size ?? 0) >= everyLeaves) publishSoon();
    },
    publish,
    async close() {
      isClosed = true;
      clearInterval(timer);
      await round;
    },
  };
}

function disagreement(
  answer: { kind: 'elsewhere'; size: number } | { kind: 'refused'; status: number },
  oldSize: number,
  size: number,
): string | null {
  if (answer.kind === 'refused') return `it answers ${answer.status}`;
  if (answer.size > size) return `it has seen ${answer.size} entries, and there are ${size}`;
  return answer.size === oldSize ? `it has seen another root for ${answer.size} entries` : null;
}
