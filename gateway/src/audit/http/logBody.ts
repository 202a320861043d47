import { z } from 'zod';
import { requestError } from '../../errors/requestError.ts';
import { SUBJECT_TAG } from '../subjectTags.ts';

/** Bytes of a body. */
export const MAX_LOG_BODY = 16 * 1024;

/** A person has a tag for each epoch of the key. */
export const tagsOfBody = z.array(z.string().regex(SUBJECT_TAG)).min(1).max(100);

/** @throws {GraphQLError} BAD_USER_INPUT (400), naming the members that are wrong and nothing of what is in them. */
export function readLogBody<Body>(schema: z.ZodType<Body>, body: unknown): Body {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const places = [...new Set(parsed.error.issues.map(({ path }) => String(path[0] ?? 'the whole')))];
  throw requestError('BAD_USER_INPUT', `The body is not as it must be: ${places.join(', ')}.`, 400);
}
