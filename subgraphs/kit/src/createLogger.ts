import { type DestinationStream, type Logger, pino } from 'pino';
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
  };
  return destination === undefined ? pino(settings) : pino(settings, destination);
}
