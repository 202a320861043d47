import { parentPort, workerData } from 'node:worker_threads';
import { createPlanMaker } from './createPlanMaker.ts';
import type { PlanReply, PlanRequest, PlanWorkerData } from './planMessages.ts';

// The thread in which plans are made: one supergraph for its whole life, one plan at a time.
if (parentPort === null) throw new Error('planWorker runs as a worker thread only');
const port = parentPort;
const { apiSdl, makePlan } = createPlanMaker(workerData as PlanWorkerData);

port.on('message', (request: PlanRequest) => port.postMessage(makePlan(request)));
port.postMessage({ kind: 'ready', apiSdl } satisfies PlanReply);
