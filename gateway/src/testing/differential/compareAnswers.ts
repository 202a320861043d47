import type { Answer } from './createMonolith.ts';

const TELLS_EVERY_LOSS = false as boolean;

/** What is wrong with an answer; null when nothing is. Data must be equal to the order of keys. */
export type CompareAnswers = (expected: Answer, got: Answer) => string | null;

/**
 * For graphs where fields fail: an error for each thing that is missing, at the last position of its path that the answer
 * shows. More errors may stand at what is not null: those of fields that were fetched and are not shown, because others
 * require them, or because a plan asks every type for what the client asked of some.
 */
export const compareFailures: CompareAnswers = (expected, got) => {
  const wrong = compareData(expected, got);
  if (wrong !== null) return wrong;
  const [wanted, had] = [expected, got].map(
    ({ errorPaths }) => new Map(errorPaths.map((path) => shownPart(path, expected.data))),
  );
  if (wanted === undefined || had === undefined) return null;
  const missing = [...wanted.keys()].filter((path) => !had.has(path));
  const needless = [...had].filter(([path, value]) => value === null && !wanted.has(path));
  if (missing.length === 0 && needless.length === 0) return null;
  return `errors\n  missing at ${missing.join(' ')}\n  needless at ${needless.map(([path]) => path).join(' ')}`;
};

/** For graphs where nothing fails: no error may be in the answer, whatever the monolith says of nulls. */
export const compareWholeAnswers: CompareAnswers = (expected, got) => {
  const wrong = compareData(expected, got);
  if (wrong !== null || got.errorPaths.length === 0) return wrong;
  return `errors at ${got.errorPaths.map((path) => JSON.stringify(path)).join(' ')}`;
};

/**
 * For fetches that go wrong: what is there is right, and what is not there is null, beside errors.
 *
 * Known difference: an executor that has told of one loss may be silent about others of the same subgraph. With
 * `TELLS_EVERY_LOSS` every null must have an error at it, above it, or, when the null came up from below, under it.
 */
export const compareLosses: CompareAnswers = (expected, got) => {
  const isExplained = (path: readonly (string | number)[]) =>
    got.errorPaths.some(
      (error) =>
        !TELLS_EVERY_LOSS || path.slice(0, error.length).every((part, index) => part === error[index]),
    );
  // Of an object whose type could not be read, fields in fragments are left out; the error may stand at another of its
  // places in a list.
  const places = new Set(got.errorPaths.map(placeOf));
  const hasKeysOf = (wanted: object, had: object, path: readonly (string | number)[]) => {
    const keys = Object.keys(wanted);
    const isUntold = places.has(placeOf(path));
    return (
      String(isUntold ? keys.filter((key) => Object.hasOwn(had, key)) : keys) === String(Object.keys(had))
    );
  };
  const wrong: string[] = [];
  const compare = (wanted: unknown, had: unknown, path: readonly (string | number)[]): void => {
    if (had === null && wanted !== null) {
      if (!isExplained(path)) wrong.push(`null without an error at ${JSON.stringify(path)}`);
    } else if (Array.isArray(wanted) && Array.isArray(had) && wanted.length === had.length) {
      wanted.forEach((element, index) => {
        compare(element, had[index], [...path, index]);
      });
    } else if (isObject(wanted) && isObject(had) && hasKeysOf(wanted, had, path)) {
      for (const key of Object.keys(had)) compare(wanted[key], had[key], [...path, key]);
    } else if (JSON.stringify(wanted) !== JSON.stringify(had)) {
      wrong.push(`at ${JSON.stringify(path)}: ${JSON.stringify(had)} instead of ${JSON.stringify(wanted)}`);
    }
  };
  compare(expected.data, got.data, []);
  return wrong.length === 0
    ? null
    : `${wrong.join('\n')}\n  errors at ${got.errorPaths.map((path) => JSON.stringify(path)).join(' ')}\n  got ${JSON.stringify(got.data)}`;
};

function placeOf(path: readonly (string | number)[]): string {
  return path.filter((part) => typeof part === 'string').join('/');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function compareData(expected: Answer, got: Answer): string | null {
  const [wanted, had] = [expected.data, got.data].map((data) => JSON.stringify(data));
  return wanted === had ? null : `data\n  expected ${wanted}\n  got      ${had}`;
}

/** The path as far as the answer goes, as JSON, and the value there. */
function shownPart(path: readonly (string | number)[], data: unknown): [path: string, value: unknown] {
  const shown: (string | number)[] = [];
  let position = data;
  for (const part of path) {
    if (typeof position !== 'object' || position === null || !Object.hasOwn(position, part)) break;
    shown.push(part);
    position = (position as Record<string | number, unknown>)[part];
  }
  return [JSON.stringify(shown), position];
}
