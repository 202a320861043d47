/** Hive Gateway as its documentation sets it up for speed, with all off that logs, reports or serves people. */
export const hiveSettings = {
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
