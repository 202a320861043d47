import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Graph, ProcessName } from '@tongban/local';
import { decodeJwt } from 'jose';
import { createAssertionSigner } from '../../../../gateway/src/identity/callerAssertion.ts';
import { toCaller } from '../../../../gateway/src/identity/callerClaims.ts';
import { readOrCreateSecrets } from '../../../../local/src/secrets.ts';

/** Stands before the running graph's subgraphs and vouches for one caller, as no gateway but ours can. */
export interface CaseRecorder {
  /** Subgraphs answer at `<url>/<subgraph>`. */
  readonly url: string;
  stop(): void;
}

export async function startCaseRecorder(
  graph: Graph,
  dataDirectory: string,
  token: string,
): Promise<CaseRecorder> {
  const sign = createAssertionSigner(readOrCreateSecrets(dataDirectory).assertionKey);
  const caller = toCaller(decodeJwt(token), { purpose: null, accessCase: null });
  if (caller === null) throw new Error('the token names no caller');

  const server = createServer(async (request, response) => {
    const subgraph = request.url?.slice(1) as ProcessName;
    const body = await text(request);
    const answer = await fetch(`http://127.0.0.1:${graph.ports[subgraph]}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-caller-assertion': await sign(caller, subgraph, body),
      },
      body,
    });
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => void server.close(),
  };
}
