import { openDatabase, runSystem } from '@tongban/agency-kit';
import { pino } from 'pino';
import { readConfig } from './config.ts';
import { createSystem } from './createSystem.ts';
import { migrations } from './store/migrations.ts';

const config = readConfig(process.env);
const database = openDatabase(config.DATABASE_FILE, migrations);
const app = createSystem({
  database,
  apiKey: config.LEGAL_AID_API_KEY,
  production: config.NODE_ENV === 'production',
  numberingPlace: config.NUMBERING_PLACE,
  logger: pino({ name: 'legal-aid-system', level: config.LOG_LEVEL, redact: ['req.headers'] }),
});
app.addHook('onClose', async () => database.close());
await runSystem(app, { name: 'legal-aid-system', host: config.HOST, port: config.PORT });
