import type { Model } from './model.ts';
import type { PlantedBug } from './plantedBugs.ts';
import type { Contest } from './startContest.ts';

/** The same contest with contestants that have a bug; what the bug does to fetches is up to who started them. */
export function spoilContest(contest: Contest, bug: PlantedBug): Contest {
  const { model }: { model: Model } = contest.composed;
  return {
    ...contest,
    contestants: contest.contestants.map((contestant) => ({
      ...contestant,
      running: {
        ...contestant.running,
        async answer(operation) {
          const answer = await contestant.running.answer(bug.toOperation?.(operation) ?? operation);
          return bug.toData === undefined
            ? answer
            : { ...answer, data: bug.toData(answer.data, { model, operation }) };
        },
      },
    })),
  };
}
