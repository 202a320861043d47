/** A request that the system refuses: becomes `{"error":{"code","message",…}}` with this status. */
export class SystemError extends Error {
  override readonly name = 'SystemError';
  readonly status: number;
  readonly code: string;
  /** More members of the error object, for example `from`, `event` and `allowed`. */
  readonly detail: Readonly<Record<string, unknown>>;

  constructor(status: number, code: string, message: string, detail: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.detail = detail;
  }
}
