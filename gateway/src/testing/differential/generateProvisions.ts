import { canBeExternal } from './generateRequirements.ts';
import { isLeaf, type Model, namedType } from './model.ts';
import type { Random } from './random.ts';

/** Lets some fields that lead to an entity bring along leaves of it that belong to other subgraphs. */
export function generateProvisions(random: Random, model: Model): void {
  for (const object of model.objects.values()) {
    if (object.kind === 'keyValue' || object.kind === 'value') continue;
    for (const field of object.fields) {
      const [subgraph] = field.in;
      const target = model.objects.get(namedType(field.type));
      if (field.in.length !== 1 || subgraph === undefined || target?.kind !== 'entity') continue;
      if (!random.chance(0.3)) continue;
      const leaves = target.fields.filter(
        (leaf) =>
          isLeaf(model, leaf.type) &&
          leaf.args.length === 0 &&
          leaf.requires.length === 0 &&
          leaf.overriddenIn === null &&
          canBeExternal(leaf, subgraph),
      );
      const chosen = random.some(leaves, Math.min(1, leaves.length)).slice(0, 2);
      for (const leaf of chosen) leaf.isProvided = true;
      Object.assign(field, { provides: chosen.map(({ name }) => name) });
    }
  }
}
