import { type FieldModel, fieldsOf, isLeaf, type Model, namedType, type ObjectModel } from './model.ts';
import type { Random } from './random.ts';

/** Distributes the fields over the subgraphs, and decides what else is true of them but `@requires` and `@provides`. */
export function placeFields(random: Random, model: Model, insiders: readonly string[]): void {
  for (const object of model.objects.values()) {
    for (const field of object.fields) {
      if (object.kind === 'value' || object.kind === 'keyValue' || field.keyPart !== null) {
        field.in = model.subgraphs;
      } else if (field.in.length === 0) {
        placeField(random, model, object, field, insiders);
      }
    }
    hideFields(random, model, object);
  }
}

function placeField(
  random: Random,
  model: Model,
  object: ObjectModel,
  field: FieldModel,
  insiders: readonly string[],
): void {
  const home = [...model.abstracts.values()].find(
    ({ entity, members, signatures }) =>
      entity !== null && members.includes(object.name) && signatures.has(field.name),
  )?.entity?.home;
  // What an interface with a key lists is known where it is declared.
  const first = home ?? random.pick(insiders);
  field.in = [first];
  if (object.name === 'Mutation') return;
  const others = insiders.filter((name) => name !== first && canAlsoResolve(model, field, first, name));
  if (others.length === 0) return;
  if (random.chance(0.25)) {
    field.in = [first, random.pick(others)];
    if (!field.type.nonNull && random.chance(0.4)) field.nonNullIn = [random.pick(field.in)];
  } else if (isLeaf(model, field.type) && object.kind === 'entity' && random.chance(0.15)) {
    field.overriddenIn = random.pick(others);
  }
}

/** Both must be able to answer alike: with the same members of an abstract type. */
function canAlsoResolve({ abstracts }: Model, { type }: FieldModel, first: string, other: string): boolean {
  const abstract = abstracts.get(namedType(type));
  if (abstract === undefined) return true;
  return String(abstract.membersIn.get(first)) === String(abstract.membersIn.get(other));
}

/** Keeps some fields from the API. What an interface shows stays, and so does one field of every type. */
function hideFields(random: Random, model: Model, object: ObjectModel): void {
  const shown = new Set([...model.abstracts.values()].flatMap(({ fields }) => fields));
  if (object.kind === 'keyValue') return;
  for (const field of object.fields) {
    if (field.keyPart === null && !shown.has(field.name)) field.isInaccessible = random.chance(0.06);
  }
  const fields = fieldsOf(model, object);
  const [last] = fields.slice(-1);
  if (last !== undefined && fields.every(({ isInaccessible }) => isInaccessible)) last.isInaccessible = false;
}
