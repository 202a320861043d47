import { readTouchedData, type TouchedData } from '../audit/access/touchedData.ts';
import type { FaultCode, SubgraphFault } from './subgraphFault.ts';

/** An error as a subgraph wrote it: not yet fit for a client. */
export interface RawSubgraphError {
  readonly message: string;
  readonly path: readonly (string | number)[];
  readonly code: string | null;
  readonly retryAfterSeconds: number | null;
}

/** A GraphQL answer of the right outer shape. */
export interface SubgraphAnswer {
  readonly kind: 'answer';
  /** Null only beside errors. */
  readonly data: Record<string, unknown> | null;
  readonly errors: readonly RawSubgraphError[];
  /** Whose data it has (`extensions.access`); null where the subgraph says nothing of it, `unreadable` where it cannot be understood. */
  readonly touched: TouchedData | 'unreadable' | null;
}

/**
 * Checks that a JSON body is a GraphQL answer. `data` that is null or absent without an error is none: a reader would
 * take it for "nothing there".
 */
export function toSubgraphAnswer(body: unknown): SubgraphAnswer | SubgraphFault {
  if (!isRecord(body)) return unreadable();
  const { data = null, errors = [] } = body;
  if (!Array.isArray(errors) || !errors.every(isRecord)) return unreadable();
  if (data !== null && !isRecord(data)) return unreadable();
  if (data === null && errors.length === 0) return unreadable();
  return { kind: 'answer', data, errors: errors.map(toRawError), touched: touchedBy(body.extensions) };
}

function touchedBy(extensions: unknown): SubgraphAnswer['touched'] {
  if (!isRecord(extensions) || extensions.access === undefined) return null;
  return readTouchedData(extensions.access) ?? 'unreadable';
}

function toRawError(error: Record<string, unknown>): RawSubgraphError {
  const extensions = isRecord(error.extensions) ? error.extensions : {};
  const { code, retryAfterSeconds } = extensions;
  return {
    message: typeof error.message === 'string' ? error.message : '',
    path: isPath(error.path) ? error.path : [],
    code: typeof code === 'string' ? code : null,
    retryAfterSeconds: typeof retryAfterSeconds === 'number' ? retryAfterSeconds : null,
  };
}

function isPath(path: unknown): path is (string | number)[] {
  return Array.isArray(path) && path.every((part) => typeof part === 'string' || typeof part === 'number');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function unreadable(): SubgraphFault {
  return { kind: 'fault', code: 'AGENCY_BAD_RESPONSE' satisfies FaultCode, retryAfterSeconds: null };
}
