import { runSystem } from '@tongban/agency-kit';
import { pino } from 'pino';
import { readConfig } from './config.ts';
import { createIssuer } from './createIssuer.ts';
import { readOrCreateSigningKey } from './signingKey.ts';

try {
  const config = readConfig(process.env);
  const app = await createIssuer({
    issuer: `http://${config.HOST}:${config.PORT}`,
    audience: config.TOKEN_AUDIENCE,
    key: await readOrCreateSigningKey(config.KEY_FILE),
    logger: pino({ name: 'development-issuer', level: config.LOG_LEVEL }),
  });
  await runSystem(app, { name: 'development-issuer', host: config.HOST, port: config.PORT });
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
