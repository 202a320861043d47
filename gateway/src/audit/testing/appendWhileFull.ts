import { writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { subjectsOfRecord } from '../accessRecord.ts';
import { openJournal } from '../journal/openJournal.ts';
import { openSequencer } from '../sequencer.ts';
import { outcomeRecord } from './records.ts';
import { sealedAs } from './sealedAs.ts';

/**
 * A program that appends to the journal in the folder of its argument, several at a time and without end, whatever becomes of it. Prints
 * `<index> <leaf hash> <request id>` for a receipt, `refused <request id>` for none, and the state of the log when it changes.
 */
const [, , folder] = process.argv;
const store = await openJournal({ folder: folder as string, subjectsOf: subjectsOfRecord });
const sequencer = await openSequencer({
  store,
  patienceMs: 200,
  probeMs: 50,
  onStateChange: (state) => writeSync(1, `${state}\n`),
});
let next = 0;
await Promise.all(Array.from({ length: 8 }, appendWithoutEnd));

async function appendWithoutEnd(): Promise<void> {
  for (;;) {
    const sealed = sealedAs(next, { bytes: 500 });
    const requestId = `${process.pid}-${next++}`;
    const record = outcomeRecord({ requestId, subjects: [sealed.subject], payloads: [sealed.digest] });
    try {
      const { index, leafHash } = await sequencer.append(record, [sealed]);
      writeSync(1, `${index} ${leafHash} ${requestId}\n`);
    } catch {
      writeSync(1, `refused ${requestId}\n`);
      await sleep(10);
    }
  }
}
