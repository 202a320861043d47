import type { ComposedModel } from './composeModel.ts';
import { createMonolith, type Monolith } from './createMonolith.ts';
import type { IsHidden } from './createSubgraphSchema.ts';
import type { Ref } from './entityRef.ts';
import type { FieldModel } from './model.ts';
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
  o: {
    readonly isHidden?: IsHidden;
    readonly isMissing?: (ref: Ref, field: FieldModel) => boolean;
    readonly interfere?: Interference;
  } = {},
): Promise<Contest> {
  const { isMissing = () => false, ...options } = o;
  const running = await Promise.all(
    contestants.map(async (contestant) => ({
      ...contestant,
      running: await startContestant(contestant, composed, options),
    })),
  );
  return {
    composed,
    monolith: createMonolith({ ...composed, isMissing }),
    contestants: running,
    async stop() {
      await Promise.all(running.map((one) => one.running.stop()));
    },
  };
}
