import { randomUUID } from 'node:crypto';

const FORM = /^[A-Za-z0-9._-]{8,64}$/;

/** The id under which a request is logged here and downstream: the client's `x-request-id` if it has the form, else new. */
export function readRequestId(header: string | string[] | undefined): string {
  return typeof header === 'string' && FORM.test(header) ? header : randomUUID();
}
