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
  /** Tokens that were refused. Good ones of the same address still pass: many people may stand behind it. */
  readonly badTokensPerAddress: number | null;
}

/** How often one may ask. Each of these throws RATE_LIMITED when it is too often. */
export interface RateLimits {
  /** Before it is known who asks. */
  admitAddress(address: string): Promise<void>;
  admitCaller(caller: Caller): Promise<void>;
  /** A token of this address was refused. */
  admitBadToken(address: string): Promise<void>;
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
      await consume(addresses, toKey(addressKey(address)));
    },
    async admitCaller({ subject, organization }) {
      await Promise.all([
        consume(persons, toKey(subject)),
        organization === null ? null : consume(organizations, toKey(organization)),
      ]);
    },
    async admitBadToken(address) {
      await consume(badTokens, toKey(addressKey(address)), ({ consumedPoints }) => {
        const isFirst = consumedPoints - 1 === rates.badTokensPerAddress;
        if (isFirst) logger.warn({ address }, 'too many bad tokens from one address');
      });
    },
  };
}

async function consume(
  limiter: RateLimiterAbstract | null,
  key: string,
  onRefusal: (result: RateLimiterRes) => void = () => undefined,
): Promise<void> {
  try {
    await limiter?.consume(key);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    onRefusal(error);
    throw retryLater('RATE_LIMITED', error.msBeforeNext / 1_000);
  }
}
