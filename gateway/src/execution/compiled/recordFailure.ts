import type { RawSubgraphError } from '../../transport/subgraphAnswer.ts';
import { faultMessage, type SubgraphFault } from '../../transport/subgraphFault.ts';
import { type ClientError, toClientError } from '../clientError.ts';
import { Failure } from './failure.ts';
import type { Run } from './run.ts';

/** Notes that a fetch failed as a whole; what stands in for its values shares the error. */
export function recordFault(
  run: Run,
  subgraph: string,
  { code, retryAfterSeconds }: SubgraphFault,
): ClientError {
  run.context.record.missed(subgraph, code);
  return { code, message: faultMessage(subgraph, code), retryAfterSeconds };
}

/** Notes an error that a subgraph reported, in words that a client may see. */
export function recordError(run: Run, subgraph: string, raw: RawSubgraphError): ClientError {
  const error = toClientError(subgraph, raw);
  if (error.code !== raw.code || error.code === 'INTERNAL_SERVER_ERROR') {
    const { logger, requestId } = run.context;
    logger.error({ requestId, subgraph, saidCode: raw.code }, 'subgraph error masked');
  }
  run.context.record.missed(subgraph, error.code);
  return error;
}

/** A failure that this run has to report. */
export function addFailure(run: Run, failure: ConstructorParameters<typeof Failure>[0]): Failure {
  const added = new Failure(failure);
  run.failures.push(added);
  return added;
}
