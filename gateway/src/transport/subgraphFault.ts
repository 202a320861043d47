import type { ErrorCodeName } from '@tongban/schema';
import { BodyRefused } from './decodeBody.ts';
import { BrokenAnswer } from './exchange.ts';

/** The ways in which a fetch can come back with nothing that may be used. */
export type FaultCode = Extract<ErrorCodeName, `AGENCY_${string}`>;

/** A fetch that failed, already in client-safe terms. */
export interface SubgraphFault {
  readonly kind: 'fault';
  readonly code: FaultCode;
  /** Seconds the subgraph asked to wait; null when it did not say. */
  readonly retryAfterSeconds: number | null;
}

const SENTENCES: Readonly<Record<FaultCode, string>> = {
  AGENCY_UNAVAILABLE: 'does not answer',
  AGENCY_TIMEOUT: 'did not answer in time',
  AGENCY_THROTTLED: 'refuses more requests for now',
  AGENCY_BAD_RESPONSE: 'sent an answer that cannot be read',
  AGENCY_SCHEMA_DRIFT: 'sent a value or shape that its contract does not have',
};

/** A client-safe sentence that names the subgraph and nothing else of it. */
export function faultMessage(subgraph: string, code: FaultCode): string {
  return `${subgraph} ${SENTENCES[code]}.`;
}

const TIMEOUTS = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'ETIMEDOUT',
]);

/** What a rejected exchange means. */
export function faultOf(error: unknown): FaultCode {
  const { code, name } = error as { code?: string; name?: string };
  if (name === 'TimeoutError' || (code !== undefined && TIMEOUTS.has(code))) return 'AGENCY_TIMEOUT';
  const isBroken = error instanceof BrokenAnswer || error instanceof BodyRefused;
  if (isBroken || code?.startsWith('HPE_') || code === 'UND_ERR_HEADERS_OVERFLOW')
    return 'AGENCY_BAD_RESPONSE';
  return 'AGENCY_UNAVAILABLE';
}
