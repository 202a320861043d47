import { randomBytes } from 'node:crypto';

const TRACE_PARENT = /^00-([0-9a-f]{32})-[0-9a-f]{16}-([0-9a-f]{2})$/;

/** The trace that a request belongs to: the client's W3C `traceparent` if it is one, else a new trace. */
export function readTrace(header: string | string[] | undefined): { traceId: string; flags: string } {
  const [, traceId, flags] = TRACE_PARENT.exec(typeof header === 'string' ? header : '') ?? [];
  return traceId !== undefined && flags !== undefined && !/^0+$/.test(traceId)
    ? { traceId, flags }
    : { traceId: randomBytes(16).toString('hex'), flags: '00' };
}
