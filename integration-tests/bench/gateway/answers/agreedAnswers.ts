import type { Answers } from './askOnce.ts';
import { firstDifference } from './firstDifference.ts';

/** What most gateways answer; where as many answer one thing as another, what the first of them answers. */
export function agreedAnswers(all: readonly Answers[]): readonly unknown[] {
  const agreeing = all.map(({ data }) => all.filter((other) => differenceOf(data, other.data) === null));
  const most = Math.max(...agreeing.map(({ length }) => length));
  return agreeing.find(({ length }) => length === most)?.[0]?.data ?? [];
}

/** Where answers differ from those expected, in words; null when nowhere. */
export function differenceOf(expected: readonly unknown[], given: readonly unknown[]): string | null {
  for (const [index, data] of expected.entries()) {
    const path = firstDifference(data, given[index]);
    if (path !== null) return `operation ${index} is answered differently at ${path}`;
  }
  return null;
}
