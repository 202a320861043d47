import { type ComposedModel, composeModel } from './composeModel.ts';
import { generateModel } from './generateModel.ts';
import type { Profile } from './profile.ts';

/** So many of a hundred models may not compose before something is wrong with how they are made. */
const MAX_DISCARDED_PERCENT = 15;

/** Models that compose, of the seeds from `first` on, in steps of `step`. */
export function* composedModels(o: {
  readonly first: number;
  readonly step: number;
  readonly count: number;
  readonly profile: Profile;
}): Generator<ComposedModel> {
  let discarded = 0;
  let found = 0;
  for (let seed = o.first; found < o.count; seed += o.step) {
    const composed = composeModel(generateModel(seed, o.profile));
    if (composed === null) {
      discarded += 1;
      if (discarded > 3 + (o.count * MAX_DISCARDED_PERCENT) / 100)
        throw new Error('hardly any model composes');
      continue;
    }
    found += 1;
    yield composed;
  }
}
