import { createLogger, runSubgraph } from '@tongban/kit';
import { createAccessLogApi } from './accesses/accessLogApi.ts';
import { readConfig } from './config.ts';
import { createOversightSubgraph, SUBGRAPH_NAME } from './createOversightSubgraph.ts';
import { createLogFiles } from './logWatch/logFiles.ts';
import { createLogProver } from './logWatch/proveLog.ts';
import { createLogHeads } from './store/logHeads.ts';
import { openStore } from './store/openStore.ts';

const config = readConfig(process.env);
const logger = createLogger({ name: SUBGRAPH_NAME, level: config.LOG_LEVEL });
const store = await openStore({
  databaseUrl: config.DATABASE_URL ?? null,
  databaseFile: config.DATABASE_FILE,
  onConnectionLost: (error) => logger.warn({ err: error }, 'database connection lost'),
});
const log = { url: config.ACCESS_LOG_URL, timeoutMs: config.AGENCY_TIMEOUT_MS };
const app = await createOversightSubgraph({
  store,
  accessLog: createAccessLogApi({ ...log, key: config.ACCESS_LOG_KEY }),
  logProver: createLogProver(createLogFiles(log), createLogHeads(store)),
  findingKey: config.FINDING_KEY,
  callerKeys: config.CALLER_KEYS,
  subjectTagKeys: config.SUBJECT_TAG_KEY,
  logger,
  production: config.NODE_ENV === 'production',
});
app.addHook('onClose', () => store.close());
await runSubgraph(app, { name: SUBGRAPH_NAME, host: config.HOST, port: config.PORT });
