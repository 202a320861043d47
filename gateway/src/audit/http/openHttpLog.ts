import { setTimeout as sleep } from 'node:timers/promises';
import type { TagProof } from '../completeness/subjectIndex.ts';
import type { LogSource } from '../exportBundle.ts';
import { TILE_WIDTH, tileWidth } from '../merkleTree/tile.ts';
import { tilePath } from '../merkleTree/tilePath.ts';
import { type Checkpoint, parseCheckpoint } from '../verify/checkpoint.ts';
import { RecentlyRead } from './recentlyRead.ts';

export interface HttpLogOptions {
  /** `http://…/log` */
  readonly url: string;
  /** Sent where records are read or indexed: `authorization`, `x-access-purpose` … Asked for each time, because tokens end. */
  readonly headers: () => Promise<Readonly<Record<string, string>>>;
  /** `fetch` within 60 s, where nothing else is given. */
  readonly request?: (url: string, init: RequestInit) => Promise<Response>;
}

/** Where an index of the log stands. */
export interface WrittenIndex {
  /** Index of its record. */
  readonly record: number;
  /** Entries that it covers. */
  readonly size: number;
}

/** A log over HTTP, as an auditor reads it. Everything is as of the checkpoint that was read last. */
export interface HttpLog extends LogSource {
  /** Reads the checkpoint anew until `isEnough`, and keeps the last one in any case. False: it was not enough in time. */
  waitForCheckpoint(
    isEnough: (checkpoint: Checkpoint, written: string) => boolean,
    withinMs: number,
  ): Promise<boolean>;
  /** Has an index of all entries written. */
  writeIndex(): Promise<WrittenIndex>;
  /** What the last index has of these tags, and the indexes of all their records. */
  proveTags(tags: readonly string[]): Promise<WrittenIndex & { readonly proofs: readonly FoundTag[] }>;
  /** The policy that the log gives out; null: none. */
  policy(): Promise<string | null>;
}

export interface FoundTag extends TagProof {
  /** The oldest first. */
  readonly indexes: readonly number[];
}

/** The log has answered otherwise than with what was asked for. */
export class LogRefused extends Error {
  readonly status: number;

  constructor(path: string, status: number, message: string) {
    super(`The log answers ${status} for ${path}: ${message}`);
    this.status = status;
  }
}

const POLL_MS = 250;
const TIMEOUT_MS = 60_000;

/** Nothing is asked before it is needed. */
export function openHttpLog({ url, headers, request = fetchInTime }: HttpLogOptions): HttpLog {
  const tiles = new RecentlyRead<Buffer>(4_096);
  const bundles = new RecentlyRead<Buffer[]>(16);
  let latest: { readonly checkpoint: Checkpoint; readonly written: string } | null = null;

  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const response = await request(`${url}/${path}`, { ...init, redirect: 'error' });
    if (response.ok) return response;
    const { message } = (await response.json().catch(() => ({}))) as { message?: string };
    throw new LogRefused(path, response.status, message ?? 'it does not say why');
  };
  const post = async <Answer>(path: string, body: unknown): Promise<Answer> => {
    const sent = { 'content-type': 'application/json', ...(await headers()) };
    const response = await ask(path, { method: 'POST', headers: sent, body: JSON.stringify(body) });
    return (await response.json()) as Answer;
  };
  const bytes = async (path: string, init?: RequestInit) =>
    Buffer.from(await (await ask(path, init)).arrayBuffer());

  const readCheckpoint = async () => {
    const written = await (await ask('checkpoint')).text();
    latest = { checkpoint: parseCheckpoint(written), written };
    return latest;
  };
  const known = async () => latest ?? (await readCheckpoint());

  const readBundle = (index: number, width: number) => {
    const path = tilePath({ level: 'entries', index, width });
    return bundles.read(path, async () => {
      const entries = splitEntries(await bytes(path, { headers: await headers() }));
      if (entries.length !== width)
        throw new Error(`${path} has ${entries.length} records in place of ${width}`);
      return entries;
    });
  };

  return {
    async head() {
      const { size, root } = (await known()).checkpoint;
      return { size, root };
    },
    async latestCheckpoint() {
      const { checkpoint, written } = await known();
      return { size: checkpoint.size, note: written, cosignatures: [] };
    },
    async readTile(level, index, width) {
      const path = tilePath({ level, index, width });
      return await tiles.read(path, () => bytes(path));
    },
    async entries(start, end) {
      const { size } = (await known()).checkpoint;
      const found: Buffer[] = [];
      for (let index = Math.floor(start / TILE_WIDTH); index * TILE_WIDTH < end; index++) {
        const bundle = await readBundle(index, tileWidth(0, index, size));
        const first = index * TILE_WIDTH;
        found.push(...bundle.slice(Math.max(0, start - first), end - first));
      }
      return found;
    },
    async waitForCheckpoint(isEnough, withinMs) {
      const until = performance.now() + withinMs;
      for (;;) {
        // Before the first one there is none.
        const read = await readCheckpoint().catch((error: unknown) => {
          if (error instanceof LogRefused && error.status === 404) return null;
          throw error;
        });
        if (read !== null && isEnough(read.checkpoint, read.written)) return true;
        if (performance.now() > until) return false;
        await sleep(POLL_MS);
      }
    },
    writeIndex: () => post('index', {}),
    proveTags: (tags) => post('index/proof', { tags }),
    async policy() {
      try {
        return await (await ask('policy')).text();
      } catch (error) {
        if (error instanceof LogRefused && error.status === 404) return null;
        throw error;
      }
    },
  };
}

function fetchInTime(url: string, init: RequestInit): Promise<Response> {
  return fetch(url, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });
}

/** @throws Error where lengths and records do not fit. */
function splitEntries(bundle: Buffer): Buffer[] {
  const entries: Buffer[] = [];
  for (let at = 0; at < bundle.length; ) {
    if (at + 2 > bundle.length) throw new Error('a bundle of records ends in a length');
    const end = at + 2 + bundle.readUInt16BE(at);
    if (end > bundle.length) throw new Error('a bundle of records ends in a record');
    entries.push(bundle.subarray(at + 2, end));
    at = end;
  }
  return entries;
}
