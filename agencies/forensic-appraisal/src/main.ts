import { openDatabase, runSystem } from '@tongban/agency-kit';
import { pino } from 'pino';
import { readConfig } from './config.ts';
import { createSystem } from './createSystem.ts';
import { migrations } from './store/migrations.ts';

const config = readConfig(process.env);
const database = openDatabase(config.DATABASE_FILE, migrations);
const app = createSystem({
  database,
  appId: config.FORENSIC_APPRAISAL_APP_ID,
  secret: config.FORENSIC_APPRAISAL_SECRET,
  logger: pino({ level: config.LOG_LEVEL }),
  withDrills: config.NODE_ENV !== 'production',
  maxRequestsPerSecond: config.MAX_REQUESTS_PER_SECOND,
  now: Date.now,
});
app.addHook('onClose', async () => database.close());
await runSystem(app, { name: 'forensic-appraisal-system', host: config.HOST, port: config.PORT });
