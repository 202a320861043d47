import type { GraphQLError } from 'graphql';
import { unauthorizedError } from '../../authorization/unauthorizedError.ts';
import { unrecordedError } from '../../authorization/unrecordedError.ts';
import type { CompiledOperation } from './compileOperation.ts';
import type { DataPath } from './failure.ts';

/** Why an operation's caller is not shown what is denied to him: with the access log away nobody is told anything else. */
export function deniedErrorOf({
  isUnrecorded,
}: Pick<CompiledOperation, 'isUnrecorded'>): (path: DataPath) => GraphQLError {
  return isUnrecorded ? unrecordedError : unauthorizedError;
}
