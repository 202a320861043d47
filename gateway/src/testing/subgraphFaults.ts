import { gzipSync } from 'node:zlib';
import type { TestSubgraph } from './startSubgraph.ts';

/** Personal data that a broken subgraph spills: it must never be seen outside. */
export const CANARY = '110101199003070000';

/** Ways in which a subgraph asked for two entities can fail, and the code that each must come out as. */
export const subgraphFaults: readonly [
  what: string,
  answer: Parameters<TestSubgraph['spoil']>[0],
  code: string,
][] = [
  ['resets the connection', (_request, response) => response.destroy(), 'AGENCY_UNAVAILABLE'],
  [
    'answers 500',
    (_request, response) => response.writeHead(500).end(`ORA-00942 ${CANARY}`),
    'AGENCY_UNAVAILABLE',
  ],
  [
    'answers 503 in JSON',
    (_request, response) =>
      response.writeHead(503, { 'content-type': 'application/json' }).end(`{"data":{},"x":"${CANARY}"}`),
    'AGENCY_UNAVAILABLE',
  ],
  ['says nothing', () => undefined, 'AGENCY_TIMEOUT'],
  [
    'stops in the middle of the body',
    (_request, response) => response.writeHead(200, { 'content-type': 'application/json' }).write('{"data":'),
    'AGENCY_TIMEOUT',
  ],
  [
    'trickles without end',
    (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const timer = setInterval(() => response.write(' '), 50);
      response.once('close', () => clearInterval(timer));
    },
    'AGENCY_TIMEOUT',
  ],
  [
    'resets in the middle of the body',
    (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
      response.write('{"data":', () => response.destroy());
    },
    'AGENCY_BAD_RESPONSE',
  ],
  [
    'sends broken JSON',
    (_request, response) => response.setHeader('content-type', 'application/json').end(`{"data":{"${CANARY}`),
    'AGENCY_BAD_RESPONSE',
  ],
  [
    'sends a login page',
    (_request, response) => response.setHeader('content-type', 'text/html').end(`<p>${CANARY}</p>`),
    'AGENCY_BAD_RESPONSE',
  ],
  [
    'sends JSON without saying so',
    (_request, response) => response.end('{"data":{"_entities":[null,null]}}'),
    'AGENCY_BAD_RESPONSE',
  ],
  [
    'sends data null without an error',
    (_request, response) => response.setHeader('content-type', 'application/json').end('{"data":null}'),
    'AGENCY_BAD_RESPONSE',
  ],
  [
    'sends too few entities',
    (_request, response) =>
      response.setHeader('content-type', 'application/json').end('{"data":{"_entities":[null]}}'),
    'AGENCY_BAD_RESPONSE',
  ],
  [
    'sends entities that are no list',
    (_request, response) =>
      response.setHeader('content-type', 'application/json').end('{"data":{"_entities":{}}}'),
    'AGENCY_BAD_RESPONSE',
  ],
  [
    'sends an array for an answer',
    (_request, response) => response.setHeader('content-type', 'application/json').end('[]'),
    'AGENCY_BAD_RESPONSE',
  ],
  [
    'sends more than 8 MiB',
    (_request, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify({ data: { _entities: [null, null], filler: 'x'.repeat(9 * 1024 * 1024) } }),
      );
    },
    'AGENCY_BAD_RESPONSE',
  ],
  [
    'sends a small body that inflates past 8 MiB',
    (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
      response.end(
        gzipSync(JSON.stringify({ data: { _entities: [null, null], filler: 'x'.repeat(9_000_000) } })),
      );
    },
    'AGENCY_BAD_RESPONSE',
  ],
  [
    'compresses twice',
    (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip, gzip' });
      response.end(gzipSync(gzipSync('{"data":{"_entities":[null,null]}}')));
    },
    'AGENCY_BAD_RESPONSE',
  ],
  [
    'refuses the gateway',
    (_request, response) =>
      response
        .writeHead(401, { 'content-type': 'application/json' })
        .end(`{"errors":[{"message":"${CANARY}","extensions":{"code":"UNAUTHENTICATED"}}]}`),
    'AGENCY_BAD_RESPONSE',
  ],
  [
    'does not know a field it was composed with',
    (_request, response) =>
      response
        .writeHead(400, { 'content-type': 'application/json' })
        .end(
          `{"errors":[{"message":"Cannot query ${CANARY}","extensions":{"code":"GRAPHQL_VALIDATION_FAILED"}}]}`,
        ),
    'AGENCY_SCHEMA_DRIFT',
  ],
];
