import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from 'jose';
import type { Logger } from 'pino';

/** The public keys of the token issuer, kept fresh in the background. */
export interface KeySet {
  /** Rejects for an unknown key. Only to be called once `isKnown()`. */
  readonly findKey: JWTVerifyGetKey;
  /** Whether keys have been fetched at least once. */
  isKnown(): boolean;
  /** How often keys have been fetched: they may be others each time. */
  fetched(): number;
  /** Fetches the keys now and then every `refreshMs`. Never rejects: an issuer that is down is logged and tried again. */
  start(): Promise<void>;
  stop(): void;
}

export interface KeySetOptions {
  readonly url: URL;
  readonly logger: Logger;
  /** Least milliseconds between two fetches that unknown key ids cause, so that bad tokens cannot flood the issuer. */
  readonly cooldownMs?: number;
  readonly refreshMs?: number;
  /** Milliseconds that keys are used after the issuer last answered. */
  readonly maxAgeMs?: number;
  /** Milliseconds between tries until the first keys are there. */
  readonly retryMs?: number;
}

const FETCH_TIMEOUT_MS = 3_000;

/** Keys at a JWKS URL. While the issuer is down the last keys serve on, for `maxAgeMs`. */
export function createKeySet(options: KeySetOptions): KeySet {
  const { url, logger } = options;
  const { cooldownMs = 30_000, refreshMs = 300_000, maxAgeMs = 43_200_000, retryMs = 1_000 } = options;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  let lastFetchAt = Number.NEGATIVE_INFINITY;
  let fetched = 0;

  const keys = createRemoteJWKSet(url, {
    cacheMaxAge: maxAgeMs,
    cooldownDuration: cooldownMs,
    timeoutDuration: FETCH_TIMEOUT_MS,
    // The library's cool-down counts from the last success, so without this a dead issuer would be asked for every token.
    [customFetch]: async (address, init) => {
      const now = performance.now();
      if (isKnown() && now - lastFetchAt < cooldownMs)
        throw new Error('the keys were asked for a moment ago');
      lastFetchAt = now;
      const response = await fetch(address, init);
      fetched += 1;
      return response;
    },
  });
  let known = false;
  const isKnown = () => {
    // Asked for every request, and the library copies the whole set to answer.
    known ||= keys.jwks() !== undefined;
    return known;
  };

  const refresh = async () => {
    try {
      await keys.reload();
    } catch (error) {
      logger.warn(
        { jwksUrl: url.href, reason: (error as Error).message },
        'cannot fetch the keys of the token issuer',
      );
    }
    if (isStopped) return;
    timer = setTimeout(refresh, isKnown() ? refreshMs : retryMs);
    timer.unref();
  };

  return {
    findKey: keys,
    isKnown,
    fetched: () => fetched,
    start: refresh,
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
