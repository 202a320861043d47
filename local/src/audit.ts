import { parseArgs } from 'node:util';
import { auditOptions } from './audit/auditOptions.ts';
import { runArchive } from './audit/runArchive.ts';
import { runBlastRadius } from './audit/runBlastRadius.ts';
import { runExport } from './audit/runExport.ts';
import { runTables } from './audit/runTables.ts';
import { runVerify } from './audit/runVerify.ts';

const HELP = `Usage: npm run -s audit -- export (--person NUMBER | --all) --out DIR [options]
       npm run -s audit -- verify DIR [--policy FILE] [--seen FILE]
       npm run -s audit -- blast-radius [--actor ID] [--organisation ID] [--from TIME] [--to TIME] [options]
       npm run -s audit -- tables --writer ROLE | archive --out DIR --policy FILE

Takes records of access out of the log of the running graph, and checks them (docs/access-log.md).

export        writes a folder with all records about one person, or with the whole log, that can be checked without us; and checks it
  --person NUMBER    number of the identity document; never printed
  --type TYPE        kind of document (default RIC)
  --tags TAG,TAG     tags of the person, where they are known; then the graph is not asked
  --all              the whole log
  --out DIR          where to; must be empty or not there
  --policy FILE      whom you believe (C2SP tlog-policy); without it the policy that the log gives out, which proves less
  --seen FILE        a checkpoint that you were given before: proves that the log has only grown since

verify        checks such a folder, asking nobody; exit status 1 where anything is wrong
  --policy FILE, --seen FILE   as above

blast-radius  which persons were touched by the looks of somebody, or of a time; a token is its holder and 15 minutes
  --actor ID         subject of the token, as records have it
  --organisation ID  body of the actor
  --from TIME        from then on, ISO 8601, for example 2026-03-02T08:00:00Z
  --to TIME          before then

tables        makes the tables of a log in PostgreSQL, as their owner (AUDIT_OWNER_URL)
  --writer ROLE      that gateways connect as; not the owner
  --schema NAME      default access_log

archive       takes records that are old enough out of the tables, never before all of the archive is proven (AUDIT_OWNER_URL)
  --out DIR          the archive: one for each log, the same each time
  --policy FILE      as above, of your own
  --days N           records stay in the tables for so long at least (AUDIT_RETENTION_DAYS, or 1096, which is the least)
  --schema NAME      default access_log

For export and blast-radius:
  --as PERSONA       who reads the log (default auditor:case)
  --purpose P        why (default AUDIT); --basis CASE  on what ground (default AUD-2026-001)
  --gateway URL      where the gateway is (default http://127.0.0.1:4000/graphql)
  --issuer URL       where the development issuer is (default http://127.0.0.1:4300)

Exit status: 0 done and proven, 1 something is wrong or could not be had, 2 the command line is wrong.
`;

const verbs: Readonly<Record<string, typeof runExport>> = {
  export: runExport,
  verify: runVerify,
  'blast-radius': runBlastRadius,
  tables: runTables,
  archive: runArchive,
};

try {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: auditOptions });
  const [verb = '', ...rest] = positionals;
  const run = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
  if (values.help) {
    process.stdout.write(HELP);
  } else if (run === undefined) {
    process.stderr.write(`Say what to do: export, verify, blast-radius, tables or archive.\n\n${HELP}`);
    process.exitCode = 2;
  } else {
    process.exitCode = await run(values, rest, {
      env: process.env,
      print: (text) => process.stdout.write(text),
      progress: (text) => process.stderr.write(`${text}\n`),
    });
  }
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS') ? 2 : 1;
}
