import { ENTITIES_OF_TYPE } from './entityRef.ts';
import type { HiddenEntity, Model, ObjectModel } from './model.ts';
import type { Random } from './random.ts';

/**
 * Some entities that some subgraphs do not know. Only where it is the same to every plan: the subgraph's fields of the
 * type are its own alone, nothing requires or provides them, and no way to other subgraphs leads through it.
 */
export function chooseHiddenEntities(random: Random, model: Model): HiddenEntity[] {
  const ids = Array.from({ length: ENTITIES_OF_TYPE }, (_, index) => String(index));
  return [...model.objects.values()].flatMap((object) => {
    const subgraphs = model.subgraphs.filter((subgraph) => canHide(model, object, subgraph));
    if (subgraphs.length === 0) return [];
    const subgraph = random.pick(subgraphs);
    return random
      .some(ids, 1)
      .slice(0, ENTITIES_OF_TYPE - 1)
      .map((id) => ({ subgraph, type: object.name, id }));
  });
}

function canHide({ abstracts }: Model, object: ObjectModel, subgraph: string): boolean {
  const isOfEntityInterface = [...abstracts.values()].some(
    ({ entity, members }) => entity !== null && members.includes(object.name),
  );
  if (object.kind !== 'entity' || object.keys.length > 1 || isOfEntityInterface) return false;
  const own = object.fields.filter(
    ({ in: resolvers, keyPart }) => keyPart === null && resolvers.includes(subgraph),
  );
  return (
    own.length > 0 &&
    own.every(
      ({ in: resolvers, isRequired, isProvided }) => resolvers.length === 1 && !isRequired && !isProvided,
    )
  );
}
