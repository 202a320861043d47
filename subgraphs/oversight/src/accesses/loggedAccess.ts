import type { LogEntry, SubjectPayload } from './accessLogApi.ts';

/** A case that was looked at, as the record has it. */
export type LookedAtCase = SubjectPayload['cases'][number];

/** One look at one person: an outcome of the access log with what it says about that person. */
export interface LoggedAccess {
  /** Where its first part stands in the log. */
  readonly index: number;
  readonly leafHash: string;
  /** Where its last part stands: what is older has a smaller index. */
  readonly lastIndex: number;
  readonly record: LogEntry['record'];
  /** Null where it has been erased. */
  readonly about: SubjectPayload | null;
}

/** Null: the register was not asked. */
export function isShown(disclosure: LookedAtCase['disclosure'] | null): boolean {
  return disclosure === 'FULL' || disclosure === 'MASKED';
}

/**
 * The look that neighbouring entries are parts of (`partsOfOutcome` in the gateway), or the one entry.
 *
 * @param entries at least one, newest first
 */
export function joinParts(entries: readonly LogEntry[]): LoggedAccess {
  const first = entries.reduce((a, b) => (b.record.part.number < a.record.part.number ? b : a));
  const payloads = entries.flatMap(({ payloads: all }) => all.flatMap((one) => one ?? []));
  return {
    index: first.index,
    leafHash: first.leafHash,
    lastIndex: Math.min(...entries.map(({ index }) => index)),
    record: first.record,
    about: payloads.length === 0 ? null : joinPayloads(payloads),
  };
}

/** Whether two entries are parts of one outcome. */
export function areParts(a: LogEntry, b: LogEntry): boolean {
  return (
    a.record.part.of > 1 &&
    a.record.part.of === b.record.part.of &&
    a.record.part.number !== b.record.part.number &&
    a.record.requestId === b.record.requestId &&
    a.record.time === b.record.time
  );
}

const MORE = ['HIDDEN', 'MASKED', 'FULL'] as const;

/** A person has a payload for each of his or her documents. */
function joinPayloads(payloads: readonly SubjectPayload[]): SubjectPayload {
  const cases = new Map(payloads.flatMap((payload) => payload.cases).map((one) => [one.id, one]));
  const registers = payloads.flatMap(({ register }) => register ?? []);
  return {
    isSelf: payloads.some(({ isSelf }) => isSelf),
    register: MORE.findLast((level) => registers.includes(level)) ?? null,
    cases: [...cases.values()],
  };
}
