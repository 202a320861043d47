import { Redis } from 'ioredis';
import type { Logger } from 'pino';

/** Where several gateways count together. */
export interface RateStore {
  readonly client: Redis;
  close(): void;
}

/** A request waits so many milliseconds for the store, and is counted in this process then. */
const COMMAND_TIMEOUT_MS = 250;
/** After so many milliseconds without a word the connection is given up and made anew. */
const SOCKET_TIMEOUT_MS = 2_000;
const MAX_RECONNECT_MS = 5_000;

/** Connects in the background, and again whenever the connection is lost; logs it once each time it goes and comes. */
export function connectRateStore(url: URL, logger: Logger): RateStore {
  const client = new Redis(url.href, {
    commandTimeout: COMMAND_TIMEOUT_MS,
    socketTimeout: SOCKET_TIMEOUT_MS,
    disconnectTimeout: COMMAND_TIMEOUT_MS,
    maxRetriesPerRequest: 0,
    enableOfflineQueue: false,
    retryStrategy: (attempt) => Math.min(attempt * 200, MAX_RECONNECT_MS),
  });
  let isLost = false;
  client.on('error', (error: Error) => {
    if (!isLost)
      logger.error({ reason: error.message }, 'Redis does not answer; this process counts by itself');
    isLost = true;
  });
  client.on('ready', () => {
    if (isLost) logger.info('Redis answers again');
    isLost = false;
  });
  return { client, close: () => client.disconnect() };
}
