/** The outcome of a Mann–Whitney U test. */
export interface MannWhitney {
  /** U of the first sample: how often one of its values is above one of the second's, ties counted half. */
  readonly u: number;
  /** How often a difference of at least this size comes about where both samples are of one distribution. */
  readonly p: number;
}

/**
 * The two-sided Mann–Whitney U test (Mann and Whitney 1947), by the normal approximation with corrections for ties and
 * continuity; for samples of 8 and more. Asks whether values of one sample tend to be larger than those of the other.
 */
export function mannWhitney(first: readonly number[], second: readonly number[]): MannWhitney {
  const n = first.length + second.length;
  const all = [
    ...first.map((value) => ({ value, isFirst: true })),
    ...second.map((value) => ({ value, isFirst: false })),
  ].toSorted((a, b) => a.value - b.value);

  let rankSum = 0;
  let tied = 0;
  for (let from = 0; from < n; ) {
    let to = from;
    while (to < n && all[to]?.value === all[from]?.value) to += 1;
    const rank = (from + 1 + to) / 2;
    rankSum += rank * all.slice(from, to).filter(({ isFirst }) => isFirst).length;
    tied += (to - from) ** 3 - (to - from);
    from = to;
  }

  const pairs = first.length * second.length;
  const u = rankSum - (first.length * (first.length + 1)) / 2;
  const deviation = Math.sqrt((pairs / 12) * (n + 1 - tied / (n * (n - 1))));
  if (deviation === 0) return { u, p: 1 };
  const z = Math.max(0, Math.abs(u - pairs / 2) - 0.5) / deviation;
  return { u, p: Math.min(1, complementaryErrorFunction(z / Math.SQRT2)) };
}

/** erfc of a number that is not negative, to 1.5e-7 (Abramowitz and Stegun 7.1.26). */
function complementaryErrorFunction(x: number): number {
  const t = 1 / (1 + 0.3275911 * x);
  const polynomial =
    t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  return polynomial * Math.exp(-x * x);
}
