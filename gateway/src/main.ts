import { parseArgs } from 'node:util';
import { type GatewayArguments, readConfig } from './config.ts';
import { createLogger } from './telemetry/createLogger.ts';
import { disableApolloTelemetry } from './telemetry/disableApolloTelemetry.ts';

const HELP = `The gateway: one GraphQL endpoint in front of the subgraphs of a Federation 2 supergraph.

  npm run -s gateway -- [--supergraph FILE] [--port N] [--open]

  --supergraph FILE  supergraph SDL; a changed file is taken up while running   (SUPERGRAPH_FILE)
  --port N           port to listen on, 4000 by default, 0 for any free one     (PORT)
  --open             no tokens and no caller assertions; serves loopback only
  --help             this text

Without --open these are needed as environment variables:
  JWKS_URL           where the token issuer publishes its keys
  TOKEN_ISSUER       the iss that tokens must have
  ASSERTION_KEY      private Ed25519 key (JWK as JSON) that vouches for callers to the subgraphs
  AUDIT_SIGNING_KEY, AUDIT_PAYLOAD_KEY, AUDIT_READER_KEY   keys of the access log; or AUDIT=off, not in production
Every variable is explained in .env.example.

Serves /graphql, /log (not with --open), /health/live, /health/ready and /metrics. Stops on SIGTERM when the requests in flight are answered.
`;

const given = readArguments();
if (given === null) process.stdout.write(HELP);
else await run(given);

function readArguments(): GatewayArguments | null {
  try {
    const { values } = parseArgs({
      options: {
        supergraph: { type: 'string' },
        port: { type: 'string' },
        open: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    return values.help ? null : values;
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${HELP}`);
    process.exit(2);
  }
}

async function run(values: GatewayArguments): Promise<void> {
  try {
    disableApolloTelemetry(process.env);
    const config = readConfig(process.env, values);
    const logger = createLogger(config.logLevel);
    // Only now: nothing of Apollo's may load before its telemetry is off.
    const { createGateway } = await import('./createGateway.ts');
    const gateway = createGateway(config, logger);
    const stop = () => {
      gateway.stop().then(
        () => logger.info('stopped'),
        (error: unknown) => {
          logger.error({ err: error }, 'stopping failed');
          process.exitCode = 1;
        },
      );
    };
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
    const url = await gateway.start();
    logger.info({ url, open: config.identity === null }, `the gateway answers at ${url}`);
  } catch (error) {
    process.stderr.write(`gateway: ${(error as Error).message}\n`);
    process.exitCode = 1;
  }
}
