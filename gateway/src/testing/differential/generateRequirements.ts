import { generateInput } from './generateFields.ts';
import {
  type FieldModel,
  findField,
  isLeaf,
  type Model,
  namedType,
  type ObjectModel,
  objectOf,
  printType,
  type Requirement,
} from './model.ts';
import type { Random } from './random.ts';

/** Lets some fields of entities require fields of other subgraphs that stand before them. */
export function generateRequirements(random: Random, model: Model): void {
  // What requires something that requires something itself is more than some planners can do.
  const mayChain = random.chance(0.15);
  const choose = createArguments(random, model);
  for (const object of model.objects.values()) {
    if (object.kind !== 'entity') continue;
    object.fields.forEach((field, index) => {
      const [subgraph] = field.in;
      const isSingle = field.in.length === 1 && field.keyPart === null && field.overriddenIn === null;
      if (!isSingle || subgraph === undefined || field.isRequired || !random.chance(0.35)) return;
      const candidates = object.fields
        .slice(0, index)
        .filter(
          (candidate) => canBeExternal(candidate, subgraph) && (mayChain || candidate.requires.length === 0),
        );
      if (candidates.length === 0) return;
      const chosen = random.some(candidates, 1).slice(0, 3);
      const requires = chosen.flatMap(
        (candidate) => require(random, model, candidate, subgraph, choose) ?? [],
      );
      Object.assign(field, { requires });
    });
  }
  generateForInterfaceObject(random, model, choose);
}

/** What an interface object is given of the entities: leaves that the interface lists. */
function generateForInterfaceObject(random: Random, model: Model, choose: ChooseArguments): void {
  for (const { entity, signatures, members } of model.abstracts.values()) {
    if (entity === null) continue;
    const leaves = [...signatures.values()].filter(
      ({ name, type }) =>
        isLeaf(model, type) &&
        members.every((member) => findField(model, objectOf(model, member), name)?.in.includes(entity.home)),
    );
    for (const field of entity.fields) {
      if (leaves.length === 0 || !random.chance(0.3)) continue;
      const leaf = random.pick(leaves);
      const requirement = { name: leaf.name, args: choose(leaf), selection: null, on: null };
      Object.assign(field, { requires: [requirement] });
    }
  }
}

type ChooseArguments = (field: FieldModel) => Record<string, unknown>;

/** Most often the same for the same field: planners have their difficulties with different ones. */
function createArguments(random: Random, model: Model): ChooseArguments {
  const chosen = new Map<string, Record<string, unknown>>();
  return ({ name, args }) => {
    const signature = `${name}(${args.map((one) => `${one.name}: ${printType(one.type)}`).join()})`;
    const known = chosen.get(signature);
    if (known !== undefined && random.chance(0.85)) return known;
    const given = Object.fromEntries(
      args
        .filter(
          ({ type, defaultValue }) => (type.nonNull && defaultValue === undefined) || random.chance(0.5),
        )
        .map((argument) => [argument.name, generateInput(random, model, argument.type)]),
    );
    chosen.set(signature, given);
    return given;
  };
}

function require(
  random: Random,
  model: Model,
  field: FieldModel,
  subgraph: string,
  choose: ChooseArguments,
): Requirement | null {
  const selection = isLeaf(model, field.type) ? null : requireBelow(random, model, field, subgraph);
  if (selection?.length === 0) return null;
  field.isRequired = true;
  return { name: field.name, args: choose(field), selection, on: null };
}

/** Leaves without arguments of what the field leads to, of an abstract type those of its members. */
function requireBelow(random: Random, model: Model, field: FieldModel, subgraph: string): Requirement[] {
  const name = namedType(field.type);
  const abstract = model.abstracts.get(name);
  if (abstract === undefined) return requireLeaves(random, objectOf(model, name), subgraph, model, null);
  const members = abstract.membersIn.get(subgraph) ?? [];
  return random
    .some(members, 1)
    .flatMap((member) => requireLeaves(random, objectOf(model, member), subgraph, model, member));
}

function requireLeaves(
  random: Random,
  object: ObjectModel,
  subgraph: string,
  model: Model,
  on: string | null,
): Requirement[] {
  const leaves = object.fields.filter(
    (leaf) =>
      isLeaf(model, leaf.type) &&
      leaf.args.length === 0 &&
      leaf.requires.length === 0 &&
      (leaf.keyPart !== null
        ? declaresKeyPart(object, leaf, subgraph)
        : object.kind !== 'entity' || leaf.in.includes(subgraph) || canBeExternal(leaf, subgraph)),
  );
  const chosen = random.some(leaves, Math.min(1, leaves.length)).slice(0, 2);
  for (const leaf of chosen) leaf.isRequired = true;
  return chosen.map(({ name }) => ({ name, args: {}, selection: null, on }));
}

function declaresKeyPart(object: ObjectModel, { name }: FieldModel, subgraph: string): boolean {
  return object.keysIn.get(subgraph)?.some(({ key }) => key.fields.includes(name)) ?? false;
}

/** Whether a subgraph may list the field as one of others. */
export function canBeExternal(field: FieldModel, subgraph: string): boolean {
  return (
    field.keyPart === null &&
    !field.in.includes(subgraph) &&
    field.overriddenIn !== subgraph &&
    field.nonNullIn.length === 0
  );
}
