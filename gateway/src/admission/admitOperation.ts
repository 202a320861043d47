import type { HTTPGraphQLRequest } from '@apollo/server';
import { requestError } from '../errors/requestError.ts';
import type { Caller } from '../identity/caller.ts';
import { readAskedDocument, withDocument } from './askedDocument.ts';
import type { DocumentLimits } from './limitDocument.ts';
import { limitDocument } from './limitDocument.ts';
import type { DocumentSize } from './measureDocument.ts';
import { createMeasuredDocuments } from './measuredDocuments.ts';
import type { TrustedDocuments } from './trustedDocuments.ts';

/**
 * Decides by its document alone whether an operation may go on, before anybody validates it. Answers the request, with
 * the text of its document where it came with an id.
 * @throws {GraphQLError} DOCUMENT_NOT_TRUSTED, QUERY_TOO_COMPLEX or GRAPHQL_VALIDATION_FAILED.
 */
export type AdmitOperation = (request: HTTPGraphQLRequest, caller: Caller | null) => HTTPGraphQLRequest;

export interface DocumentRules {
  readonly limits: DocumentLimits;
  /** Null where no documents are registered. */
  readonly trusted: TrustedDocuments | null;
  /** Roles that may only send registered documents. */
  readonly trustedOnly: ReadonlySet<string>;
  /** Null in `--open` mode: the schema is in a file beside whoever asks. */
  readonly mayIntrospect: ((caller: Caller) => boolean) | null;
}

export function createAdmitOperation(rules: DocumentRules): AdmitOperation {
  const { limits, trusted, trustedOnly, mayIntrospect } = rules;
  const sizeOf = createMeasuredDocuments();

  return (request, caller) => {
    const asked = readAskedDocument(request);
    let { text } = asked;
    let admitted = request;
    if (trusted !== null && text === null && asked.id !== null) {
      text = trusted.find(asked.id);
      if (text === null) throw requestError('DOCUMENT_NOT_TRUSTED');
      admitted = withDocument(request, text);
    }
    // What has no text is no GraphQL request; Apollo Server says so.
    if (text === null) return admitted;
    if (caller !== null && trustedOnly.has(caller.role) && !trusted?.has(text)) {
      throw requestError('DOCUMENT_NOT_TRUSTED');
    }
    const size = sizeOf(text);
    // What cannot be parsed has no size; the parser says where.
    if (size !== null) {
      limitDocument(size, limits);
      refuseIntrospection(size, caller, mayIntrospect);
    }
    return admitted;
  };
}

function refuseIntrospection(
  { introspects }: DocumentSize,
  caller: Caller | null,
  mayIntrospect: DocumentRules['mayIntrospect'],
): void {
  if (!introspects || mayIntrospect === null) return;
  if (caller !== null && mayIntrospect(caller)) return;
  throw requestError('GRAPHQL_VALIDATION_FAILED', 'The schema cannot be asked for here.');
}
