import type { IncomingHttpHeaders } from 'node:http';
import { requestError } from '../errors/requestError.ts';

/** Why a request is made, as its headers say; null for what they do not say. */
export interface AccessReason {
  readonly purpose: string | null;
  readonly accessCase: string | null;
}

const FORM = /^[A-Za-z0-9_-]{1,64}$/;

/**
 * Reads `x-access-purpose` and `x-access-case`. Their meaning is for the subgraphs; here only the form counts.
 * @throws {GraphQLError} BAD_REQUEST when a header is there but has another form.
 */
export function readAccessReason(headers: IncomingHttpHeaders): AccessReason {
  return { purpose: read(headers, 'x-access-purpose'), accessCase: read(headers, 'x-access-case') };
}

function read(headers: IncomingHttpHeaders, name: string): string | null {
  const value = headers[name];
  if (value === undefined || value === '') return null;
  if (typeof value === 'string' && FORM.test(value)) return value;
  throw requestError('BAD_REQUEST', `The header ${name} takes 1 to 64 letters, digits, "-" and "_".`);
}
