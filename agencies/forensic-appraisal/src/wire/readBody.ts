import { z } from 'zod';
import { SystemError } from './systemError.ts';

/**
 * Reads a request's JSON by its schema.
 * @throws {SystemError} NOT_JSON, TOO_MANY_IDS for a list over its limit, or BAD_REQUEST with every mistake.
 */
export function readBody<Schema extends z.ZodType>(schema: Schema, body: string): z.output<Schema> {
  const parsed = schema.safeParse(parseJson(body));
  if (parsed.success) return parsed.data;
  const tooMany = parsed.error.issues.find((issue) => issue.code === 'too_big' && issue.origin === 'array');
  if (tooMany !== undefined)
    throw new SystemError('TOO_MANY_IDS', `${tooMany.path.join('.')}: ${tooMany.message}`);
  throw new SystemError('BAD_REQUEST', z.prettifyError(parsed.error));
}

/** The body's bytes as text; empty where there was none. */
export function bodyOf(body: unknown): string {
  return Buffer.isBuffer(body) ? body.toString('utf8') : '';
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new SystemError('NOT_JSON', '');
  }
}
