import { createLogger, runSubgraph } from '@tongban/kit';
import { readConfig } from './config.ts';
import { createForensicAppraisalSubgraph, SUBGRAPH_NAME } from './createForensicAppraisalSubgraph.ts';

const config = readConfig(process.env);
const app = await createForensicAppraisalSubgraph({
  systems: config.FORENSIC_APPRAISAL_SYSTEMS,
  appId: config.FORENSIC_APPRAISAL_APP_ID,
  secret: config.FORENSIC_APPRAISAL_SECRET,
  agencyTimeoutMs: config.AGENCY_TIMEOUT_MS,
  callerKeys: config.CALLER_KEYS,
  subjectTagKeys: config.SUBJECT_TAG_KEY,
  logger: createLogger({ name: SUBGRAPH_NAME, level: config.LOG_LEVEL }),
  production: config.NODE_ENV === 'production',
});
await runSubgraph(app, { name: SUBGRAPH_NAME, host: config.HOST, port: config.PORT });
