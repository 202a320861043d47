import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { retryLater } from '../errors/retryLater.ts';
import type { Caller } from '../identity/caller.ts';
import { addressKey } from './addressKey.ts';
import type { RateStore } from './rateStore.ts';

/** Requests in a minute; null: any number. */
export interface Rates {
  readonly perPerson: number | null;
  readonly perOrganization: number | null;
  readonly perAddress: number | null;
  /** Tokens that were refused; over it, nothing of that address is looked at until the minute is over. */
  readonly badTokensPerAddress: number | null;
}

/** How often one may ask. Each of these throws RATE_LIMITED when it is too often. */
export interface RateLimits {
  /** Before it is known who asks. */
  admitAddress(address: string): Promise<void>;
  admitCaller(caller: Caller): Promise<void>;
  /** A token of this address was refused. Never throws. */
  countBadToken(address: string): Promise<void>;
}

const WINDOW_SECONDS = 60;

/**
 * Null where no rate is limited. Counts in the store where there is one, so that all gateways count together, and in this process while it
 * fails.
 */
export function createRateLimits(o: {
  readonly rates: Rates;
  /** Null: this process counts for itself. */
  readonly store: RateStore | null;
  readonly logger: Logger;
}): RateLimits | null {
  const { rates, store, logger } = o;
  if (Object.values(rates).every((rate) => rate === null)) return null;
  const limiter = (name: string, points: number | null): RateLimiterAbstract | null => {
    if (points === null) return null;
    const memory = new RateLimiterMemory({ keyPrefix: name, points, duration: WINDOW_SECONDS });
    if (store === null) return memory;
    return new RateLimiterRedis({
      storeClient: store.client,
      keyPrefix: `tongban:rate:${name}`,
      points,
      duration: WINDOW_SECONDS,
      insuranceLimiter: memory,
      rejectIfRedisNotReady: true,
      // Whoever is over the limit costs the store nothing more.
      inMemoryBlockOnConsumed: points + 1,
    });
  };
  /** Nothing in the store names a person or an address. */
  const toKey = (name: string) =>
    store === null ? name : createHash('sha256').update(name).digest('base64url');

  const persons = limiter('person', rates.perPerson);
  const organizations = limiter('organization', rates.perOrganization);
  const addresses = limiter('address', rates.perAddress);
  const badTokens = limiter('bad-token', rates.badTokensPerAddress);

  return {
    async admitAddress(address) {
      const key = toKey(addressKey(address));
      await Promise.all([consume(addresses, key), refuseIfSpent(badTokens, key, rates.badTokensPerAddress)]);
    },
    async admitCaller({ subject, organization }) {
      await Promise.all([
        consume(persons, toKey(subject)),
        organization === null ? null : consume(organizations, toKey(organization)),
      ]);
    },
    async countBadToken(address) {
      const result = await badTokens?.consume(toKey(addressKey(address))).catch((error: unknown) => error);
      if (result instanceof RateLimiterRes && result.consumedPoints === rates.badTokensPerAddress) {
        logger.warn({ address }, 'too many bad tokens from one address');
      }
    },
  };
}

async function consume(limiter: RateLimiterAbstract | null, key: string): Promise<void> {
  try {
    await limiter?.consume(key);
  } catch (error) {
    throw toRefusal(error);
  }
}

async function refuseIfSpent(
  limiter: RateLimiterAbstract | null,
  key: string,
  points: number | null,
): Promise<void> {
  const result = (await limiter?.get(key)) ?? null;
  if (result !== null && points !== null && result.consumedPoints >= points) throw toRefusal(result);
}

function toRefusal(error: unknown): unknown {
  return error instanceof RateLimiterRes ? retryLater('RATE_LIMITED', error.msBeforeNext / 1_000) : error;
}
