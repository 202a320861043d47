import { describe, expect, it } from '@jest/globals';
import { createTokenBucket } from './tokenBucket.ts';

describe('the token bucket', () => {
  it('lets a burst through, then says how long to wait', () => {
    let nowMs = 0;
    const bucket = createTokenBucket({ ratePerSecond: 2, burst: 3, nowMs: () => nowMs });
    expect([bucket.take(), bucket.take(), bucket.take()]).toEqual([null, null, null]);
    expect(bucket.take()).toBe(1);
    nowMs = 500;
    expect(bucket.take()).toBeNull();
    expect(bucket.take()).toBe(1);
  });

  it('never keeps more than its size, and outlives a clock that steps back', () => {
    let nowMs = 1_000_000;
    const bucket = createTokenBucket({ ratePerSecond: 0.1, burst: 1, nowMs: () => nowMs });
    expect(bucket.take()).toBeNull();
    nowMs = 0;
    expect(bucket.take()).toBe(10);
    nowMs = 3_600_000;
    expect(bucket.take()).toBeNull();
    expect(bucket.take()).toBe(10);
  });
});
