import type { GraphQLError } from 'graphql';
import { findErrorCode } from '../../errors/errorTable.ts';

/** The codes that a client will read of these errors, each once. */
export function errorCodesOf(errors: readonly Pick<GraphQLError, 'extensions'>[]): string[] {
  return [
    ...new Set(
      errors.map(({ extensions }) => findErrorCode(extensions?.code)?.code ?? 'INTERNAL_SERVER_ERROR'),
    ),
  ];
}
