import { openDatabase, runSystem } from '@tongban/agency-kit';
import pino from 'pino';
import { readConfig } from './config.ts';
import { createSystem } from './createSystem.ts';
import { migrations } from './store/migrations.ts';

const config = readConfig(process.env);
const app = createSystem({
  database: openDatabase(config.DATABASE_FILE, migrations),
  token: config.MEDIATION_API_TOKEN,
  ratePerSecond: config.RATE_PER_SECOND,
  burst: config.RATE_BURST,
  production: config.NODE_ENV === 'production',
  logger: pino({ level: config.LOG_LEVEL }),
});
await runSystem(app, { name: 'mediation system', host: config.HOST, port: config.PORT });
