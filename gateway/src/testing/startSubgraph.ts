import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse } from 'graphql';

/** A request that a subgraph received. */
export interface ReceivedFetch {
  readonly headers: IncomingHttpHeaders;
  /** As it came. */
  readonly body: string;
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

/** A subgraph on a real loopback server, whose next answers can be spoilt. */
export interface TestSubgraph {
  readonly name: string;
  readonly typeDefs: string;
  readonly url: string;
  readonly received: ReceivedFetch[];
  /** Takes over every answer until `heal`; call `serve` to answer properly after all. */
  spoil(
    answer: (request: IncomingMessage, response: ServerResponse, serve: () => Promise<void>) => void,
  ): void;
  heal(): void;
  stop(): Promise<void>;
}

type Resolvers = Record<string, Record<string, unknown>>;

export async function startSubgraph(
  name: string,
  typeDefs: string,
  resolvers: Resolvers,
  /** What the subgraph says of whose data an answer has; undefined: nothing. */
  touchedBy: (fetch: ReceivedFetch) => unknown = () => undefined,
): Promise<TestSubgraph> {
  const schema = buildSubgraphSchema({ typeDefs: parse(typeDefs), resolvers: resolvers as never });
  const received: ReceivedFetch[] = [];
  let spoilt: Parameters<TestSubgraph['spoil']>[0] | null = null;

  const server = createServer(async (request, response) => {
    const sent = await text(request);
    const body = JSON.parse(sent);
    const fetch = { headers: request.headers, body: sent, query: body.query, variables: body.variables };
    received.push(fetch);
    const serve = async () => {
      const result = await graphql({ schema, source: body.query, variableValues: body.variables });
      const access = touchedBy(fetch);
      const whole = access === undefined ? result : { ...result, extensions: { access } };
      response.setHeader('content-type', 'application/json').end(JSON.stringify(whole));
    };
    if (spoilt === null) await serve();
    else spoilt(request, response, serve);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    name,
    typeDefs,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    received,
    spoil(answer) {
      spoilt = answer;
    },
    heal() {
      spoilt = null;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
