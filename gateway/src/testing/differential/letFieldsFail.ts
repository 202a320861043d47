import type { Model } from './model.ts';
import type { Profile } from './profile.ts';
import type { Random } from './random.ts';

/**
 * Lets some fields fail now and then. A null that is not allowed where it is takes other fields along, and which ones
 * depends on what was fetched together; so where fields require others only those fail that may be null, and nowhere is a
 * subgraph stricter than the API.
 */
export function letFieldsFail(random: Random, model: Model, { hasRequirements }: Profile): void {
  const own = [...model.objects.values()].flatMap(({ fields }) => fields);
  const borrowed = [...model.abstracts.values()].flatMap(({ entity }) => entity?.fields ?? []);
  for (const field of [...own, ...borrowed]) {
    field.nonNullIn = [];
    // What an interface object is asked for of some types is fetched for all of them.
    const mayTakeAlong = !hasRequirements && !borrowed.includes(field);
    const mayFail = field.keyPart === null && (mayTakeAlong || !field.type.nonNull);
    field.throws = mayFail && random.chance(0.25);
  }
}
