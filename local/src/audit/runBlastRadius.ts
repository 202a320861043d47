import { type AffectedPerson, type BlastRadius, blastRadius, readAllEntries } from '@tongban/gateway/audit';
import type { AuditValues, RunVerb } from './auditOptions.ts';
import { openRunningLog } from './openRunningLog.ts';

const COLUMNS: readonly (keyof AffectedPerson)[] = ['accesses', 'full', 'masked', 'first', 'last'];
/** A line of progress after so many records. */
const TELL_EVERY = 100_000;

export const runBlastRadius: RunVerb = async (values, positionals, terminal) => {
  const meant = readMeant(values);
  if (typeof meant === 'string' || positionals.length > 0) {
    terminal.progress(typeof meant === 'string' ? meant : 'Name nobody but by --actor and --organisation.');
    return 2;
  }
  const { log } = openRunningLog(values, terminal);
  const { size } = await log.head();
  terminal.progress(`reading ${size} records`);
  const started = performance.now();
  const radius = await blastRadius(told(readAllEntries(log, size), terminal.progress), meant);
  terminal.print(tableOf(radius));
  const seconds = ((performance.now() - started) / 1_000).toFixed(1);
  terminal.progress(
    `${radius.meant} of ${radius.read} records are meant; they touch ${radius.persons.size} persons (${seconds} s)`,
  );
  terminal.progress(`read with them: ${mostRead(radius)}`);
  return 0;
};

/** What is wrong with the command line, as a text, where something is. */
function readMeant({ actor, organisation, from, to }: AuditValues) {
  const times = { from, to };
  for (const [name, time] of Object.entries(times)) {
    if (time !== undefined && Number.isNaN(Date.parse(time)))
      return `--${name} takes a time, for example 2026-03-02T08:00:00Z`;
  }
  if ([actor, organisation, from, to].every((value) => value === undefined))
    return 'Say whose looks are meant, or of what time: --actor, --organisation, --from, --to';
  return {
    ...(actor === undefined ? {} : { actor }),
    ...(organisation === undefined ? {} : { organisation }),
    ...(from === undefined ? {} : { from: new Date(from) }),
    ...(to === undefined ? {} : { to: new Date(to) }),
  };
}

async function* told(entries: AsyncIterable<readonly Buffer[]>, progress: (text: string) => void) {
  let read = 0;
  for await (const bodies of entries) {
    const before = read;
    read += bodies.length;
    if (Math.floor(read / TELL_EVERY) > Math.floor(before / TELL_EVERY)) progress(`${read} records read`);
    yield bodies;
  }
}

/** One person a line, tab-separated, whom most looks touched first. */
function tableOf({ persons }: BlastRadius): string {
  const lines = [...persons]
    .sort(([, left], [, right]) => right.accesses - left.accesses)
    .map(([tag, person]) => [tag, ...COLUMNS.map((column) => person[column])].join('\t'));
  return `${[['tag', ...COLUMNS].join('\t'), ...lines].join('\n')}\n`;
}

function mostRead({ fields }: BlastRadius): string {
  const ordered = [...fields].sort(([, left], [, right]) => right - left);
  return ordered.map(([field, count]) => `${field} ${count}`).join(', ') || 'nothing';
}
