/** What was counted while contestants were held against the monolith. */
export interface Tally {
  operations: number;
  /** Of all contestants together. */
  answers: number;
  /** Not executed, because no plan was made for them: by contestant and code of the refusal. */
  readonly refused: Record<string, number>;
  /** Not the monolith's, and known to be so: by contestant and name of the known difference. */
  readonly known: Record<string, number>;
}

export function createTally(): Tally {
  return { operations: 0, answers: 0, refused: {}, known: {} };
}

export function count(counts: Record<string, number>, key: string, times = 1): void {
  counts[key] = (counts[key] ?? 0) + times;
}

export function addTally(to: Tally, { operations, answers, refused, known }: Tally): void {
  to.operations += operations;
  to.answers += answers;
  for (const [key, times] of Object.entries(refused)) count(to.refused, key, times);
  for (const [key, times] of Object.entries(known)) count(to.known, key, times);
}
