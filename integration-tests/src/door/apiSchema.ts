import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, type GraphQLSchema } from 'graphql';

/** The schema as clients know it (`schema/api.graphql`). */
export function readApiSchema(): GraphQLSchema {
  return buildSchema(readFileSync(join(import.meta.dirname, '../../../schema/api.graphql'), 'utf8'));
}
