import { type GraphQLSchema, isIntrospectionType } from 'graphql';
import type { Random } from './random.ts';

/** A selection of `__schema` or `__type`. */
export function writeIntrospection(random: Random, schema: GraphQLSchema): string {
  const names = Object.values(schema.getTypeMap())
    .filter((type) => !isIntrospectionType(type))
    .map(({ name }) => name);
  const type = random.pick([...names, 'Nothing']);
  const ref = 'kind name ofType { kind name ofType { kind name ofType { kind name } } }';
  return random.pick([
    '__schema { queryType { name __typename } mutationType { name } subscriptionType { name } }',
    `about: __type(name: "${type}") { kind name __typename possibleTypes { name } interfaces { name } }`,
    `__type(name: "${type}") { fields { name isDeprecated args { name defaultValue type { ${ref} } } type { ${ref} } } }`,
    `__type(name: "${type}") { enumValues { name } inputFields { name defaultValue type { ${ref} } } }`,
  ]);
}
