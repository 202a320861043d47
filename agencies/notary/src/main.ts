import { openDatabase, runSystem } from '@tongban/agency-kit';
import { readConfig } from './config.ts';
import { createSystem } from './createSystem.ts';
import { migrations } from './store/migrations.ts';

const config = readConfig(process.env);
const database = openDatabase(config.DATABASE_FILE, migrations);
const app = createSystem({
  database,
  username: config.NOTARY_USERNAME,
  password: config.NOTARY_PASSWORD,
  production: config.NODE_ENV === 'production',
  logLevel: config.LOG_LEVEL,
  now: () => new Date(),
});
app.addHook('onClose', async () => database.close());
await runSystem(app, { name: 'notary system', host: config.HOST, port: config.PORT });
