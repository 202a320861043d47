import { type MannWhitney, mannWhitney } from './mannWhitney.ts';

/** How two questions that must not be told apart compared. */
export interface TimedPairs extends MannWhitney {
  readonly pairs: number;
  /** Medians in milliseconds. */
  readonly hiddenMs: number;
  readonly noneMs: number;
}

/**
 * Times both questions so many times, one after the other and each first as often as the other, so that whatever else the
 * machine does falls on both alike.
 */
export async function timePairs(
  pairs: number,
  hidden: () => Promise<unknown>,
  none: () => Promise<unknown>,
): Promise<TimedPairs> {
  const times = { hidden: [] as number[], none: [] as number[] };
  const time = async (which: keyof typeof times, ask: () => Promise<unknown>) => {
    const started = performance.now();
    await ask();
    times[which].push(performance.now() - started);
  };
  for (let warm = 0; warm < 20; warm += 1) {
    await hidden();
    await none();
  }
  for (let pair = 0; pair < pairs; pair += 1) {
    // Neither alternates with anything that could: the order of each pair is drawn.
    const isHiddenFirst = Math.random() < 0.5;
    if (isHiddenFirst) await time('hidden', hidden);
    await time('none', none);
    if (!isHiddenFirst) await time('hidden', hidden);
  }
  return {
    ...mannWhitney(times.hidden, times.none),
    pairs,
    hiddenMs: median(times.hidden),
    noneMs: median(times.none),
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
