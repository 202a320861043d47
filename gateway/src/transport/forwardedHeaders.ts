import type { IncomingHttpHeaders } from 'node:http';

/** A header name as Node writes it: a token of RFC 9110 in lower case. */
const NAME = /^[a-z0-9!#$%&'*+.^_`|~-]+$/;

/** What belongs to one connection (RFC 9110 §7.6.1), or what the gateway itself says to a subgraph. */
const REFUSED: ReadonlySet<string> = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'expect',
  'host',
  'accept',
  'accept-encoding',
  'content-encoding',
  'content-length',
  'content-type',
  'cookie2',
  'x-caller-assertion',
  'x-request-id',
  'traceparent',
]);

/** Whether a header of a client may be sent on to the subgraphs; the name must be in lower case. */
export function isForwardable(name: string): boolean {
  return NAME.test(name) && !REFUSED.has(name);
}

const NONE: Readonly<Record<string, string>> = Object.freeze({});

/** Those of `names` that a request has. */
export function readForwarded(
  headers: IncomingHttpHeaders,
  names: readonly string[],
): Readonly<Record<string, string>> {
  if (names.length === 0) return NONE;
  const forwarded: Record<string, string> = {};
  for (const name of names) {
    const value = headers[name];
    // Node joins what was sent twice; only set-cookie, which no request has, is a list.
    if (typeof value === 'string') forwarded[name] = value;
  }
  return forwarded;
}
