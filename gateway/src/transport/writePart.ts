import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import type { IncrementalResult, LaterPart } from '../execution/writtenData.ts';

/** What a client reads of an error; the same as in answers in one piece. */
export type FormatPartError = (error: GraphQLError) => GraphQLFormattedError;

const PART_HEAD = 'content-type: application/json; charset=utf-8\r\n\r\n';
/** The boundary `-`, behind a part: what a client needs to see before it takes a part for whole. */
const BOUNDARY = '\r\n---';

/** The boundary as the header of the answer names it. */
export const BOUNDARY_PARAMETER = 'boundary="-"';

/** The first part, from the JSON of an answer in one piece. */
export function writeFirstPart(json: string, hasNext: boolean): string {
  const fields = json.slice(0, -1);
  const comma = fields.length > 1 ? ',' : '';
  return `\r\n---\r\n${writePart(`${fields}${comma}"hasNext":${hasNext}}`, hasNext)}`;
}

/** A later part; two where extensions come with data, because clients read either the one or the other from a part. */
export function writeLaterPart(part: LaterPart, formatError: FormatPartError): string {
  const { incremental, extensions, hasNext } = part;
  const tail = extensions === undefined ? '' : `"extensions":${JSON.stringify(extensions)},`;
  if (incremental.length === 0) return writePart(`{${tail}"hasNext":${hasNext}}`, hasNext);
  const results = incremental.map((result) => writeIncremental(result, formatError)).join(',');
  if (extensions === undefined)
    return writePart(`{"incremental":[${results}],"hasNext":${hasNext}}`, hasNext);
  return (
    writePart(`{"incremental":[${results}],"hasNext":true}`, true) +
    writePart(`{${tail}"hasNext":${hasNext}}`, hasNext)
  );
}

/** The last part of an answer that cannot be brought to its end. */
export function writeFailedPart(error: GraphQLFormattedError): string {
  return writePart(`{"errors":[${JSON.stringify(error)}],"hasNext":false}`, false);
}

function writeIncremental(result: IncrementalResult, formatError: FormatPartError): string {
  const { data, path, label, errors = [] } = result;
  let json = '{';
  if (errors.length > 0) json += `"errors":${JSON.stringify(errors.map(formatError))},`;
  json += `"data":${data === null ? 'null' : data.take()},"path":${JSON.stringify(path)}`;
  if (label !== undefined) json += `,"label":${JSON.stringify(label)}`;
  return `${json}}`;
}

function writePart(json: string, hasNext: boolean): string {
  return `${PART_HEAD}${json}${BOUNDARY}${hasNext ? '' : '--'}\r\n`;
}
