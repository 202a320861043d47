import { recordable } from '../access/recordable.ts';
import { whoAndWhy } from '../access/whoAndWhy.ts';
import type { AccessRecord } from '../accessRecord.ts';
import type { Sequencer } from '../sequencer.ts';
import type { RecordReading } from './reading.ts';

export interface ReadingRecorderOptions {
  readonly sequencer: Pick<Sequencer, 'append'>;
  readonly now?: () => Date;
}

/** Writes readings of the log into the log. They ask no agency and show no case, so that one outcome says it all. */
export function createReadingRecorder(options: ReadingRecorderOptions): RecordReading {
  const { sequencer, now = () => new Date() } = options;
  return async ({ caller, requestId, fields, subjects, operation }) => {
    const record: AccessRecord = {
      phase: 'outcome',
      v: 1,
      time: now().toISOString(),
      ...whoAndWhy(caller),
      operation,
      requestId: recordable(requestId),
      fields: [...fields],
      decision: 'allowed',
      disclosure: 'none',
      errors: [],
      subjects: [...subjects],
      payloads: subjects.map(() => null),
      counts: { subjects: subjects.length, cases: 0, masked: 0, hidden: 0 },
      agencies: { asked: [], failed: [] },
      part: { number: 1, of: 1 },
    };
    await sequencer.append(record);
  };
}
