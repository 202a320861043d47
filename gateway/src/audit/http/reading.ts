import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../../identity/caller.ts';

/** Somebody reads the log itself. */
export interface Reading {
  readonly caller: Caller;
  readonly requestId: string;
  /** What is read, in the form of schema coordinates: `AccessLog.entries`, `AccessLog.index`, `AccessLog.proof`. */
  readonly fields: readonly string[];
  /** Tags that were asked for. Reading a tile names nobody: it is of whoever was looked at then. */
  readonly subjects: readonly string[];
  /** SHA-256 of method, path and body, hexadecimal. */
  readonly operation: string;
}

/**
 * Resolves when it is durable that this is read.
 * @throws LogUnavailable where it could not be written.
 */
export type RecordReading = (reading: Reading) => Promise<void>;

export function readingOf(
  request: FastifyRequest,
  caller: Caller,
  field: string,
  subjects: readonly string[] = [],
): Reading {
  const asked = `${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`;
  const operation = createHash('sha256').update(asked).digest('hex');
  return { caller, requestId: request.id, fields: [field], subjects, operation };
}
