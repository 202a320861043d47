import { type ErrorCode, type ErrorCodeName, errorCodes } from '@tongban/schema';

const table: ReadonlyMap<string, ErrorCode> = new Map(errorCodes.map((row) => [row.code, row]));

/** The table's row of a code; null for anything that is not a code of the table. */
export function findErrorCode(code: unknown): ErrorCode | null {
  return typeof code === 'string' ? (table.get(code) ?? null) : null;
}

/** The row of a code that is known to be in the table. */
export function errorCode(code: ErrorCodeName): ErrorCode {
  const row = table.get(code);
  if (row === undefined) throw new Error(`the error table has no ${code}`);
  return row;
}
