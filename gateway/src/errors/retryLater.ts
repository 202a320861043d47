import { HeaderMap } from '@apollo/server';
import type { ErrorCodeName } from '@tongban/schema';
import { GraphQLError } from 'graphql';
import { errorCode } from './errorTable.ts';

/** A refusal for now: the same request may be made again after so many seconds, as header and extension say. */
export function retryLater(code: ErrorCodeName, seconds: number): GraphQLError {
  const { meaning, httpStatus } = errorCode(code);
  const after = Math.max(1, Math.ceil(seconds));
  return new GraphQLError(`${meaning} Ask again after ${after} s.`, {
    extensions: {
      code,
      retryAfterSeconds: after,
      // Both: Apollo Server reads the headers, what is refused before it reads the seconds.
      http: { status: httpStatus ?? 503, headers: new HeaderMap([['retry-after', String(after)]]) },
    },
  });
}
