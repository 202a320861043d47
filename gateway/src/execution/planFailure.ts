import { requestError } from '../errors/requestError.ts';

/** How Apollo's planner says that a limit was reached; it throws plain errors without a code. */
const LIMIT_MESSAGES = [
  /^Too many options generated/,
  /exceeds limit of/,
  /^Exceeded maximum recursive selections/,
];

/** Turns a planner that gave up at one of its limits into a refusal; any other error is given back as it is. */
export function toPlanFailure(error: unknown): unknown {
  const message = error instanceof Error ? error.message : '';
  return LIMIT_MESSAGES.some((pattern) => pattern.test(message)) ? requestError('QUERY_TOO_COMPLEX') : error;
}
