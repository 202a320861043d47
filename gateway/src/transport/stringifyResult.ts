import { WrittenData } from '../execution/writtenData.ts';

/** An answer whose errors have been formatted for the client. */
export interface WritableResult {
  readonly errors?: readonly unknown[] | undefined;
  /** Absent when nothing was executed. */
  readonly data?: object | null | undefined;
  readonly extensions?: object | undefined;
}

/**
 * The JSON of an answer: errors first, where a reader of a long answer sees them, then data, then extensions. Data that
 * is written already goes in as it is, and the answer is bytes then.
 */
export function stringifyResult({ errors, data, extensions }: WritableResult): string | Buffer {
  let before = '{';
  // GraphQL: `errors` must not be there when there are none.
  if (errors !== undefined && errors.length > 0) before += `"errors":${JSON.stringify(errors)}`;
  if (data !== undefined) before += `${before.length > 1 ? ',' : ''}"data":`;
  const isAlone = before.length === 1;
  const after =
    extensions === undefined ? '}' : `${isAlone ? '' : ','}"extensions":${JSON.stringify(extensions)}}`;
  if (data instanceof WrittenData)
    return Buffer.concat([Buffer.from(before), data.take(), Buffer.from(after)]);
  return `${before}${data === undefined ? '' : JSON.stringify(data)}${after}`;
}
