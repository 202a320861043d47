import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { benchGraphs } from '../graphs/benchGraphs.ts';
import { type AnswerMemo, createAnswerMemo } from './answerMemo.ts';
import { askOrigin } from './askOrigin.ts';
import { executeGraph } from './executeGraph.ts';
import type { SubgraphStats } from './subgraphStats.ts';

// All subgraphs of all graphs in one process, started by startSubgraphs.ts, which is told the port.
//   POST /<graph>/<milliseconds to wait>/<subgraph>   a subgraph
//   GET  /stats                                       what was seen so far
//   PUT  /origin                                      the URL in the body answers what is not in memory of graph "case";
//                                                     an empty body: nothing does any more

const memos = new Map<string, AnswerMemo>(
  [...benchGraphs].map(([name, graph]) => [name, createAnswerMemo(executeGraph(graph))]),
);
let origin: string | null = null;
memos.set(
  'case',
  createAnswerMemo((subgraph, body) => askOrigin(origin, subgraph, body)),
);
let fetches = 0;
let unauthorized = 0;
let waiting = 0;
let busyMs = 0;
let busySince = 0;

const server = createServer((request, response) => {
  const task =
    request.method === 'GET'
      ? Promise.resolve(sendJson(response, 200, stats()))
      : request.method === 'PUT'
        ? takeOrigin(request, response)
        : answer(request, response);
  task.catch((error: unknown) => sendJson(response, 500, { errors: [{ message: String(error) }] }));
});
server.keepAliveTimeout = 120_000;
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.once('disconnect', () => process.exit());

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  fetches += 1;
  if (request.headers.authorization === undefined) unauthorized += 1;
  if (waiting++ === 0) busySince = performance.now();
  response.once('close', () => {
    if (--waiting === 0) busyMs += performance.now() - busySince;
  });
  const [, graph = '', milliseconds, subgraph = ''] = request.url?.split('/') ?? [];
  const memo = memos.get(graph);
  if (memo === undefined) return sendJson(response, 404, { errors: [{ message: `no graph ${graph}` }] });
  const bytes = await memo.answer(subgraph, await text(request));
  if (milliseconds !== '0') await delay(Number(milliseconds));
  send(response, 200, bytes);
}

async function takeOrigin(request: IncomingMessage, response: ServerResponse): Promise<void> {
  origin = (await text(request)) || null;
  sendJson(response, 200, { origin });
}

function stats(): SubgraphStats {
  const misses = [...memos.values()].reduce((sum, memo) => sum + memo.misses, 0);
  return { fetches, unauthorized, misses, busyMs };
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  send(response, status, Buffer.from(JSON.stringify(value)));
}

function send(response: ServerResponse, status: number, bytes: Buffer): void {
  response
    .writeHead(status, { 'content-type': 'application/json', 'content-length': bytes.length })
    .end(bytes);
}
