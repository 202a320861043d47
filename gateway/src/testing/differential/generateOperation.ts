import {
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
} from 'graphql';
import { createArgumentWriter } from './argumentWriter.ts';
import { writeIntrospection } from './introspections.ts';
import type { Operation } from './operation.ts';
import type { Random } from './random.ts';
import { repairOperation } from './repairOperation.ts';

const MAX_DEPTH = 6;
/** Names that other things have too: keys, fields, what JavaScript objects inherit, what GraphQL and planners use. */
const ALIASES = [
  'a0',
  'a1',
  'id',
  'code',
  'at',
  'name',
  'size',
  'owner',
  'next',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '_typename',
  '__typename_',
  '_entities',
  'representations',
];

/** How much a field is worth selecting. */
export type Interest = (typename: string, field: string) => number;

/** An operation that is valid on the schema, with values for its variables. */
export function generateOperation(schema: GraphQLSchema, random: Random, interest: Interest): Operation {
  const writer = createArgumentWriter(random);
  const fragments: { name: string; on: GraphQLCompositeType; text: string }[] = [];
  let budget = 3 + random.int(random.chance(0.2) ? 60 : 20);

  const selectionSet = (parent: GraphQLCompositeType, depth: number): string => {
    const count = 1 + random.int(depth === 0 ? 3 : 4);
    const selections = Array.from({ length: count }, () => selection(parent, depth));
    return `{ ${selections.join(' ')} }`;
  };

  const selection = (parent: GraphQLCompositeType, depth: number): string => {
    budget -= 1;
    const isDeep = depth >= MAX_DEPTH || budget <= 0;
    const kind = random.weighted([
      [isUnionType(parent) ? 0 : 70, 'field'],
      [8, 'typename'],
      [isDeep ? 0 : isAbstractType(parent) ? 40 : 8, 'inline'],
      [isDeep ? 0 : isAbstractType(parent) ? 16 : 8, 'spread'],
    ] as const);
    if (kind === 'typename') return `${alias()}__typename ${writer.condition()}`;
    if (kind === 'inline') {
      const on = random.chance(0.15) ? null : narrower(parent);
      const set = selectionSet(on ?? parent, depth + 1);
      return `... ${on === null ? '' : `on ${on.name}`} ${writer.condition()} ${set}`;
    }
    if (kind === 'spread') return `...${fragmentOn(narrower(parent), depth)} ${writer.condition()}`;
    return field(parent, depth, isDeep);
  };

  const field = (parent: GraphQLCompositeType, depth: number, isDeep: boolean): string => {
    const fields: GraphQLField<unknown, unknown>[] = isUnionType(parent)
      ? []
      : Object.values(parent.getFields());
    const from = isDeep ? fields.filter(({ type }) => !isCompositeType(getNamedType(type))) : fields;
    if (from.length === 0) return '__typename';
    const { name, args, type } = random.weighted(from.map((one) => [interest(parent.name, one.name), one]));
    const given = args
      .filter((argument) => isRequiredArgument(argument) || random.chance(0.6))
      .map((argument) => `${argument.name}: ${writer.argument(argument)}`);
    const below = getNamedType(type);
    const list = given.length === 0 ? '' : `(${given.join(', ')})`;
    const set = isCompositeType(below) ? selectionSet(below, depth + 1) : '';
    return `${alias()}${name}${list} ${writer.condition()} ${set}`;
  };

  const alias = (): string => (random.chance(0.25) ? `${random.pick(ALIASES)}: ` : '');

  /** A type that something of type `parent` can be seen as. */
  const narrower = (parent: GraphQLCompositeType): GraphQLCompositeType => {
    const possible = isAbstractType(parent) ? schema.getPossibleTypes(parent) : [parent];
    const abstract = Object.values(schema.getTypeMap()).filter(
      (type) => isAbstractType(type) && possible.some((object) => schema.isSubType(type, object)),
    );
    return random.weighted([
      [isAbstractType(parent) ? 60 : 30, random.pick(possible)],
      [10, parent],
      [abstract.length === 0 ? 0 : 20, abstract.length === 0 ? parent : random.pick(abstract)],
    ]) as GraphQLCompositeType;
  };

  const fragmentOn = (on: GraphQLCompositeType, depth: number): string => {
    const known = fragments.filter((fragment) => fragment.on === on);
    if (known.length > 0 && random.chance(0.6)) return random.pick(known).name;
    const text = selectionSet(on, depth + 1);
    const name = `F${fragments.length}`;
    fragments.push({ name, on, text });
    return name;
  };

  const mutation = schema.getMutationType();
  const root = mutation && random.chance(0.15) ? mutation : schema.getQueryType();
  if (!isObjectType(root)) throw new Error('no query type');
  const kind = root === mutation ? 'mutation' : 'query';
  const introspection = kind === 'query' && random.chance(0.04) ? writeIntrospection(random, schema) : '';
  const set = selectionSet(root, 0).replace(/}$/, `${introspection} }`);
  const isNamed = random.chance(0.3);
  const definitions = writer.definitions();
  const text = [
    `${kind} ${isNamed || definitions !== '' ? 'Asked' : ''}${definitions} ${set}`,
    ...fragments.map(({ name, on, text: body }) => `fragment ${name} on ${on.name} ${body}`),
    ...(isNamed && random.chance(0.2) ? ['query Another { __typename }'] : []),
  ].join('\n');
  return repairOperation(schema, { text, variables: writer.variables(), operationName: 'Asked' });
}
