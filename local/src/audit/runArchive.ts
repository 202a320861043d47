import { readFileSync } from 'node:fs';
import { archiveOldRecords, LEAST_RETENTION_DAYS } from '@tongban/gateway/audit';
import { meantPath, type RunVerb, type Terminal } from './auditOptions.ts';
import { ownerOf } from './ownerOf.ts';

/** As long as gateways are told (AUDIT_RETENTION_DAYS), or three years. */
const daysOf = (given: string | undefined, { env }: Terminal) =>
  Number(given ?? env.AUDIT_RETENTION_DAYS ?? LEAST_RETENTION_DAYS);

export const runArchive: RunVerb = async ({ schema, out, policy, ...values }, _positionals, terminal) => {
  const days = daysOf(values.days, terminal);
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
    days,
  });
  for (const { start, end } of dropped)
    terminal.print(`records ${start} to ${end - 1} are in the archive alone now\n`);
  if (dropped.length === 0) terminal.print(`nothing is older than ${days} days\n`);
  return 0;
};
