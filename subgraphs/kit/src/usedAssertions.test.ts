import { describe, expect, it } from '@jest/globals';
import { createUsedAssertions } from './usedAssertions.ts';

describe('the memory of used assertions', () => {
  it('takes each once, whatever came between', () => {
    const used = createUsedAssertions({ now: () => 0 });
    expect(['a', 'b', 'a', 'c', 'b'].map((id) => used.use(id, 30))).toEqual([true, true, false, true, false]);
  });

  it('forgets what has expired, so that it does not grow with time', () => {
    let now = 0;
    const used = createUsedAssertions({ now: () => now });
    for (let id = 0; id < 10_000; id += 1) {
      now += 0.1;
      expect(used.use(String(id), now + 30)).toBe(true);
    }
    expect(used.size).toBeLessThanOrEqual(301);
  });

  it('remembers to the last moment', () => {
    let now = 0;
    const used = createUsedAssertions({ now: () => now });
    used.use('a', 30);
    now = 29.9;
    expect(used.use('a', 30)).toBe(false);
  });

  it('refuses rather than forgets when it is full', () => {
    let now = 0;
    const used = createUsedAssertions({ now: () => now, maxRemembered: 2 });
    expect(['a', 'b', 'c', 'a'].map((id) => used.use(id, 30))).toEqual([true, true, false, false]);
    now = 30;
    expect(used.use('c', 60)).toBe(true);
  });
});
