import type { ComposedModel } from './composeModel.ts';
import { createMonolith, type Monolith } from './createMonolith.ts';
import {
  type Contestant,
  type Interference,
  type RunningContestant,
  startContestant,
} from './startContestant.ts';

/** A graph served in several ways at once, with the monolith that they are held against. */
export interface Contest {
  readonly composed: ComposedModel;
  readonly monolith: Monolith;
  readonly contestants: readonly (Contestant & { readonly running: RunningContestant })[];
  stop(): Promise<void>;
}

export async function startContest(
  composed: ComposedModel,
  contestants: readonly Contestant[],
  interfere?: Interference,
): Promise<Contest> {
  const running = await Promise.all(
    contestants.map(async (contestant) => ({
      ...contestant,
      running: await startContestant(contestant, composed, interfere),
    })),
  );
  return {
    composed,
    monolith: createMonolith(composed),
    contestants: running,
    async stop() {
      await Promise.all(running.map((one) => one.running.stop()));
    },
  };
}
