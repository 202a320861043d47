import fc from 'fast-check';
import type { CompareAnswers } from './compareAnswers.ts';
import { interestOf } from './interestOf.ts';
import { knownDifferences } from './knownDifferences.ts';
import type { Operation } from './operation.ts';
import { operationArbitrary } from './operationArbitrary.ts';
import { readFacts } from './operationFacts.ts';
import type { Contest } from './startContest.ts';
import type { RunningContestant } from './startContestant.ts';
import { count, type Tally } from './tally.ts';

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
  readonly contest: Contest;
  readonly seed: number;
  readonly operations: number;
  readonly compare: CompareAnswers;
  readonly tally: Tally;
}): Promise<Difference | null> {
  const { composed, monolith, contestants } = o.contest;
  const { tally } = o;
  let last: Difference | null = null;
  let index = 0;

  const property = fc.asyncProperty(
    operationArbitrary(monolith.schema, interestOf(composed.model)),
    async (operation) => {
      const expected = monolith.answer(operation);
      const facts = readFacts(composed.model, monolith.schema, operation);
      if (last === null) {
        tally.operations += 1;
        index += 1;
      }
      for (const { running, ...contestant } of contestants) {
        // While it is made small, only the one that was wrong is of interest.
        const isAsked =
          last === null
            ? index % (contestant.every ?? 1) === 0 &&
              facts.selections <= (contestant.maxSelections ?? Number.POSITIVE_INFINITY)
            : last.contestant === running.name;
        if (!isAsked) continue;
        const got = await running.answer(operation);
        if (last === null) tally.answers += 1;
        if (got.refusal !== null) {
          if (last === null) count(tally.refused, `${running.name}: ${got.refusal}`);
          continue;
        }
        const wrong = o.compare(expected, got);
        if (wrong === null) continue;
        const excuse = knownDifferences.find((one) => one.concerns(contestant) && one.mayShowIn(facts));
        if (excuse !== undefined) {
          if (last === null) count(tally.known, `${running.name}: ${excuse.name}`);
          continue;
        }
        last = { operation, contestant: running.name, report: describe(running, wrong) };
        return false;
      }
      return true;
    },
  );
  await fc.check(property, { seed: o.seed, numRuns: o.operations });
  return last;
}

function describe({ fetches, complaints }: RunningContestant, wrong: string): string {
  return [
    wrong,
    ...fetches.map(({ subgraph, query, variables }) => `  ${subgraph} ${query} ${JSON.stringify(variables)}`),
    ...complaints.map((complaint) => `  ${complaint}`),
  ].join('\n');
}
