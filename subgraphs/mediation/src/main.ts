import { createLogger, runSubgraph } from '@tongban/kit';
import { readConfig } from './config.ts';
import { createMediationSubgraph } from './createMediationSubgraph.ts';

const config = readConfig(process.env);
const app = await createMediationSubgraph({
  callerKeys: config.CALLER_KEYS,
  subjectTagKeys: config.SUBJECT_TAG_KEY,
  systems: config.MEDIATION_SYSTEMS,
  token: config.MEDIATION_API_TOKEN,
  timeoutMs: config.AGENCY_TIMEOUT_MS,
  requestBudgetMs: config.REQUEST_BUDGET_MS,
  maxConcurrentCalls: config.MAX_CONCURRENT_CALLS,
  logger: createLogger({ name: 'mediation', level: config.LOG_LEVEL }),
  production: config.NODE_ENV === 'production',
});
await runSubgraph(app, { name: 'mediation subgraph', host: config.HOST, port: config.PORT });
