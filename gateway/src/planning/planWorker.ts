import { parentPort, workerData } from 'node:worker_threads';
import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { parse } from 'graphql';
import type { PlanReply, PlanRequest, PlanWorkerData } from './planMessages.ts';

// The thread in which plans are made: one supergraph for its whole life, one plan at a time.
if (parentPort === null) throw new Error('planWorker runs as a worker thread only');
const port = parentPort;
const { supergraphSdl, pathsLimit } = workerData as PlanWorkerData;
const supergraph = Supergraph.build(supergraphSdl);
const apiSchema = supergraph.apiSchema();
const planner = new QueryPlanner(supergraph, { reuseQueryFragments: false, debug: { pathsLimit } });

port.on('message', ({ source, operationName }: PlanRequest) => {
  port.postMessage(replyTo(source, operationName));
});
port.postMessage({ kind: 'ready' } satisfies PlanReply);

function replyTo(source: string, operationName: string | null): PlanReply {
  try {
    const document = parse(source, { noLocation: true });
    const operation = operationFromDocument(
      apiSchema,
      document,
      operationName === null ? {} : { operationName },
    );
    return { kind: 'plan', json: JSON.stringify(planner.buildQueryPlan(operation)) };
  } catch (error) {
    return { kind: 'failure', message: error instanceof Error ? error.message : String(error) };
  }
}
