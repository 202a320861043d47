/** A bucket of permissions that fills at a steady rate up to its size; one request takes one. */
export interface TokenBucket {
  /** Null: taken. Otherwise how many whole seconds to wait before the next is there, at least 1. */
  take(): number | null;
}

/** `ratePerSecond` tokens flow in, at most `burst` are kept; full at the start. `nowMs` is a clock in milliseconds. */
export function createTokenBucket(options: {
  ratePerSecond: number;
  burst: number;
  nowMs(): number;
}): TokenBucket {
  const { ratePerSecond, burst, nowMs } = options;
  let tokens = burst;
  let filledAt = nowMs();
  return {
    take() {
      const now = nowMs();
      tokens = Math.min(burst, tokens + (Math.max(0, now - filledAt) / 1000) * ratePerSecond);
      filledAt = now;
      if (tokens >= 1) {
        tokens -= 1;
        return null;
      }
      return Math.max(1, Math.ceil((1 - tokens) / ratePerSecond));
    },
  };
}
