export { type GatewayArguments, type GatewayConfig, type IdentityConfig, readConfig } from './config.ts';
export { createGateway, type Gateway } from './createGateway.ts';
export { createLogger } from './telemetry/createLogger.ts';
