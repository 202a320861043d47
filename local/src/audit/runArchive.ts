import { readFileSync } from 'node:fs';
import { archiveOldRecords } from '@tongban/gateway/audit';
import { meantPath, type RunVerb } from './auditOptions.ts';
import { ownerOf } from './ownerOf.ts';

export const runArchive: RunVerb = async ({ schema, out, policy, days }, _positionals, terminal) => {
  const owner = ownerOf(schema, terminal);
  if (owner === null) return 2;
  if (out === undefined || policy === undefined) {
    terminal.progress(
      'Give the archive (--out DIR, the same each time) and whom you believe (--policy FILE).',
    );
    return 2;
  }
  terminal.progress('bringing the archive up to date, and checking all of it');
  const dropped = await archiveOldRecords(owner, {
    archive: {
      directory: meantPath(out, terminal),
      policy: readFileSync(meantPath(policy, terminal), 'utf8'),
    },
    days: Number(days),
  });
  for (const { start, end } of dropped)
    terminal.print(`records ${start} to ${end - 1} are in the archive alone now\n`);
  if (dropped.length === 0) terminal.print(`nothing is older than ${days} days\n`);
  return 0;
};
