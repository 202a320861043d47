import fc from 'fast-check';
import type { ComposedModel } from './composeModel.ts';
import type { Answer, Monolith } from './createMonolith.ts';
import { type KnownDifference, knownDifferences } from './knownDifferences.ts';
import type { Operation } from './operation.ts';
import { operationArbitrary } from './operationArbitrary.ts';
import { readFacts } from './operationFacts.ts';
import type { Contestant, RunningContestant } from './startContestant.ts';

/** What was counted on the way. */
export interface Tally {
  /** Answers compared, of all contestants together. */
  compared: number;
  /** Not executed, because no plan was made for them: by the code of the refusal. */
  readonly refused: Map<string, number>;
  /** Not the monolith's, and known to be so: by the name of the known difference. */
  readonly known: Map<string, number>;
}

export function createTally(): Tally {
  return { compared: 0, refused: new Map(), known: new Map() };
}

export interface Difference {
  readonly operation: Operation;
  readonly contestant: string;
  readonly report: string;
}

/**
 * Runs random operations until a contestant answers one differently than the monolith, and makes that one small.
 * Null when none did. Equal seeds try equal operations.
 */
export async function findDifference(o: {
  readonly composed: ComposedModel;
  readonly monolith: Monolith;
  readonly contestants: readonly (Contestant & { readonly running: RunningContestant })[];
  readonly seed: number;
  readonly operations: number;
  /** What is wrong with an answer, in words; null when nothing is. */
  readonly compare: (expected: Answer, got: Answer, operation: Operation) => string | null;
  readonly tally: Tally;
}): Promise<Difference | null> {
  const { composed, monolith, tally } = o;
  let last: Difference | null = null;

  const property = fc.asyncProperty(operationArbitrary(monolith.schema), async (operation) => {
    const expected = monolith.answer(operation);
    let known: ((contestant: Contestant) => KnownDifference | undefined) | null = null;
    for (const contestant of o.contestants) {
      known ??= knownIn(operation);
      const excuse = known(contestant);
      if (excuse?.isFatal) {
        count(tally.known, excuse.name);
        continue;
      }
      const got = await contestant.running.answer(operation);
      tally.compared += 1;
      if (got.refusal !== null) {
        count(tally.refused, `${contestant.running.name}: ${got.refusal}`);
        continue;
      }
      const wrong = o.compare(expected, got, operation);
      if (wrong === null) continue;
      if (excuse !== undefined) {
        count(tally.known, `${contestant.running.name}: ${excuse.name}`);
        continue;
      }
      last = { operation, contestant: contestant.running.name, report: describe(contestant.running, wrong) };
      return false;
    }
    return true;
  });
  await fc.check(property, { seed: o.seed, numRuns: o.operations });
  return last;

  function knownIn(operation: Operation) {
    const facts = readFacts(composed.model, monolith.schema, operation);
    return (contestant: Contestant) =>
      knownDifferences.find((one) => one.concerns(contestant) && one.mayShowIn(facts));
  }
}

function describe({ fetches, complaints }: RunningContestant, wrong: string): string {
  return [
    wrong,
    ...fetches.map(({ subgraph, query, variables }) => `  ${subgraph} ${query} ${JSON.stringify(variables)}`),
    ...complaints.map((complaint) => `  ${complaint}`),
  ].join('\n');
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
