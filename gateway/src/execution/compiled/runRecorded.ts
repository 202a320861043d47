import type { OperationTypeNode } from 'graphql';
import type { AccessLog, OpenAccess } from '../../audit/access/accessLog.ts';
import { toAuditExtension } from '../../audit/access/auditExtension.ts';
import { LogUnavailable } from '../../audit/sequencer.ts';
import { unauthorizedError } from '../../authorization/unauthorizedError.ts';
import { unrecordedError } from '../../authorization/unrecordedError.ts';
import type { GatewayExecutionResult } from '../apolloGatewayTypes.ts';
import type { GatewayContext } from '../gatewayContext.ts';
import { errorCodesOf } from './errorCodesOf.ts';
import { type OperationResult, toExecutionResult } from './operationResult.ts';
import type { FoundOperation } from './operationStore.ts';
import { recordParts } from './recordParts.ts';
import type { RunFound } from './runShared.ts';

/** One operation of one request. */
export interface RequestedOperation {
  /** SHA-256 of its document. */
  readonly queryHash: string;
  readonly operation: `${OperationTypeNode}`;
  readonly context: GatewayContext;
}

/** Compiles an operation for its caller, with all that is personal in it, or without where looks cannot be recorded. */
export type FindOperation = (canRecord: boolean) => Promise<FoundOperation>;

/**
 * Runs operations under the access log: that somebody is about to look is durable before anything is fetched, and what came of it
 * before the answer leaves. Where either cannot be written, everything personal is null, nothing personal is fetched (again), and
 * mutations are refused. Without a log, operations are just run.
 */
export function createRecordedRunner(log: AccessLog | null, run: RunFound) {
  return async (find: FindOperation, requested: RequestedOperation): Promise<GatewayExecutionResult> => {
    const isOpen = log?.isOpen() ?? true;
    const isMutation = requested.operation === 'mutation';
    if (isMutation && !isOpen) return refused();
    const found = await find(isOpen);
    if (found.compiled.isUnrecorded) return runUnrecorded(found, requested, run);
    if (log === null || !(found.compiled.isRecorded || isMutation)) {
      return refusal(found, requested) ?? toExecutionResult(await run(found, requested.context));
    }
    try {
      return await runRecorded(log, found, requested, run);
    } catch (error) {
      if (!(error instanceof LogUnavailable)) throw error;
      if (isMutation) return refused();
      requested.context.record.clear();
      requested.context.laterParts = null;
      return runUnrecorded(await find(false), requested, run);
    }
  };
}

/** Where nothing at all is done. What a mutation has done already, when its outcome cannot be written, is not told either. */
const refused = (): GatewayExecutionResult => ({ errors: [unrecordedError([], 503)] });

async function runRecorded(
  log: AccessLog,
  found: FoundOperation,
  { queryHash, context }: RequestedOperation,
  run: RunFound,
): Promise<GatewayExecutionResult> {
  const { compiled } = found;
  const { caller, requestId, record } = context;
  if (caller === null) throw new Error('looks are recorded, and nobody is asked who he is');
  const access = await log.begin({
    caller,
    requestId,
    operation: queryHash,
    fields: compiled.fields,
    subgraphs: [...compiled.subgraphs],
  });
  const refused = refusal(found, { context });
  if (refused !== null) {
    await access.end({ touched: null, errors: errorCodesOf(refused.errors ?? []), failed: [] });
    return refused;
  }
  const end = (errors: readonly string[]) =>
    access.end({ touched: record.takeTouched(), errors, failed: record.completeness()?.missing ?? [] });
  const result = await run(found, context).catch((error: unknown) => failed(error, end));
  const receipts = await end(errorCodesOf(result.errors));
  if (context.laterParts !== null) context.laterParts = recordParts(context.laterParts, end);
  return toExecutionResult({ ...result, audit: toAuditExtension(receipts) });
}

/** What failed in ourselves may have fetched something; that is said before the failure is. */
async function failed(
  error: unknown,
  end: (errors: readonly string[]) => ReturnType<OpenAccess['end']>,
): Promise<OperationResult> {
  await end(['INTERNAL_SERVER_ERROR']);
  throw error;
}

/** Where an operation asks for what its caller may not see, and wants all or nothing; null where it can be run. */
function refusal(
  { compiled }: FoundOperation,
  { context }: Pick<RequestedOperation, 'context'>,
): GatewayExecutionResult | null {
  if (context.unauthorized !== 'reject' || compiled.denied.length === 0) return null;
  return { errors: compiled.denied.map((path) => unauthorizedError(path, 403)) };
}

async function runUnrecorded(
  found: FoundOperation,
  { context }: RequestedOperation,
  run: RunFound,
): Promise<GatewayExecutionResult> {
  if (context.unauthorized === 'reject') return refused();
  return toExecutionResult(await run(found, context));
}
