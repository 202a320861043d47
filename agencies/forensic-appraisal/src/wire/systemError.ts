import type { ResponseCode } from './responseCodes.ts';

/** A request that is refused: becomes an envelope with the code's number and message, `detail` behind it, and `data`. */
export class SystemError extends Error {
  override readonly name = 'SystemError';
  readonly responseCode: ResponseCode;
  readonly data: Readonly<Record<string, unknown>> | null;

  /** `detail` is sent to the client: it may name codes and limits, never persons. */
  constructor(
    responseCode: ResponseCode,
    detail: string,
    data: Readonly<Record<string, unknown>> | null = null,
  ) {
    super(detail);
    this.responseCode = responseCode;
    this.data = data;
  }
}
