import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createCosigner } from '../checkpoint/noteSigner.ts';
import { lockFolder } from '../journal/lockFolder.ts';
import { parseVerifierKey } from '../verify/signedNote.ts';
import { startWitness } from './startWitness.ts';
import { openWitnessState } from './witnessState.ts';

const HELP = `A witness of an access log: it signs what it has seen, and never two histories (C2SP tlog-witness).

node gateway/src/audit/witness/main.ts --name NAME --key FILE --log KEY --folder FOLDER [options]

  --name NAME      under which it signs, such as notary.example/witness
  --key FILE       its private key, PEM (openssl genpkey -algorithm ed25519)
  --log KEY        the verifier key of a log, such as example.com/log+1c2d3e4f+AQ…; may be repeated
  --folder FOLDER  where it remembers what it signed. Lost, it must not sign under this key again.
  --host, --port   where it listens (127.0.0.1, 4310)
`;

try {
  await main();
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n\n${HELP}`);
  process.exitCode = 2;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      name: { type: 'string' },
      key: { type: 'string' },
      log: { type: 'string', multiple: true, default: [] },
      folder: { type: 'string' },
      host: { type: 'string', default: '127.0.0.1' },
      port: { type: 'string', default: '4310' },
    },
  });
  const { name, key, folder } = values;
  if (name === undefined || key === undefined || folder === undefined || values.log.length === 0) {
    throw new Error('name, key, log and folder must be given');
  }
  const cosigner = createCosigner(name, createPrivateKey(readFileSync(key)));
  const state = await openWitnessState(folder);
  lockFolder(folder);
  const witness = await startWitness({
    cosigner,
    logs: values.log.map(parseVerifierKey),
    state,
    now: Date.now,
    host: values.host,
    port: Number(values.port),
  });
  process.stdout.write(`${cosigner.verifierKey}\n${witness.url}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void witness.close());
}
