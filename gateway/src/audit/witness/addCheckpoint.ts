import { createHash } from 'node:crypto';
import type { Cosigner } from '../checkpoint/noteSigner.ts';
import { type Checkpoint, parseCheckpoint } from '../verify/checkpoint.ts';
import { isConsistent } from '../verify/merkleProof.ts';
import { checkSignature, type VerifierKey } from '../verify/signedNote.ts';
import type { WitnessState } from './witnessState.ts';

export interface WitnessReply {
  readonly status: 200 | 400 | 403 | 404 | 409 | 422;
  readonly contentType: string;
  readonly body: string;
}

export interface WitnessOptions {
  readonly cosigner: Cosigner;
  /** Keys of the logs it is a witness of; the origin of a log is the name of its key. */
  readonly logs: readonly VerifierKey[];
  readonly state: WitnessState;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** What a checkpoint begins with where nothing was before it. */
const EMPTY = { size: 0, root: createHash('sha256').digest() };

/**
 * Answers `add-checkpoint` of C2SP tlog-witness: cosigns a checkpoint when it continues what was cosigned before, and remembers it
 * before it says so. A log that shows another history to others, or goes back, gets no cosignature from here.
 */
export function createAddCheckpoint({ cosigner, logs, state, now }: WitnessOptions) {
  const turns = new Map<string, Promise<unknown>>();
  /** Comparing and remembering are one step for each log: otherwise an older checkpoint could overwrite a newer one. */
  const inTurn = <Result>(origin: string, work: () => Promise<Result>): Promise<Result> => {
    const mine = (turns.get(origin) ?? Promise.resolve()).then(work, work);
    turns.set(
      origin,
      mine.catch(() => undefined),
    );
    return mine;
  };

  return async (body: string): Promise<WitnessReply> => {
    const request = parseRequest(body);
    if (request === null) return reply(400, 'not an add-checkpoint request\n');
    const { oldSize, proof, checkpoint } = request;
    const keys = logs.filter(({ name }) => name === checkpoint.origin);
    if (keys.length === 0) return reply(404, 'unknown log\n');
    const checks = keys.map((key) => checkSignature(checkpoint.note, key));
    if (!checks.includes('valid') || checks.includes('invalid')) return reply(403, 'not signed by the log\n');
    if (oldSize > checkpoint.size) return reply(400, 'the old size is larger than the size\n');
    return await inTurn(checkpoint.origin, async () => {
      const seen = (await state.read(checkpoint.origin)) ?? EMPTY;
      if (oldSize !== seen.size) return conflict(seen.size);
      if (oldSize === checkpoint.size && !checkpoint.root.equals(seen.root)) return conflict(seen.size);
      if (!isConsistent(oldSize, checkpoint.size, proof, seen.root, checkpoint.root)) {
        return reply(422, 'the checkpoint does not continue the one before\n');
      }
      await state.write(checkpoint.origin, { size: checkpoint.size, root: checkpoint.root });
      return reply(200, cosigner.cosignatureLine(checkpoint.note.text, Math.floor(now() / 1_000)));
    });
  };
}

interface AddCheckpointRequest {
  readonly oldSize: number;
  readonly proof: readonly Buffer[];
  readonly checkpoint: Checkpoint;
}

const MAX_PROOF_LINES = 63;

function parseRequest(body: string): AddCheckpointRequest | null {
  const split = body.indexOf('\n\n');
  const [first = '', ...lines] = body.slice(0, Math.max(0, split)).split('\n');
  const [, old] = /^old (0|[1-9]\d{0,15})$/.exec(first) ?? [];
  const proof = lines.map((line) => Buffer.from(line, 'base64'));
  const isProof = proof.every((hash, at) => hash.length === 32 && hash.toString('base64') === lines[at]);
  if (old === undefined || !isProof || lines.length > MAX_PROOF_LINES) return null;
  try {
    return { oldSize: Number(old), proof, checkpoint: parseCheckpoint(body.slice(split + 2)) };
  } catch {
    return null;
  }
}

function reply(status: WitnessReply['status'], body: string): WitnessReply {
  return { status, contentType: 'text/plain; charset=utf-8', body };
}

function conflict(size: number): WitnessReply {
  return { status: 409, contentType: 'text/x.tlog.size', body: `${size}\n` };
}
