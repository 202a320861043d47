import { type ArgumentModel, type FieldModel, scalars, type TypeModel } from './model.ts';
import type { Random } from './random.ts';

/** The names that fields may lead to and arguments may take. */
export interface TypeNames {
  readonly enums: ReadonlyMap<string, readonly string[]>;
  readonly inputs: ReadonlyMap<string, readonly ArgumentModel[]>;
  readonly entities: readonly string[];
  readonly values: readonly string[];
  readonly abstracts: readonly string[];
}

/** Few, so that types share names: that is where planners have to rename. */
const FIELD_NAMES = ['name', 'size', 'label', 'owner', 'parts', 'next', 'note', 'rank', 'flag', 'kind'];
const ARGUMENT_NAMES = ['by', 'of', 'at'];

export function generateFieldName(random: Random, taken: readonly FieldModel[], prefix = ''): string {
  const free = FIELD_NAMES.map((name) => prefix + name).filter(
    (name) => !taken.some((field) => field.name === name),
  );
  return free.length === 0 ? `${prefix}extra${taken.length}` : random.pick(free);
}

export function generateField(
  random: Random,
  names: TypeNames,
  name: string,
  type = generateType(random, names),
) {
  return createField(name, type, random.chance(0.3) ? generateArguments(random, names) : []);
}

export function createField(
  name: string,
  type: TypeModel,
  args: readonly ArgumentModel[] = [],
  keyPart: FieldModel['keyPart'] = null,
): FieldModel {
  return {
    name,
    type,
    args,
    in: [],
    nonNullIn: [],
    overriddenIn: null,
    requires: [],
    provides: [],
    isProvided: false,
    isRequired: false,
    isInaccessible: false,
    keyPart,
    throws: false,
  };
}

function generateType(random: Random, { enums, entities, values, abstracts }: TypeNames): TypeModel {
  const leaves = [...scalars, ...enums.keys()];
  const sorts: (readonly [number, readonly string[]])[] = [
    [55, leaves],
    [22, entities],
    [11, values],
    [12, abstracts],
  ];
  const names = random.weighted(sorts.filter(([, list]) => list.length > 0));
  return wrap(random, random.pick(names));
}

/** A type around a name: nullable or not, in a list or not. */
export function wrap(random: Random, name: string): TypeModel {
  const named = (nonNull: boolean): TypeModel => ({ of: name, nonNull });
  const list = (of: TypeModel, nonNull: boolean): TypeModel => ({ of, nonNull });
  return random.weighted([
    [50, named(false)],
    [18, named(true)],
    [9, list(named(false), false)],
    [7, list(named(true), false)],
    [7, list(named(true), true)],
    [4, list(named(false), true)],
    [2, list(list(named(false), false), false)],
    [2, list(list(named(true), true), true)],
  ]);
}

function generateArguments(random: Random, names: TypeNames): ArgumentModel[] {
  return random.some(ARGUMENT_NAMES, 1).map((name) => generateArgument(random, names, name));
}

export function generateArgument(random: Random, names: TypeNames, name: string): ArgumentModel {
  const of = random.weighted([
    [6, random.pick([...scalars])],
    [2, random.pick([...names.enums.keys()])],
    [names.inputs.size === 0 ? 0 : 2, [...names.inputs.keys()][0] ?? ''],
  ]);
  const type = wrap(random, of);
  const hasDefault = random.chance(type.nonNull ? 0.5 : 0.3);
  return { name, type, defaultValue: hasDefault ? generateInput(random, names, type) : undefined };
}

/** A value that an argument of this type may have, as JSON; enum values are their names. */
export function generateInput(
  random: Random,
  names: Pick<TypeNames, 'enums' | 'inputs'>,
  { of, nonNull }: TypeModel,
): unknown {
  if (!nonNull && random.chance(0.15)) return null;
  if (typeof of !== 'string') {
    return Array.from({ length: random.int(3) }, () => generateInput(random, names, of));
  }
  const values = names.enums.get(of);
  if (values !== undefined) return random.pick(values);
  const fields = names.inputs.get(of);
  if (fields !== undefined) {
    const given = fields.filter(({ type, defaultValue }) =>
      type.nonNull && defaultValue === undefined ? true : random.chance(0.5),
    );
    return Object.fromEntries(given.map(({ name, type }) => [name, generateInput(random, names, type)]));
  }
  // Objects and lists of a custom scalar are values that graphql-js cannot print as defaults.
  return of === 'Anything' ? random.pick([0, false, '', 1.5]) : generateScalarInput(random, of);
}

export function generateScalarInput(random: Random, scalar: string): unknown {
  switch (scalar) {
    case 'Int':
      return random.pick([0, 1, -7, 2_147_483_647]);
    case 'Float':
      return random.pick([0, 0.5, -1.25, 3, 1e21]);
    case 'Boolean':
      return random.chance(0.5);
    case 'Anything':
      return random.pick<unknown>([0, false, '', 'x', 1.5, [], [1, [null]], { a: 1, b: [false] }]);
    default:
      return random.pick(['', '0', 'x', 'quote " and \\ and \n', '中文']);
  }
}
