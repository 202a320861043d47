import type { Spread } from './spread.ts';

/** Rows of text under heads, in columns: the first to the left, the others to the right. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [heads, ...rows];
  const widths = heads.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** `1.23 [1.20–1.31]`: the median, and between which values the rounds lay. */
export function spreadText({ median, min, max }: Spread): string {
  return `${numberText(median)} [${numberText(min)}–${numberText(max)}]`;
}

/** Three digits that say something. */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (Math.abs(value) >= 100) return value.toFixed(0);
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2);
}
