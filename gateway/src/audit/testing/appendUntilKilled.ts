import { writeSync } from 'node:fs';
import { subjectsOfRecord } from '../accessRecord.ts';
import { openJournal } from '../journal/openJournal.ts';
import { openPostgresLog } from '../postgres/openPostgresLog.ts';
import { openSequencer } from '../sequencer.ts';
import { outcomeRecord } from './records.ts';
import { sealedAs } from './sealedAs.ts';
import type { TestLog } from './testLogStores.ts';

/**
 * A program that appends, many at a time and without end, and prints `<index> <leaf hash> <request id>` when it has a receipt, in one
 * write, so that what was printed was acknowledged. Arguments: the place of the log as JSON, and a name of its own.
 */
const [, , place, name] = process.argv;
const CONCURRENT = 40;

const at = JSON.parse(place as string) as TestLog['place'];
const store =
  'folder' in at
    ? await openJournal({ folder: at.folder, subjectsOf: subjectsOfRecord })
    : openPostgresLog({ ...at, timeoutMs: 5_000 });
const sequencer = await openSequencer({ store, batchSize: 16, batchDelayMs: 1, patienceMs: 10_000 });
let next = 0;
await Promise.all(Array.from({ length: CONCURRENT }, appendWithoutEnd));

async function appendWithoutEnd(): Promise<void> {
  for (;;) {
    const sealed = sealedAs(next);
    const record = outcomeRecord({
      requestId: `${name}-${next++}`,
      subjects: [sealed.subject],
      payloads: [sealed.digest],
    });
    const { index, leafHash } = await sequencer.append(record, [sealed]);
    writeSync(1, `${index} ${leafHash} ${record.requestId}\n`);
  }
}
