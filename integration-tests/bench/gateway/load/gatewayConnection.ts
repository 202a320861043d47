import { Client, type Dispatcher } from 'undici';

/** What a gateway answered. */
export interface GatewayAnswer {
  readonly status: number;
  readonly bytes: number;
  /** Null unless it was asked for: making strings of 80 KB answers costs the client what the gateway should have. */
  readonly text: string | null;
  readonly ms: number;
}

export interface GatewayRequest {
  /** JSON of an operation. */
  readonly body: string;
  readonly authorization: string;
}

/** One keep-alive connection, one request at a time. */
export interface GatewayConnection {
  /** @throws {Error} when the connection breaks or is cut. */
  send(request: GatewayRequest, keepText?: boolean): Promise<GatewayAnswer>;
  /** Also ends a request under way. */
  cut(): void;
}

export function connectTo({ origin, pathname }: URL): GatewayConnection {
  // Time limits belong to the parts of the bench; undici's own would end the slowest answers.
  const client = new Client(origin, { pipelining: 1, headersTimeout: 0, bodyTimeout: 0 });
  return {
    send: ({ body, authorization }, keepText = false) =>
      new Promise((resolve, reject) => {
        const startedAt = performance.now();
        client.dispatch(
          {
            method: 'POST',
            path: pathname,
            headers: { 'content-type': 'application/json', accept: 'application/json', authorization },
            body,
          },
          collectAnswer(keepText, startedAt, resolve, reject),
        );
      }),
    cut: () => void client.destroy(),
  };
}

function collectAnswer(
  keepText: boolean,
  startedAt: number,
  resolve: (answer: GatewayAnswer) => void,
  reject: (error: Error) => void,
): Dispatcher.DispatchHandler {
  let status = 0;
  let bytes = 0;
  const chunks: Buffer[] = [];
  return {
    onRequestStart: () => undefined,
    onResponseStart: (_controller, statusCode) => {
      status = statusCode;
    },
    onResponseData: (_controller, chunk) => {
      bytes += chunk.length;
      if (keepText) chunks.push(chunk);
    },
    onResponseEnd: () => {
      const ms = performance.now() - startedAt;
      resolve({ status, bytes, text: keepText ? Buffer.concat(chunks).toString('utf8') : null, ms });
    },
    onResponseError: (_controller, error) => reject(error),
  };
}
