import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { Logger } from 'pino';
import { MAX_TOKENS } from '../admission/measuredDocuments.ts';
import { createFormatError } from '../errors/formatError.ts';
import type { Executor } from '../execution/executor.ts';
import type { GatewayContext } from '../execution/gatewayContext.ts';
import { stringifyResult } from './stringifyResult.ts';

/** Apollo Server with everything off that talks to the outside, shows internals or accepts more than one operation. */
export function createApolloServer(o: {
  executor: Executor;
  production: boolean;
  limitOperations: ApolloServerPlugin;
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
    // Who may ask is settled before, by who he is (`introspectionRule`).
    introspection: true,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    // `refuseForged` does it, in a way that lets clients in that follow GraphQL over HTTP.
    csrfPrevention: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    plugins: [
      o.limitOperations,
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
}
