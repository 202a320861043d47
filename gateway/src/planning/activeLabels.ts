/** Decides which labels of progressive `@override` hold for a request. */
export type ActiveLabels = (o: {
  /** Who asks; the same text always stands at the same percentile. */
  readonly subject: string;
  /** Labels that hold by who asks. */
  readonly own: readonly string[];
}) => readonly string[];

const PERCENT = /^percent\((\d{1,3}(?:\.\d{1,8})?)\)$/;
const NONE: readonly string[] = [];

/**
 * `percent(N)` holds for N percent of all callers, and for one caller always or never, so that nobody's answers change
 * from request to request. Other labels hold for everybody (`always`) or for those that have them.
 * Source: https://specs.apollo.dev/federation, `@override(label:)`.
 */
export function createActiveLabels(o: {
  readonly labels: ReadonlySet<string>;
  readonly always: ReadonlySet<string>;
  readonly percentile?: number | undefined;
}): ActiveLabels {
  const { labels, always, percentile } = o;
  if (labels.size === 0) return () => NONE;
  const percentages = [...labels].flatMap((label) => {
    const [, percent] = PERCENT.exec(label) ?? [];
    return percent === undefined ? [] : [{ label, percent: Number(percent) }];
  });
  return ({ subject, own }) => {
    const at = percentile ?? percentileOf(subject);
    const active = new Set(percentages.filter(({ percent }) => at < percent).map(({ label }) => label));
    for (const label of [...always, ...own]) if (labels.has(label)) active.add(label);
    return [...active].sort();
  };
}

/** A number from 0 to under 100 that is spread evenly and the same for the same text (FNV-1a). */
function percentileOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return ((hash >>> 0) % 10_000) / 100;
}
