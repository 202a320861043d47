import { GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { formatInstant, instantOf, isDate } from './chinaTime.ts';
import { graphqlError } from './graphqlError.ts';

/** Resolvers of the scalars that every subgraph shares: Date, DateTime, Money and Sm3. */
export const scalarResolvers = {
  Date: scalar('Date', 'YYYY-MM-DD', (value) =>
    typeof value === 'string' && isDate(value) ? value : undefined,
  ),
  DateTime: scalar('DateTime', 'an RFC 3339 instant with an offset', (value) => {
    if (typeof value !== 'string' && !(value instanceof Date)) return undefined;
    try {
      return formatInstant(typeof value === 'string' ? instantOf(value) : value.getTime());
    } catch {
      return undefined;
    }
  }),
  Money: scalar('Money', 'a whole number of fen', (value) =>
    Number.isSafeInteger(value) ? (value as number) : undefined,
  ),
  Sm3: scalar('Sm3', '64 lower-case hexadecimal digits', (value) =>
    typeof value === 'string' && /^[0-9a-f]{64}$/.test(value) ? value : undefined,
  ),
};

/** Errors do not repeat the value: it may be personal, and a client's error is read by more than the client. */
function scalar<T extends string | number>(
  name: string,
  form: string,
  read: (value: unknown) => T | undefined,
) {
  const input = (value: unknown): T => {
    const result = read(value);
    if (result === undefined) throw graphqlError('BAD_USER_INPUT', `A ${name} must be ${form}.`);
    return result;
  };
  return new GraphQLScalarType<T, T>({
    name,
    serialize: (value) => {
      const result = read(value);
      if (result === undefined)
        throw graphqlError('AGENCY_SCHEMA_DRIFT', `An agency sent a ${name} that is not ${form}.`);
      return result;
    },
    parseValue: input,
    parseLiteral: (node) => input(literal(node)),
  });
}

function literal(node: ValueNode): unknown {
  if (node.kind === Kind.STRING) return node.value;
  return node.kind === Kind.INT ? Number(node.value) : undefined;
}
