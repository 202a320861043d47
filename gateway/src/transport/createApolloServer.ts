import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { Logger } from 'pino';
import { limitOperations, type OperationLimits } from '../admission/limitOperations.ts';
import { createFormatError } from '../errors/formatError.ts';
import type { Executor } from '../execution/executor.ts';
import type { GatewayContext } from '../execution/gatewayContext.ts';
import { stringifyResult } from './stringifyResult.ts';

/** Tokens a document may have before the parser gives up. */
export const MAX_TOKENS = 2_000;

/** Apollo Server with everything off that talks to the outside, shows internals or accepts more than one operation. */
export function createApolloServer(o: {
  executor: Executor;
  production: boolean;
  limits: OperationLimits;
  logger: Logger;
}): ApolloServer<GatewayContext> {
  return new ApolloServer<GatewayContext>({
    gateway: o.executor,
    apollo: {},
    nodeEnv: o.production ? 'production' : 'development',
    logger: o.logger.child({}, { level: 'warn' }),
    formatError: createFormatError(o.logger),
    // Apollo Server hands on whatever this answers; its types know only text.
    stringifyResult: (result) => stringifyResult(result) as string,
    introspection: !o.production,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    // `refuseForged` does it, in a way that lets clients in that follow GraphQL over HTTP.
    csrfPrevention: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    plugins: [
      limitOperations(o.limits),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
}
