import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';
import type { Requirements } from './readRequirements.ts';

/** An operation that asks for one protected coordinate and nothing else. */
export interface ProtectedProbe {
  /** `Type` or `Type.field`, as in the supergraph. */
  readonly coordinate: string;
  readonly source: string;
}

/** How a type is reached from a root of the schema. */
interface Way {
  readonly operation: 'query' | 'mutation';
  /** What stands before the selections of the type, and how many braces it opened. */
  readonly prefix: string;
  readonly depth: number;
}

/**
 * One operation for each protected coordinate of a supergraph, on the shortest way to it, with made-up arguments. Those that
 * no client can reach have none.
 */
export function protectedProbes(schema: GraphQLSchema, requirements: Requirements): ProtectedProbe[] {
  const ways = waysTo(schema);
  return requirements.coordinates.flatMap((coordinate) => {
    const [typeName = '', fieldName] = coordinate.split('.');
    const type = schema.getType(typeName);
    const sources =
      fieldName === undefined ? probesOfType(schema, type, ways) : probesOfField(type, fieldName, ways);
    return sources.map((source) => ({ coordinate, source }));
  });
}

function probesOfField(
  type: GraphQLNamedType | undefined,
  name: string,
  ways: ReadonlyMap<string, Way>,
): string[] {
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  const way = ways.get(type.name);
  const field = type.getFields()[name];
  return way === undefined || field === undefined ? [] : [probe(way, field)];
}

/** An object type is asked for by a field of its own, a scalar or enum by every field that returns it. */
function probesOfType(
  schema: GraphQLSchema,
  type: GraphQLNamedType | undefined,
  ways: ReadonlyMap<string, Way>,
): string[] {
  if (isObjectType(type) || isInterfaceType(type)) {
    const [field] = Object.values(type.getFields());
    const way = ways.get(type.name);
    return way === undefined || field === undefined ? [] : [probe(way, field)];
  }
  const sources: string[] = [];
  for (const [holder, way] of ways) {
    const holderType = schema.getType(holder);
    if (!isObjectType(holderType) && !isInterfaceType(holderType)) continue;
    for (const field of Object.values(holderType.getFields()))
      if (getNamedType(field.type) === type) sources.push(probe(way, field));
  }
  return sources;
}

function probe({ operation, prefix, depth }: Way, field: GraphQLField<unknown, unknown>): string {
  return `${operation} ${prefix}${select(field)}${'}'.repeat(depth)}`;
}

function select(field: GraphQLField<unknown, unknown>): string {
  return `${field.name}${argumentsOf(field)}${isCompositeType(getNamedType(field.type)) ? '{__typename}' : ''}`;
}

/** Breadth first, so that each type is reached by as few fields as can be. */
function waysTo(schema: GraphQLSchema): ReadonlyMap<string, Way> {
  const ways = new Map<string, Way>();
  const queue: GraphQLNamedType[] = [];
  const reach = (type: GraphQLNamedType, way: Way) => {
    if (ways.has(type.name)) return;
    ways.set(type.name, way);
    queue.push(type);
  };
  const roots: [Way['operation'], GraphQLObjectType | null | undefined][] = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
  ];
  for (const [operation, root] of roots) {
    if (root) reach(root, { operation, prefix: '{', depth: 1 });
  }
  for (let type = queue.shift(); type !== undefined; type = queue.shift()) {
    const way = ways.get(type.name) as Way;
    if (isAbstractType(type)) {
      for (const possible of schema.getPossibleTypes(type))
        reach(possible, { ...way, prefix: `${way.prefix}...on ${possible.name}{`, depth: way.depth + 1 });
    }
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const below = getNamedType(field.type);
      if (!isCompositeType(below)) continue;
      const prefix = `${way.prefix}${field.name}${argumentsOf(field)}{`;
      reach(below, { ...way, prefix, depth: way.depth + 1 });
    }
  }
  return ways;
}

function argumentsOf({ args }: GraphQLField<unknown, unknown>): string {
  const given = args
    .filter((argument: GraphQLArgument) => isRequiredArgument(argument))
    .map(({ name, type }) => `${name}:${madeUp(type)}`);
  return given.length === 0 ? '' : `(${given.join()})`;
}

/** A value that is valid for a type; for scalars of one's own a text, which many take. */
function madeUp(type: GraphQLInputType): string {
  if (isNonNullType(type)) return madeUp(type.ofType);
  if (isListType(type)) return '[]';
  if (isEnumType(type)) return type.getValues()[0]?.name ?? 'null';
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(isRequiredInputField);
    return `{${fields.map((field) => `${field.name}:${madeUp(field.type)}`).join()}}`;
  }
  switch (type.name) {
    case 'Int':
    case 'Float':
      return '0';
    case 'Boolean':
      return 'false';
    default:
      return '""';
  }
}
