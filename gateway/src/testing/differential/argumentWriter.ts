import {
  type GraphQLArgument,
  type GraphQLInputType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql';
import { generateScalarInput } from './generateFields.ts';
import type { Random } from './random.ts';

/** Writes the arguments and conditions of one operation, and remembers the variables that they use. */
export interface ArgumentWriter {
  argument(argument: GraphQLArgument): string;
  /** `@skip`, `@include`, both or, most often, nothing. */
  condition(): string;
  /** Of all variables used so far; empty when there are none. */
  definitions(): string;
  variables(): Record<string, unknown>;
}

interface Variable {
  readonly name: string;
  readonly type: string;
  /** A literal; null when it has none. */
  readonly initial: string | null;
  /** Undefined: the client leaves it out. */
  readonly value: unknown;
}

export function createArgumentWriter(random: Random): ArgumentWriter {
  const variables: Variable[] = [];

  const variable = (type: GraphQLInputType, hasDefaultThere: boolean): string => {
    const nullable = getNullableType(type);
    const known = variables.filter((one) => one.type === String(type) || one.type === `${nullable}!`);
    if (known.length > 0 && random.chance(0.4)) return `$${random.pick(known).name}`;
    const name = `${random.pick(['v', 'w', 'id'])}${variables.length}`;
    const isStrict = isNonNullType(type) ? !random.chance(0.4) : random.chance(0.2);
    if (isStrict) {
      const initial = random.chance(0.3) ? filled(nullable, false) : null;
      const value = initial !== null && random.chance(0.5) ? undefined : input(nullable);
      variables.push({ name, type: `${nullable}!`, initial, value });
    } else if (isNonNullType(type)) {
      // Nullable where null may not be: only with a default on either side, and only while nobody sends null.
      const initial = hasDefaultThere && random.chance(0.5) ? null : filled(nullable, false);
      const value = random.chance(0.5) ? undefined : input(nullable);
      variables.push({ name, type: String(nullable), initial, value });
    } else {
      const initial = random.chance(0.4) ? literal(type, false) : null;
      const value = random.weighted([
        [5, input(nullable)],
        [2, null],
        [3, undefined],
      ]);
      variables.push({ name, type: String(type), initial, value });
    }
    return `$${name}`;
  };

  const place = (type: GraphQLInputType, hasDefaultThere: boolean, mayVary: boolean): string =>
    mayVary && random.chance(0.4) ? variable(type, hasDefaultThere) : literal(type, mayVary);

  const literal = (type: GraphQLInputType, mayVary: boolean): string => {
    if (isNonNullType(type)) return filled(type, mayVary);
    if (random.chance(0.08)) return 'null';
    return filled(type, mayVary);
  };

  const filled = (type: GraphQLInputType, mayVary: boolean): string => {
    const nullable = getNullableType(type);
    if (isListType(nullable)) {
      const item = nullable.ofType;
      if (random.chance(0.15) && !isListType(getNullableType(item))) return filled(item, false);
      const items = Array.from({ length: random.int(3) }, () =>
        isNonNullType(item) ? filled(item, mayVary) : place(item, false, mayVary),
      );
      return `[${items.join(', ')}]`;
    }
    if (isInputObjectType(nullable)) {
      const fields = Object.values(nullable.getFields())
        .filter((field) => isRequiredInputField(field) || random.chance(0.5))
        .map(({ name, type: below }) => {
          const text = isNonNullType(below) ? filled(below, mayVary) : place(below, false, mayVary);
          return `${name}: ${text}`;
        });
      return `{${fields.join(', ')}}`;
    }
    if (isEnumType(nullable)) return random.pick(nullable.getValues()).name;
    return writeJson(generateScalarInput(random, String(nullable)));
  };

  const input = (type: GraphQLInputType): unknown => {
    const nullable = getNullableType(type);
    if (isListType(nullable)) {
      const item = nullable.ofType;
      return Array.from({ length: random.int(3) }, () =>
        !isNonNullType(item) && random.chance(0.15) ? null : input(item),
      );
    }
    if (isInputObjectType(nullable)) {
      const fields = Object.values(nullable.getFields()).filter(
        (field) => isRequiredInputField(field) || random.chance(0.5),
      );
      return Object.fromEntries(fields.map(({ name, type: below }) => [name, input(below)]));
    }
    if (isEnumType(nullable)) return random.pick(nullable.getValues()).name;
    return generateScalarInput(random, String(nullable));
  };

  const switchOf = (): string => {
    if (random.chance(0.25)) return String(random.chance(0.5));
    const known = variables.filter(({ type }) => type === 'Boolean!');
    if (known.length > 0 && random.chance(0.6)) return `$${random.pick(known).name}`;
    const name = `if${variables.length}`;
    const initial = random.chance(0.3) ? String(random.chance(0.5)) : null;
    const value = initial !== null && random.chance(0.6) ? undefined : random.chance(0.5);
    variables.push({ name, type: 'Boolean!', initial, value });
    return `$${name}`;
  };

  return {
    argument: ({ type, defaultValue }) => {
      const hasDefault = defaultValue !== undefined;
      return isNonNullType(type) && !random.chance(0.4)
        ? filled(type, true)
        : place(type, hasDefault && defaultValue !== null, true);
    },
    condition() {
      if (!random.chance(0.12)) return '';
      const names = random.weighted([
        [5, ['skip']],
        [5, ['include']],
        [1, ['skip', 'include']],
      ]);
      return names.map((name) => `@${name}(if: ${switchOf()})`).join(' ');
    },
    definitions() {
      if (variables.length === 0) return '';
      const list = variables.map(
        ({ name, type, initial }) => `$${name}: ${type}${initial === null ? '' : ` = ${initial}`}`,
      );
      return `(${list.join(', ')})`;
    },
    variables: () =>
      Object.fromEntries(
        variables.filter(({ value }) => value !== undefined).map(({ name, value }) => [name, value]),
      ),
  };
}

/** JSON as a literal: keys without quotes. */
function writeJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(writeJson).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([key, item]) => `${key}: ${writeJson(item)}`)
    .join(', ')}}`;
}
