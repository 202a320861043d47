import type { Problem } from './wire/answers.ts';

type Code = Problem['error']['code'];

const statusOf: Readonly<Record<Code, number>> = {
  BAD_REQUEST: 400,
  UNAUTHORIZED: 401,
  NOT_FOUND: 404,
  ILLEGAL_TRANSITION: 409,
  VERSION_CONFLICT: 409,
  IDEMPOTENCY_KEY_REUSED: 409,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  GUARD_FAILED: 422,
  INTERNAL: 500,
};

/** A request that this system refuses; nothing was done. The message is for the caller and names no person. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly body: Problem;

  constructor(code: Code, message: string, details: Omit<Problem['error'], 'code' | 'message'> = {}) {
    super(message);
    this.status = statusOf[code];
    this.body = { error: { code, message, ...details } };
  }
}
