import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { findRunningGraph, request, requestToken } from './runningGraph.ts';

const HELP = `Usage: npm run -s ask -- --as PERSONA [--purpose P --case C] [--variables JSON] '<operation>'

Runs one GraphQL operation on the running graph and prints the answer as JSON. \`-\` reads the operation from standard input.

  --as PERSONA       who asks (npm run -s token -- --help lists them)
  --purpose P        why: AUDIT, CASE_HANDLING, REPRESENTATION, COURT_ORDER, STATISTICS …; staff and auditors must say it
  --case C           the case, thread or assignment that caused the question, for example AUD-2026-001
  --variables JSON   variables of the operation
  --gateway URL      where the gateway is (default http://127.0.0.1:4000/graphql)
  --issuer URL       where the development issuer is (default http://127.0.0.1:4300)

Exit status: 0 an answer without errors, 1 an answer with errors or none at all, 2 the command line is wrong.
`;

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      as: { type: 'string' },
      purpose: { type: 'string' },
      case: { type: 'string' },
      variables: { type: 'string', default: '{}' },
      gateway: { type: 'string' },
      issuer: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const [operation, ...rest] = positionals;
  if (values.help) {
    process.stdout.write(HELP);
  } else if (
    values.as === undefined ||
    operation === undefined ||
    rest.length > 0 ||
    !isJsonObject(values.variables)
  ) {
    process.stderr.write(`${reasonOf(values.as, operation, rest)}\n\n${HELP}`);
    process.exitCode = 2;
  } else {
    const running = findRunningGraph(process.env);
    const token = await requestToken(values.issuer ?? running.issuerUrl, values.as);
    const response = await request(values.gateway ?? running.gatewayUrl, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
        ...(values.purpose === undefined ? {} : { 'x-access-purpose': values.purpose }),
        ...(values.case === undefined ? {} : { 'x-access-case': values.case }),
      },
      body: JSON.stringify({
        query: operation === '-' ? readFileSync(0, 'utf8') : operation,
        variables: JSON.parse(values.variables),
      }),
    });
    const answer = JSON.parse(await response.text()) as { errors?: unknown[] };
    process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
    if (!response.ok || answer.errors !== undefined) process.exitCode = 1;
  }
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS') ? 2 : 1;
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

function reasonOf(as: string | undefined, operation: string | undefined, rest: readonly string[]): string {
  if (as === undefined) return 'Say who asks: --as PERSONA';
  if (operation === undefined) return 'Give one operation, in quotes.';
  if (rest.length > 0) return 'Give one operation only; put it in quotes.';
  return '--variables takes a JSON object.';
}
