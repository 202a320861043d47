import { type GraphQLSchema, isInterfaceType, isObjectType } from 'graphql';
import type { Requirements } from './readRequirements.ts';

/** What callers must meet to see each field that asks for anything: ids of requirements by `Type.field`. */
export type Protection = ReadonlyMap<string, ReadonlySet<string>>;

/** Of every field of a schema that clients see. */
export function protectionOf(schema: GraphQLSchema, requirements: Requirements): Protection {
  const protection = new Map<string, ReadonlySet<string>>();
  if (requirements.isEmpty) return protection;
  for (const [coordinate, type, field] of fieldsOf(schema)) {
    const asked = requirements.ofField(type, field);
    if (asked.length > 0) protection.set(coordinate, new Set(asked.map(({ id }) => id)));
  }
  return protection;
}

/** The fields that are still there and do not ask for everything any more that they asked for before. */
export function loosened(before: Protection, after: Protection, schema: GraphQLSchema): string[] {
  if (before.size === 0) return [];
  const fields = new Set([...fieldsOf(schema)].map(([coordinate]) => coordinate));
  return [...before].flatMap(([coordinate, asked]) => {
    const kept = after.get(coordinate);
    const isKept = [...asked].every((id) => kept?.has(id));
    return isKept || !fields.has(coordinate) ? [] : [coordinate];
  });
}

function* fieldsOf(schema: GraphQLSchema): Generator<[coordinate: string, type: string, field: string]> {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.keys(type.getFields())) yield [`${type.name}.${field}`, type.name, field];
  }
}
