import type { ErrorCodeName } from '@tongban/schema';
import { findErrorCode } from '../errors/errorTable.ts';
import type { RawSubgraphError } from '../transport/subgraphAnswer.ts';
import { faultMessage } from '../transport/subgraphFault.ts';

/** What may be told of a subgraph's error. */
export interface ClientError {
  readonly code: ErrorCodeName;
  readonly message: string;
  readonly retryAfterSeconds: number | null;
}

const MAX_MESSAGE_LENGTH = 500;
/** The subgraph refused what the gateway wrote, not what the client wrote: the two do not fit together. */
const DRIFT: ReadonlySet<string> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
]);
const GATEWAY_REFUSED: ReadonlySet<string> = new Set(['UNAUTHENTICATED', 'BAD_REQUEST']);

/**
 * Makes a subgraph's error safe to show. A code of the table vouches that its message was written for clients; any
 * other message may hold anything and is dropped.
 */
export function toClientError(subgraph: string, raw: RawSubgraphError): ClientError {
  const { code, message, retryAfterSeconds } = raw;
  if (code !== null && DRIFT.has(code)) return ofFault(subgraph, 'AGENCY_SCHEMA_DRIFT');
  if (code !== null && GATEWAY_REFUSED.has(code)) return ofFault(subgraph, 'AGENCY_BAD_RESPONSE');
  const row = findErrorCode(code);
  if (row === null || row.code === 'INTERNAL_SERVER_ERROR') {
    return { code: 'INTERNAL_SERVER_ERROR', message: `${subgraph} failed.`, retryAfterSeconds: null };
  }
  return {
    code: row.code as ErrorCodeName,
    message: message.slice(0, MAX_MESSAGE_LENGTH) || row.meaning,
    retryAfterSeconds,
  };
}

function ofFault(subgraph: string, code: 'AGENCY_SCHEMA_DRIFT' | 'AGENCY_BAD_RESPONSE'): ClientError {
  return { code, message: faultMessage(subgraph, code), retryAfterSeconds: null };
}
