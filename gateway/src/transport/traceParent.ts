import { randomUUID } from 'node:crypto';

const TRACE_PARENT = /^00-([0-9a-f]{32})-[0-9a-f]{16}-([0-9a-f]{2})$/;

/** The trace that a request belongs to: the client's W3C `traceparent` if it is one, else a new trace. */
export function readTrace(header: string | string[] | undefined): { traceId: string; flags: string } {
  const [, traceId, flags] = TRACE_PARENT.exec(typeof header === 'string' ? header : '') ?? [];
  return traceId !== undefined && flags !== undefined && !/^0+$/.test(traceId)
    ? { traceId, flags }
    : { traceId: randomUUID().replaceAll('-', ''), flags: '00' };
}

/** Hex of 8 random bytes. `randomUUID` draws from a stock of entropy and costs a fifth of `randomBytes`. */
export function createSpanId(): string {
  const uuid = randomUUID();
  return uuid.slice(0, 8) + uuid.slice(24, 32);
}
