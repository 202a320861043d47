import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'graphql';
import type { Logger } from 'pino';
import { z } from 'zod';

/** Documents that were registered beforehand. */
export interface TrustedDocuments {
  /** The text of a document by its id, or by the SHA-256 of its text in hexadecimal; null when it is not registered. */
  find(id: string): string | null;
  /** Whether a text is registered, to the letter. */
  has(text: string): boolean;
  close(): void;
}

/** https://www.apollographql.com/docs/graphos/platform/security/persisted-queries#manifest-format */
const Manifest = z.object({
  format: z.literal('apollo-persisted-query-manifest'),
  version: z.literal(1),
  operations: z.array(z.object({ id: z.string().min(1), body: z.string().min(1) })),
});
const TextsByHash = z.record(z.string().regex(/^[0-9a-f]{64}$/, 'a key is no SHA-256'), z.string().min(1));

/**
 * Keeps the documents of a path and takes them up anew when it changes; when it cannot be read any more, or one document
 * is wrong, the last good ones stay. The path is a folder of `.graphql` files, one such file, or JSON: a manifest of
 * Apollo's, or an object of texts by their SHA-256.
 * @throws {Error} when it cannot be read at the start.
 */
export function watchTrustedDocuments(o: {
  readonly path: string;
  readonly pollMs: number;
  readonly logger: Logger;
}): TrustedDocuments {
  const { path, pollMs, logger } = o;
  let seen = stampOf(path);
  let documents = readDocuments(path);
  let failure: string | null = null;

  const look = () => {
    try {
      const stamp = stampOf(path);
      if (stamp !== seen) {
        documents = readDocuments(path);
        seen = stamp;
        logger.info({ documents: documents.texts.size }, 'new trusted documents are served');
      }
      failure = null;
    } catch (error) {
      const { message } = error as Error;
      if (message !== failure) {
        logger.error({ path, reason: message }, 'trusted documents refused; the last good ones stay');
      }
      failure = message;
    }
  };
  const timer = setInterval(look, pollMs).unref();

  return {
    find: (id) => documents.byId.get(id.replace(/^sha256:/, '')) ?? null,
    has: (text) => documents.texts.has(text),
    close: () => clearInterval(timer),
  };
}

interface Documents {
  readonly byId: ReadonlyMap<string, string>;
  readonly texts: ReadonlySet<string>;
}

function readDocuments(path: string): Documents {
  const byId = new Map<string, string>();
  for (const [id, text] of readEntries(path)) {
    try {
      parse(text, { noLocation: true });
    } catch (error) {
      throw new Error(`a trusted document is not GraphQL: ${(error as Error).message}`);
    }
    byId.set(sha256(text), text);
    if (id !== null) byId.set(id, text);
  }
  return { byId, texts: new Set(byId.values()) };
}

function readEntries(path: string): (readonly [id: string | null, text: string])[] {
  if (!path.endsWith('.json')) {
    // Clients seldom send the line end that editors put there.
    return filesOf(path).flatMap((file) => {
      const text = readFileSync(file, 'utf8');
      return [...new Set([text, text.trimEnd()])].map((one) => [null, one] as const);
    });
  }
  const json: unknown = JSON.parse(readFileSync(path, 'utf8'));
  const manifest = Manifest.safeParse(json);
  if (manifest.success) return manifest.data.operations.map(({ id, body }) => [id, body] as const);
  const texts = TextsByHash.safeParse(json);
  if (!texts.success) {
    throw new Error('neither a manifest of persisted queries nor an object of texts by their SHA-256');
  }
  for (const [hash, text] of Object.entries(texts.data)) {
    if (sha256(text) !== hash) throw new Error(`the text under ${hash} has another SHA-256`);
  }
  return Object.entries(texts.data);
}

/** @throws {Error} when there is nothing at the path. */
function filesOf(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return globSync('**/*.graphql', { cwd: path })
    .sort()
    .map((name) => join(path, name));
}

function stampOf(path: string): string {
  return filesOf(path)
    .map((file) => {
      const { mtimeMs, size, ino } = statSync(file);
      return `${file}:${mtimeMs}:${size}:${ino}`;
    })
    .join();
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
