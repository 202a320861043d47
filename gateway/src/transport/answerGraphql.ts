import { type ApolloServer, HeaderMap, type HTTPGraphQLRequest } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Admission } from '../admission/createAdmission.ts';
import { createFormatError } from '../errors/formatError.ts';
import { createContext } from '../execution/createContext.ts';
import type { GatewayContext } from '../execution/gatewayContext.ts';
import type { SignAssertion } from '../identity/callerAssertion.ts';
import { readForwarded } from './forwardedHeaders.ts';
import { PartsStream } from './partsStream.ts';
import { type AcceptedTypes, DEFER_SPEC } from './readAccept.ts';
import { createRequestSignal } from './requestSignal.ts';
import { createSharingKey } from './sharingKey.ts';
import { readTrace } from './traceParent.ts';
import { BOUNDARY_PARAMETER, type FormatPartError, writeFirstPart } from './writePart.ts';

const PARTS_TYPE = `multipart/mixed; ${BOUNDARY_PARAMETER}; deferSpec=${DEFER_SPEC}`;

export interface AnswerOptions {
  readonly apollo: ApolloServer<GatewayContext>;
  readonly admission: Pick<Admission, 'admitOperation'>;
  readonly signAssertion: SignAssertion | null;
  readonly platformSubgraphs: ReadonlySet<string>;
  /** Whether looks at personal data are recorded. */
  readonly isRecorded: boolean;
  /** Names of headers, in lower case, that go on to the subgraphs. */
  readonly forwardHeaders: readonly string[];
  readonly requestTimeoutMs: number;
  /** What becomes of operations that ask for what their caller may not see; a request can only be stricter. */
  readonly unauthorized: 'filter' | 'reject';
  readonly logger: Logger;
}

/** With the value `reject` a client asks for all or nothing. */
const UNAUTHORIZED_HEADER = 'x-unauthorized';

/** Answers a request that has been let in, by `reply.send`; to be called within its request scope. */
export type AnswerGraphql = (
  request: FastifyRequest,
  reply: FastifyReply,
  accepted: AcceptedTypes,
) => Promise<void>;

export function createAnswerGraphql(options: AnswerOptions): AnswerGraphql {
  const { apollo } = options;
  const startContext = createContextStarter(options);
  const formatError = createFormatError(options.logger);
  const formatPartError: FormatPartError = (error) => formatError(error.toJSON(), error);
  /** Apollo Server answers what is thrown while it asks for the context, so every refusal is written alike. */
  const admit = (request: FastifyRequest, context: () => Promise<GatewayContext>): ApolloCall => {
    const asked = toApolloRequest(request);
    try {
      return { httpGraphQLRequest: options.admission.admitOperation(asked, request.caller), context };
    } catch (error) {
      return { httpGraphQLRequest: asked, context: () => Promise.reject(error) };
    }
  };

  return async (request, reply, accepted) => {
    const { headers, status, body } = await apollo.executeHTTPGraphQLRequest(
      admit(request, async () => startContext(request, reply, accepted)),
    );
    if (body.kind !== 'complete') throw new Error('an executor answers in one piece');
    const text = takeText(body);
    for (const [name, value] of headers) reply.header(name, value);
    if (status === 400 && accepted.namesJson && isRequestError(text)) request.refusedWith = status;
    else if (status !== undefined) reply.code(status);

    const context = request.graphql;
    const later = context?.laterParts ?? null;
    if (context === null || later === null) {
      reply.header('content-type', accepted.single ?? PARTS_TYPE);
      reply.send(accepted.single === null ? writeFirstPart(text.toString(), false) : text);
      return;
    }
    // Proxies of the kind of nginx would else keep the first part until the last has come.
    reply.header('content-type', PARTS_TYPE).header('x-accel-buffering', 'no');
    const { requestId, signal } = context;
    reply.send(
      new PartsStream({ requestId, signal, first: text.toString(), later, formatError: formatPartError }),
    );
  };
}

type ApolloCall = Parameters<ApolloServer<GatewayContext>['executeHTTPGraphQLRequest']>[0];

/**
 * Takes the text out of Apollo Server's response, which would otherwise keep it: its responses hang together until the
 * next full collection of garbage, and each text would be copied by every small one before.
 */
function takeText(body: { string: string }): string | Buffer {
  const text: string | Buffer = body.string;
  body.string = '';
  return text;
}

/**
 * Whether an answer without data is due to what a well-formed request says, such as an unknown field; as opposed to a
 * request that is not well-formed. With `application/json` GraphQL over HTTP wants status 200 for the first, because old
 * clients take any other for the word of a proxy. Clients that name no type are told the truth, as ever.
 */
function isRequestError(json: string | Buffer): boolean {
  const { errors = [] } = JSON.parse(json.toString()) as { errors?: { extensions?: { code?: unknown } }[] };
  return errors.every(({ extensions }) => extensions?.code !== 'BAD_REQUEST');
}

function createContextStarter(options: AnswerOptions) {
  const { forwardHeaders, requestTimeoutMs, logger, platformSubgraphs, isRecorded, signAssertion } = options;
  const sharingKeyOf = createSharingKey(forwardHeaders);
  return (request: FastifyRequest, reply: FastifyReply, accepted: AcceptedTypes): GatewayContext => {
    const { id, headers, caller } = request;
    const context = createContext({
      requestId: id,
      trace: readTrace(headers.traceparent),
      caller,
      signal: createRequestSignal(reply.raw, requestTimeoutMs),
      acceptsParts: accepted.parts,
      forwarded: readForwarded(headers, forwardHeaders),
      sharingKey: sharingKeyOf(headers),
      unauthorized: headers[UNAUTHORIZED_HEADER] === 'reject' ? 'reject' : options.unauthorized,
      logger,
      platformSubgraphs,
      isRecorded,
      signAssertion,
    });
    request.graphql = context;
    return context;
  };
}

/** Apollo Server decides by the content type alone; who is let in, and what a client reads, is settled here. */
function toApolloRequest({ method, url, headers, body }: FastifyRequest): HTTPGraphQLRequest {
  const seen = new HeaderMap();
  const contentType = headers['content-type'];
  if (contentType !== undefined) seen.set('content-type', contentType);
  const search = method === 'GET' ? url.indexOf('?') : -1;
  return { method, headers: seen, search: search < 0 ? '' : url.slice(search), body };
}
