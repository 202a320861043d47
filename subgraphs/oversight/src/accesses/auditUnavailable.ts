import { GraphQLError } from 'graphql';

/** The access log does not answer, or not as agreed. `cause` is for logs alone. */
export class AuditUnavailable extends GraphQLError {
  constructor(cause?: unknown) {
    super('The access log does not answer; ask again later.', {
      extensions: { code: 'AUDIT_UNAVAILABLE' },
    });
    this.name = 'AuditUnavailable';
    Object.defineProperty(this, 'cause', { value: cause, enumerable: false });
  }
}
