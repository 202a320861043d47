import { createLogger, runSubgraph } from '@tongban/kit';
import { readConfig } from './config.ts';
import { createLegalAidSubgraph, SUBGRAPH_NAME } from './createLegalAidSubgraph.ts';

const config = readConfig(process.env);
const app = await createLegalAidSubgraph({
  systems: config.LEGAL_AID_SYSTEMS,
  apiKey: config.LEGAL_AID_API_KEY,
  agencyTimeoutMs: config.AGENCY_TIMEOUT_MS,
  callerKeys: config.CALLER_KEYS,
  subjectTagKeys: config.SUBJECT_TAG_KEY,
  logger: createLogger({ name: SUBGRAPH_NAME, level: config.LOG_LEVEL }),
  production: config.NODE_ENV === 'production',
});
await runSubgraph(app, { name: SUBGRAPH_NAME, host: config.HOST, port: config.PORT });
