import { hiveSettings } from './hiveSettings.mjs';

// By a computed name: the package is there only once the bench has installed it, and imports are checked before.
const routerRuntime = '@graphql-hive/router-runtime';
const { unifiedGraphHandler } = await import(routerRuntime);

/** The router runtime: plans in Rust, executes in JavaScript. */
export const gatewayConfig = { ...hiveSettings, unifiedGraphHandler };
