import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { checkCheckpoint, exportBundle, type HttpLog, parsePolicy } from '@tongban/gateway/audit';
import { UsageError } from '../runningGraph.ts';
import { type AuditValues, meantPath, type RunVerb, type Terminal } from './auditOptions.ts';
import { openRunningLog, type RunningLog } from './openRunningLog.ts';
import { verifyFolder } from './runVerify.ts';
import { tagsOfPerson } from './tagsOfPerson.ts';

/** Checkpoints come every second; witnesses may take longer. */
const CHECKPOINT_WITHIN_MS = 30_000;
const WITNESSES_WITHIN_MS = 10_000;

export const runExport: RunVerb = async (values, positionals, terminal) => {
  const wrong = reasonOf(values, positionals);
  if (wrong !== null) {
    terminal.progress(wrong);
    return 2;
  }
  const directory = meantPath(values.out as string, terminal);
  await requireEmpty(directory);
  const read = (path: string | undefined) =>
    path === undefined ? undefined : readFileSync(meantPath(path, terminal), 'utf8');
  const seenCheckpoint = read(values.seen);
  const running = openRunningLog(values, terminal);
  const policy = read(values.policy) ?? (await running.log.policy());
  if (policy === null)
    throw new UsageError(
      'The log gives out no policy: name a file with the keys that you believe, --policy FILE.',
    );

  const contents = values.all
    ? await everything(running, terminal)
    : await onePerson(running, values, terminal);
  await awaitCheckpoint(running.log, policy, contents.record, terminal);
  terminal.progress(values.all ? 'reading the whole log' : `reading ${contents.records.length} records`);
  await exportBundle(running.log, {
    directory,
    policy,
    ...contents,
    ...(seenCheckpoint === undefined ? {} : { seenCheckpoint }),
  });
  terminal.progress(`written to ${directory}`);
  return await verifyFolder(directory, { policy: values.policy, seen: values.seen }, terminal);
};

/** Null where the command line is right. */
function reasonOf({ person, tags, all, out }: AuditValues, positionals: readonly string[]): string | null {
  if (positionals.length > 0) return 'Name the person with --person, and the folder with --out.';
  if (out === undefined) return 'Say where to: --out DIR';
  const named = [person, tags, all ? 'all' : undefined].filter((value) => value !== undefined);
  return named.length === 1 ? null : 'Say what to export: --person NUMBER, or --tags, or --all.';
}

async function requireEmpty(directory: string): Promise<void> {
  const files = await readdir(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (files.length > 0) throw new UsageError(`${directory} is not empty: choose another folder.`);
}

async function everything({ log }: RunningLog, terminal: Terminal) {
  terminal.progress('having an index of the log written');
  const { record } = await log.writeIndex();
  return { record, records: 'all' as const };
}

/** All records that name the person, the index record, and proof that these are all that came before it. */
async function onePerson(running: RunningLog, values: AuditValues, terminal: Terminal) {
  const { log } = running;
  const subjects = values.tags?.split(',') ?? (await askTags(running, values, terminal));
  terminal.progress('having an index of the log written');
  await log.writeIndex();
  const { record, proofs } = await log.proveTags(subjects);
  const indexes = proofs.flatMap((proof) => proof.indexes.filter((index) => index < record));
  const records = [...new Set([...indexes, record])].sort((left, right) => left - right);
  const shown = proofs.map(({ indexes: _, ...proof }) => proof);
  return { record, records, completeness: { subjects, record, proofs: shown } };
}

async function askTags(running: RunningLog, { type, person, basis }: AuditValues, terminal: Terminal) {
  terminal.progress('asking the graph which tags the person has');
  return await tagsOfPerson(running, { type, number: person as string }, basis);
}

async function awaitCheckpoint(
  log: HttpLog,
  written: string,
  record: number,
  terminal: Terminal,
): Promise<void> {
  terminal.progress('waiting for a checkpoint over it');
  if (!(await log.waitForCheckpoint(({ size }) => size > record, CHECKPOINT_WITHIN_MS)))
    throw new Error(
      'The log has published no checkpoint over its newest records; its operator must see why.',
    );
  const policy = parsePolicy(written);
  const isCosigned = (_: unknown, checkpoint: string) => {
    let isEnough = true;
    const trusted = checkCheckpoint(checkpoint, policy, 'checkpoint', (code) => {
      if (code === 'QUORUM_MISSING') isEnough = false;
    });
    return trusted === null || (isEnough && trusted.size > record);
  };
  if (!(await log.waitForCheckpoint(isCosigned, WITNESSES_WITHIN_MS)))
    terminal.progress('too few witnesses have cosigned it yet; the bundle says so too');
}
