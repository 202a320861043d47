import { type ComposedModel, composeModel } from './composeModel.ts';
import { generateModel } from './generateModel.ts';
import type { Profile } from './profile.ts';

/** Models that compose, of one seed after the other; `discarded` are the seeds whose models did not. */
export function* composedModels(
  firstSeed: number,
  count: number,
  profile: Profile,
  discarded: number[] = [],
): Generator<ComposedModel> {
  let found = 0;
  for (let seed = firstSeed; found < count; seed += 1) {
    const composed = composeModel(generateModel(seed, profile));
    if (composed === null) {
      discarded.push(seed);
      if (discarded.length > 10 + count) throw new Error('hardly any model composes');
      continue;
    }
    found += 1;
    yield composed;
  }
}
