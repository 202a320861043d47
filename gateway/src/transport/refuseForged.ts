import type { IncomingHttpHeaders } from 'node:http';
import { requestError } from '../errors/requestError.ts';
import { readAccept } from './readAccept.ts';

const JSON_BODY = /^application\/json\s*(?:;|$)/i;

/**
 * Refuses what a page of another site could have made a browser send without asking us first: with the cookies and from
 * the place in the network of whoever looks at that page.
 *
 * A browser asks first (a CORS preflight, Fetch Standard §3.2) before it sends across origins a header that no form could
 * bring about, such as a JSON body's content type or a bearer token; the answer here is 405, and the request never comes.
 * So a request that has such a header is no forgery, and a POST has no other way in. What is left are GETs:
 *
 * 1. `sec-fetch-site` (Fetch Metadata Request Headers, W3C; sent by every browser since 2023 to https and to loopback)
 *    says where the request was made. No page can set it. The same origin and the address bar may ask, others may not.
 * 2. Without it, `origin` does the same for browsers that are older, or that come over plain http.
 * 3. Without both, it is a program or a browser that does not say. A program that follows GraphQL over HTTP ("A client
 *    SHOULD indicate the media types that it supports in responses using the Accept HTTP header") names a type of JSON;
 *    no image, script, form, frame or link can. `sec-fetch-mode: cors` will do as well: with it, a browser names the
 *    origin of whatever crosses one, so that without one nothing did; Node's `fetch` sends it.
 *
 * What remains: a page in a browser from before 2023, or one that comes over plain http, can `fetch` without CORS and with
 * an `accept` of its own. It can only have a query run, since GETs run no mutation, and cannot read the answer.
 *
 * @throws {GraphQLError} BAD_REQUEST (403, for a POST 415), with what to send instead.
 */
export function refuseForged(method: string, headers: IncomingHttpHeaders): void {
  if (method === 'POST') {
    if (JSON_BODY.test(headers['content-type'] ?? '')) return;
    throw requestError(
      'BAD_REQUEST',
      'The body must be uncompressed JSON, sent as content-type: application/json.',
      415,
    );
  }
  if (isPreflighted(headers) || isOfThisSite(headers)) return;
  throw requestError(
    'BAD_REQUEST',
    'A page of another site could have sent this. POST it as JSON, or send the header apollo-require-preflight: yes ' +
      '(outside of browsers, accept: application/graphql-response+json is enough).',
    403,
  );
}

/** Whether a browser would have asked before it sent this to another origin. */
function isPreflighted(headers: IncomingHttpHeaders): boolean {
  return (
    Boolean(headers['apollo-require-preflight'] || headers['x-apollo-operation-name']) ||
    JSON_BODY.test(headers['content-type'] ?? '') ||
    // Other schemes a browser remembers, and sends for any page.
    /^bearer /i.test(headers.authorization ?? '')
  );
}

function isOfThisSite(headers: IncomingHttpHeaders): boolean {
  const { 'sec-fetch-site': site, 'sec-fetch-mode': mode, origin, host, accept } = headers;
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  if (origin !== undefined) return isOriginOf(origin, host);
  return mode === 'cors' || readAccept(accept).namesType;
}

/** Whether an origin is the one that a request was sent to; its scheme is not known here and may be either. */
function isOriginOf(origin: string, host = ''): boolean {
  if (!/^https?:\/\//.test(origin) || !URL.canParse(origin)) return false;
  const { protocol, host: originHost } = new URL(origin);
  // Through the parser, because either may name the default port.
  return URL.canParse(`${protocol}//${host}`) && new URL(`${protocol}//${host}`).host === originHost;
}
