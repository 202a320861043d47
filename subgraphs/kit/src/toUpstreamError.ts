import { AxiosError, isAxiosError } from 'axios';
import { ZodError } from 'zod';
import { UpstreamError, type UpstreamErrorCode } from './upstreamError.ts';

const TIMEOUTS = new Set<string | undefined>([AxiosError.ECONNABORTED, AxiosError.ETIMEDOUT]);

/**
 * Finds the right code for whatever went wrong while an agency was asked. An UpstreamError stays what it is.
 *
 * 408 and 504 are timeouts; 429 is throttling, with its `Retry-After`; other 5xx, no connection and a refusal of our
 * credentials (401, 403) are unavailability; every other answer that is not 2xx, too large, cut off or unreadable is a
 * bad response; a shape or value that the zod schema refuses is drift.
 */
export function toUpstreamError(agency: string, error: unknown): UpstreamError {
  if (error instanceof UpstreamError) return error;
  if (error instanceof ZodError) return new UpstreamError('AGENCY_SCHEMA_DRIFT', agency, error);
  if (isAxiosError(error)) {
    const retryAfterSeconds = retryAfter(error.response?.headers?.['retry-after']);
    return new UpstreamError(
      codeOf(error),
      agency,
      error,
      retryAfterSeconds === null ? {} : { retryAfterSeconds },
    );
  }
  return new UpstreamError('AGENCY_BAD_RESPONSE', agency, error);
}

function codeOf(error: AxiosError): UpstreamErrorCode {
  const status = error.response?.status;
  if (status === 429) return 'AGENCY_THROTTLED';
  if (status === 408 || status === 504 || TIMEOUTS.has(error.code)) return 'AGENCY_TIMEOUT';
  if (status !== undefined && (status >= 500 || status === 401 || status === 403))
    return 'AGENCY_UNAVAILABLE';
  if (status !== undefined || error.code === AxiosError.ERR_BAD_RESPONSE) return 'AGENCY_BAD_RESPONSE';
  return 'AGENCY_UNAVAILABLE';
}

const LONGEST_WAIT_SECONDS = 3600;

/** Seconds of a `Retry-After` header (a number or an HTTP date), at most an hour; null when it says nothing usable. */
function retryAfter(header: unknown): number | null {
  if (typeof header !== 'string') return null;
  const seconds = /^\d+$/.test(header.trim())
    ? Number(header)
    : Math.ceil((Date.parse(header) - Date.now()) / 1000);
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0), LONGEST_WAIT_SECONDS) : null;
}
