// Hive Gateway as its documentation sets it up for speed, with all off that logs, reports or serves people:
// HIVE_RUNTIME=javascript is its stitching runtime with JIT, HIVE_RUNTIME=rust its router runtime.
import process from 'node:process';

const isRust = process.env.HIVE_RUNTIME === 'rust';
// By a computed name, as the package is there only once the bench has installed it.
const routerRuntime = '@graphql-hive/router-runtime';

export const gatewayConfig = {
  ...(isRust ? { unifiedGraphHandler: (await import(routerRuntime)).unifiedGraphHandler } : { jit: true }),
  inboundInflightRequestDeduplication: true,
  propagateHeaders: {
    fromClientToSubgraphs: ({ request }) => ({ authorization: request.headers.get('authorization') }),
  },
  logging: false,
  requestId: false,
  graphiql: false,
  landingPage: false,
  disableWebsockets: true,
  pollingInterval: 3_600_000,
};
