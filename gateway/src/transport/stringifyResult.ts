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
 * is written already goes in as it is.
 */
export function stringifyResult({ errors, data, extensions }: WritableResult): string {
  let json = '{';
  // GraphQL: `errors` must not be there when there are none.
  if (errors !== undefined && errors.length > 0) json += `"errors":${JSON.stringify(errors)}`;
  if (data !== undefined) {
    if (json.length > 1) json += ',';
    json += `"data":${data instanceof WrittenData ? data.json : JSON.stringify(data)}`;
  }
  if (extensions !== undefined) {
    if (json.length > 1) json += ',';
    json += `"extensions":${JSON.stringify(extensions)}`;
  }
  return `${json}}`;
}
