import { type DestinationStream, type LogFn, type Logger, pino } from 'pino';
import { safeError } from './safeError.ts';

/**
 * A logger that writes JSON lines to standard output. Errors are logged without credentials, headers, bodies and
 * identity numbers (see `safeError`), under `err` or `error`.
 */
export function createLogger(options: {
  readonly name: string;
  readonly level: string;
  /** Standard output when left out. */
  readonly destination?: DestinationStream;
}): Logger {
  const { name, level, destination } = options;
  const settings = {
    name,
    level,
    base: { name },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: safeError, error: safeError },
    hooks: { logMethod: withoutRawMessage },
  };
  return destination === undefined ? pino(settings) : pino(settings, destination);
}

/** Where nobody says what happened, pino would say it in the error's own words, past `safeError`. */
function withoutRawMessage(this: Logger, args: Parameters<LogFn>, log: LogFn): void {
  const [first, ...rest] = args as unknown[];
  const error = first instanceof Error ? first : (first as { err?: unknown } | null)?.err;
  const isBare = rest.length === 0 && error instanceof Error;
  if (isBare) log.call(this, first instanceof Error ? { err: first } : (first as object), 'failed');
  else log.apply(this, args);
}
