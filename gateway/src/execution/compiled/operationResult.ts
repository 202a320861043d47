import type { GraphQLError } from 'graphql';
import type { AuditExtension } from '../../audit/access/auditExtension.ts';
import type { GatewayExecutionResult } from '../apolloGatewayTypes.ts';
import type { Completeness } from '../fetchRecord.ts';
import { WrittenData } from '../writtenData.ts';

/** What came of an operation. */
export interface OperationResult {
  /** JSON in UTF-8; null when a null could not be kept below the root. */
  readonly json: Buffer | null;
  /** Not yet formatted for the client. */
  readonly errors: readonly GraphQLError[];
  /** Null when no agency was asked. */
  readonly completeness: Completeness | null;
  /** Where the look is recorded; null where nothing is. */
  readonly audit?: AuditExtension | null;
}

/** The result as Apollo Server takes it. */
export function toExecutionResult(result: OperationResult): GatewayExecutionResult {
  const { json, errors, completeness, audit = null } = result;
  return {
    // Apollo Server's types know no data that is written already; `stringifyResult` does.
    data: (json === null ? null : new WrittenData(json)) as unknown as Record<string, unknown> | null,
    ...(errors.length === 0 ? {} : { errors }),
    ...(completeness === null && audit === null
      ? {}
      : { extensions: { ...(completeness && { completeness }), ...(audit && { audit }) } }),
  };
}
