import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import type { GatewayContext } from './gatewayContext.ts';

/** What Apollo Server expects of whatever executes in its place. */
export type GatewayInterface = NonNullable<ApolloServerOptionsWithGateway<GatewayContext>['gateway']>;

export type GatewayExecutor = NonNullable<Awaited<ReturnType<GatewayInterface['load']>>['executor']>;

export type GatewayExecutionResult = Awaited<ReturnType<GatewayExecutor>>;

/** Apollo's request context before it is known whose contextValue it carries. */
export type AnyGatewayRequest = Parameters<GatewayExecutor>[0];

/** A parsed and validated operation, with our context. */
export type GatewayRequest = Omit<AnyGatewayRequest, 'context'> & { readonly context: GatewayContext };

export type SchemaCallback = Parameters<GatewayInterface['onSchemaLoadOrUpdate']>[0];
