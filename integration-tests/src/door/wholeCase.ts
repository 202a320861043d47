import { type GraphQLSchema, getNamedType, isLeafType, isObjectType, isRequiredArgument } from 'graphql';

/** Objects that are more than a part of the case: of these only the key is read, and whatever else stays out. */
const keysOf: Readonly<Record<string, string>> = {
  Person: '{ id }',
  Organization: '{ id }',
  CaseThread: '{ threadNo }',
  CaseLink: '{ kind }',
  ServiceCase: '{ id }',
  LegalAidCase: '{ id }',
  NotaryCase: '{ id }',
  ForensicAppraisalCase: '{ id }',
  MediationCase: '{ id }',
};

/** A selection of everything that an object type holds, down to leaves and keys. */
export function wholeSelection(schema: GraphQLSchema, typeName: string): string {
  const type = schema.getType(typeName);
  if (!isObjectType(type)) throw new Error(`${typeName} is no object type`);
  const fields = Object.values(type.getFields())
    .filter(({ args }) => !args.some(isRequiredArgument))
    .map((field) => {
      const named = getNamedType(field.type);
      if (isLeafType(named)) return field.name;
      return `${field.name} ${keysOf[named.name] ?? wholeSelection(schema, named.name)}`;
    });
  return `{ ${fields.join(' ')} }`;
}

/** A leaf of an answer. */
export interface Leaf {
  /** `application.supplement.items.0`. */
  readonly path: string;
  /** The fields on the way, from the case to the leaf, each as `Type.field`. */
  readonly coordinates: readonly string[];
  readonly value: unknown;
}

/** Every leaf of a value of `typeName` that is not null. */
export function leavesOf(
  schema: GraphQLSchema,
  typeName: string,
  value: Readonly<Record<string, unknown>>,
): Leaf[] {
  const type = schema.getType(typeName);
  if (!isObjectType(type)) throw new Error(`${typeName} is no object type`);
  const fields = type.getFields();
  return Object.entries(value).flatMap(([name, inner]) => {
    const field = fields[name];
    if (field === undefined) throw new Error(`${typeName} has no field ${name}`);
    const named = getNamedType(field.type).name;
    return valuesOf(inner, name).flatMap(([path, one]): Leaf[] => {
      const coordinate = `${typeName}.${name}`;
      if (typeof one !== 'object' || one === null) return [{ path, coordinates: [coordinate], value: one }];
      const objectType = named === 'ServiceCase' ? 'LegalAidCase' : named;
      return leavesOf(schema, objectType, one as Record<string, unknown>).map((leaf) => ({
        path: `${path}.${leaf.path}`,
        coordinates: [coordinate, ...leaf.coordinates],
        value: leaf.value,
      }));
    });
  });
}

function valuesOf(value: unknown, path: string): [string, unknown][] {
  if (value === null || value === undefined) return [];
  if (!Array.isArray(value)) return [[path, value]];
  return value.flatMap((one, index) => valuesOf(one, `${path}.${index}`));
}
