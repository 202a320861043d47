import { parentPort, workerData } from 'node:worker_threads';
import type { PlanHostData, PlanReply, PlanRequest } from '../planMessages.ts';
import { createPlanMaker } from './createPlanMaker.ts';

// The thread in which plans are made: one supergraph for its whole life, one plan at a time.
if (parentPort === null) throw new Error('planWorker runs as a worker thread only');
const port = parentPort;
const { apiSdl, makePlan } = createPlanMaker(workerData as PlanHostData);

port.on('message', (request: PlanRequest) => port.postMessage(makePlan(request)));
port.postMessage({ kind: 'ready', apiSdl } satisfies PlanReply);
