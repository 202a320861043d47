import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { currentRequest } from '../telemetry/requestScope.ts';
import { errorCode, findErrorCode } from './errorTable.ts';
import { SubgraphError } from './subgraphError.ts';

/** How graphql-js says that the parser's token limit is reached; it has no code of its own. */
const TOKEN_LIMIT_MESSAGE = /^Syntax Error: Document contains more tha[nt] \d+ tokens/;

/**
 * The one place where an error becomes what a client reads. Codes of the table pass with `code`, `requestId` and
 * `retryAfterSeconds`; everything else is masked as INTERNAL_SERVER_ERROR and logged once with its cause. No other
 * extension leaves: no service name, no stack, no plan.
 */
export function createFormatError(logger: Logger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const requestId = currentRequest()?.requestId;
    const { locations, path } = formatted;
    const position = { ...(locations ? { locations } : {}), ...(path ? { path } : {}) };
    const code = codeOf(formatted);
    const row = findErrorCode(code);

    if (row === null || code === 'INTERNAL_SERVER_ERROR') {
      if (!(error instanceof SubgraphError))
        logger.error({ requestId, err: causeOf(error) }, 'request failed');
      return {
        message: errorCode('INTERNAL_SERVER_ERROR').meaning,
        ...position,
        extensions: { code: 'INTERNAL_SERVER_ERROR', ...(requestId ? { requestId } : {}) },
      };
    }
    const retryAfterSeconds = formatted.extensions?.retryAfterSeconds;
    return {
      message: formatted.message,
      ...position,
      extensions: {
        code: row.code,
        ...(typeof retryAfterSeconds === 'number' ? { retryAfterSeconds } : {}),
        ...(requestId ? { requestId } : {}),
      },
    };
  };
}

/** A document over the parser's limit is not a mistake of syntax: the reader should ask for less. */
function codeOf({ message, extensions }: GraphQLFormattedError): unknown {
  if (TOKEN_LIMIT_MESSAGE.test(message)) return 'QUERY_TOO_COMPLEX';
  return extensions?.code;
}

function causeOf(error: unknown): unknown {
  return error instanceof GraphQLError ? (error.originalError ?? error) : error;
}
