import type { IncomingHttpHeaders } from 'node:http';

/** What says who asks and why; every answer of a subgraph may depend on it. */
const IDENTITY = ['authorization', 'cookie', 'x-access-purpose', 'x-access-case'];

/** The key of a request with none of the headers, by far the most common one in `--open` mode. */
const NOBODY = '';

/**
 * Makes the function that answers the same string for two requests exactly when every header that a subgraph's answer
 * may depend on is the same: those of identity, and those that are forwarded. Work of one request may be shared with
 * another only under the same key. A header that is absent differs from one that is empty.
 */
export function createSharingKey(
  forwardHeaders: readonly string[],
): (headers: IncomingHttpHeaders) => string {
  const names = [...new Set([...IDENTITY, ...forwardHeaders])];
  return (headers) => {
    const values: (string | null)[] = [];
    let isNobody = true;
    for (const name of names) {
      const value = headers[name];
      if (typeof value === 'string') {
        isNobody = false;
        values.push(value);
      } else values.push(null);
    }
    // JSON, because a separator could be part of a value.
    return isNobody ? NOBODY : JSON.stringify(values);
  };
}
