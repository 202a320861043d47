import { GraphQLError } from 'graphql';

/** The part of the error table that speaks of an agency's system. */
export type UpstreamErrorCode =
  | 'AGENCY_UNAVAILABLE'
  | 'AGENCY_TIMEOUT'
  | 'AGENCY_THROTTLED'
  | 'AGENCY_BAD_RESPONSE'
  | 'AGENCY_SCHEMA_DRIFT';

const advice: Record<UpstreamErrorCode, string> = {
  AGENCY_UNAVAILABLE: 'does not answer; ask again later, the rest of the answer is complete',
  AGENCY_TIMEOUT: 'took too long to answer; ask again, or ask for less',
  AGENCY_THROTTLED: 'refuses more requests for now; wait before asking again',
  AGENCY_BAD_RESPONSE: 'sent something that cannot be read; ask again later, the agency must correct it',
  AGENCY_SCHEMA_DRIFT: 'sent something that its contract does not have; report the request id',
};

/**
 * An agency's system failed, or answered in a way we do not accept. The message is safe for clients and says what to
 * do. `cause` is for logs alone: it is not enumerable and no serialisation of a GraphQL error has it.
 */
export class UpstreamError extends GraphQLError {
  readonly code: UpstreamErrorCode;
  /** The agency as a client knows it, for example `legal-aid`. */
  readonly agency: string;

  /** @param options `retryAfterSeconds` as the agency asked for, shown to the client */
  constructor(
    code: UpstreamErrorCode,
    agency: string,
    cause?: unknown,
    options: { readonly retryAfterSeconds?: number } = {},
  ) {
    const { retryAfterSeconds } = options;
    super(`The ${agency} system ${advice[code]}.`, {
      extensions: { code, agency, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) },
    });
    this.name = 'UpstreamError';
    this.code = code;
    this.agency = agency;
    Object.defineProperty(this, 'cause', { value: cause, enumerable: false });
  }
}
