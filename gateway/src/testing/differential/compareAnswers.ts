import type { Answer } from './createMonolith.ts';

/** What is wrong with an answer; null when nothing is. Data must be equal to the order of keys. */
export function compareAnswers(expected: Answer, got: Answer): string | null {
  const [wanted, had] = [expected.data, got.data].map((data) => JSON.stringify(data));
  if (wanted !== had) return `data\n  expected ${wanted}\n  got      ${had}`;
  const [paths, gotPaths] = [expected, got].map(({ errorPaths }) => pathsOf(errorPaths));
  if (paths !== gotPaths) return `errors\n  expected at ${paths}\n  got at      ${gotPaths}`;
  return null;
}

/** A set: the same place twice is the same to a reader. */
function pathsOf(errorPaths: Answer['errorPaths']): string {
  return [...new Set(errorPaths.map((path) => JSON.stringify(path)))].sort().join(' ');
}
