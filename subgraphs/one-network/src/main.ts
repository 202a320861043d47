import { createLogger, runSubgraph } from '@tongban/kit';
import { readConfig } from './config.ts';
import { createOneNetworkSubgraph, SUBGRAPH_NAME } from './createOneNetworkSubgraph.ts';
import { checkKeys } from './store/checkKeys.ts';
import { openStore } from './store/openStore.ts';

const config = readConfig(process.env);
const logger = createLogger({ name: SUBGRAPH_NAME, level: config.LOG_LEVEL });
const store = await openStore({
  databaseUrl: config.DATABASE_URL ?? null,
  dataDirectory: config.DATA_DIRECTORY,
  personIdKey: config.PERSON_ID_KEY,
  credentialKey: config.CREDENTIAL_KEY,
  onConnectionLost: (error) => logger.warn({ err: error }, 'database connection lost'),
});
await checkKeys(store);
const app = await createOneNetworkSubgraph({
  store,
  agencyHealthUrls: config.AGENCY_HEALTH,
  callerKeys: config.CALLER_KEYS,
  subjectTagKeys: config.SUBJECT_TAG_KEY,
  logger,
  production: config.NODE_ENV === 'production',
});
app.addHook('onClose', () => store.close());
await runSubgraph(app, { name: SUBGRAPH_NAME, host: config.HOST, port: config.PORT });
