import type { Answer } from '../client.ts';

/** What differs between any two answers, whatever was asked: the length only by the digits of the receipt's number. */
const OF_THE_MOMENT: ReadonlySet<string> = new Set(['date', 'x-request-id', 'content-length']);

/** Status, headers and body of an answer, without its date, request id and receipt: what "byte for byte" compares. */
export function bytesOf({ status, headers, text }: Answer): string {
  const requestId = headers.get('x-request-id');
  const lines = [...headers]
    .filter(([name]) => !OF_THE_MOMENT.has(name))
    .map(([name, value]) => `${name}: ${value}`);
  const body = requestId === null ? text : text.replaceAll(requestId, '');
  return [status, ...lines.toSorted(), '', body].join('\n');
}
