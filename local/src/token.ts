import { parseArgs } from 'node:util';
import { findRunningGraph, requestToken } from './runningGraph.ts';

const HELP = `Usage: npm run -s token -- --as PERSONA [--issuer URL]

Prints a development token, good for 15 minutes, and nothing else.

  --as PERSONA   citizen:zhang, opponent:contractor, lawyer:li, officer:legal-aid, officer:notary, officer:appraisal,
                 officer:mediation, auditor:case, auditor:system, frontend; or citizen:<document type>:<number>
  --issuer URL   where the development issuer is (default http://127.0.0.1:4300)
`;

try {
  const { values } = parseArgs({
    options: {
      as: { type: 'string' },
      issuer: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
  } else if (values.as === undefined) {
    process.stderr.write(`Say who asks: --as PERSONA\n\n${HELP}`);
    process.exitCode = 2;
  } else {
    const issuerUrl = values.issuer ?? findRunningGraph(process.env).issuerUrl;
    process.stdout.write(`${await requestToken(issuerUrl, values.as)}\n`);
  }
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS') ? 2 : 1;
}
