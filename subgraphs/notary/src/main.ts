import { createLogger, runSubgraph } from '@tongban/kit';
import { readConfig } from './config.ts';
import { createNotarySubgraph, SUBGRAPH_NAME } from './createNotarySubgraph.ts';

const config = readConfig(process.env);
const app = await createNotarySubgraph({
  systems: config.NOTARY_SYSTEMS,
  username: config.NOTARY_USERNAME,
  password: config.NOTARY_PASSWORD,
  agencyTimeoutMs: config.AGENCY_TIMEOUT_MS,
  callerKeys: config.CALLER_KEYS,
  subjectTagKeys: config.SUBJECT_TAG_KEY,
  logger: createLogger({ name: SUBGRAPH_NAME, level: config.LOG_LEVEL }),
  production: config.NODE_ENV === 'production',
});
await runSubgraph(app, { name: SUBGRAPH_NAME, host: config.HOST, port: config.PORT });
