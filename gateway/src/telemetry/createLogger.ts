import { type DestinationStream, type Logger, pino } from 'pino';

/**
 * One JSON line per event on standard output. What a client or a subgraph sent is never logged; the redaction is a
 * second wall for headers that would carry a secret.
 */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    name: 'gateway',
    redact: ['*.authorization', '*["x-caller-assertion"]', 'headers.authorization'],
  };
  return destination ? pino(options, destination) : pino(options);
}
