import { ENTITIES_OF_TYPE, keyValue, type Ref, refTo } from './entityRef.ts';
import {
  type FieldModel,
  type Model,
  namedType,
  type ObjectModel,
  objectOf,
  type TypeModel,
} from './model.ts';
import { hash, type Random, randomFromSeed } from './random.ts';

/** Asked of a field that fails now and then. */
export class FieldFailure extends Error {}

export interface FieldCall {
  readonly ref: Ref;
  readonly object: ObjectModel;
  readonly field: FieldModel;
  /** As the resolver gets them: what is absent is not null. */
  readonly args: Readonly<Record<string, unknown>>;
  /** JSON of what the field requires; empty when it requires nothing. */
  readonly required: string;
}

/**
 * What a field answers: a function of the call alone, whoever calls it. Composite values are `Ref`s, the rest is JSON.
 * @throws {FieldFailure}
 */
export function answerField(model: Model, { ref, object, field, args, required }: FieldCall): unknown {
  if (field.keyPart !== null) return keyValue(object, ref.id, field.keyPart);
  const call = `${model.seed} ${ref.type} ${ref.id} ${field.name} ${canonical(args)} ${required}`;
  const random = randomFromSeed(hash(call));
  if (field.throws && random.chance(0.3)) throw new FieldFailure(`${ref.type}.${field.name} fails`);
  // A root without an answer would make an operation of little use.
  const isNeverNull = field.nonNullIn.length > 0 || (object.kind === 'root' && !random.chance(0.05));
  return valueOfType(model, field, isNeverNull ? { ...field.type, nonNull: true } : field.type, random);
}

function valueOfType(model: Model, field: FieldModel, { of, nonNull }: TypeModel, random: Random): unknown {
  if (!nonNull && random.chance(0.1)) return null;
  if (typeof of !== 'string') {
    const length = random.pick([0, 1, 1, 2, 2, 2, 3, 3, 4, 5]);
    return Array.from({ length }, () => valueOfType(model, field, of, random));
  }
  const values = model.enums.get(of);
  if (values !== undefined) return random.pick(values);
  const object = model.abstracts.has(of)
    ? objectOf(model, random.pick(possibleTypes(model, field)))
    : model.objects.get(of);
  if (object === undefined) return scalarValue(of, random);
  const id =
    object.kind === 'entity' ? random.pick(knownIds(model, field, object)) : String(random.int(2 ** 31));
  return refTo(object.name, id);
}

const IDS = Array.from({ length: ENTITIES_OF_TYPE }, (_, index) => String(index));

/** A subgraph does not lead to what it does not know. */
function knownIds({ hidden }: Model, field: FieldModel, { name }: ObjectModel): readonly string[] {
  return hidden.length === 0
    ? IDS
    : IDS.filter(
        (id) => !hidden.some((one) => one.type === name && one.id === id && field.in.includes(one.subgraph)),
      );
}

/** The members that every subgraph knows which resolves the field. */
function possibleTypes(model: Model, field: FieldModel): readonly string[] {
  const abstract = model.abstracts.get(namedType(field.type));
  if (abstract === undefined) return [];
  const { members, membersIn } = abstract;
  return members.filter((member) =>
    field.in.every((subgraph) => membersIn.get(subgraph)?.includes(member) ?? true),
  );
}

function scalarValue(name: string, random: Random): unknown {
  switch (name) {
    case 'Int':
      return random.pick([0, 0, 1, 42, -3, 2_147_483_647]);
    case 'Float':
      return random.pick([0, 0.5, -1.25, 3, 1e21, 5e-324]);
    case 'Boolean':
      return random.chance(0.5);
    case 'ID':
      return random.pick(['', '0', '1', 'x', '007']);
    case 'Anything':
      return random.pick<unknown>([
        0,
        false,
        '',
        'text',
        1.5,
        [],
        {},
        { a: [0, null], b: { __typename: 'X' } },
      ]);
    default:
      return random.pick(['', '', 'a', '0', '__proto__', 'quote " \\ \n \u2028 <', '中文😀']);
  }
}

/** Equal for equal arguments, whatever the order of their keys. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
