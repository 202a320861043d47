import type { OutcomeRecord } from './accessRecord.ts';

/** Which looks are meant: those of somebody, of a body, in a time. A token is its holder and the minutes in which it was good. */
export interface LooksMeant {
  readonly actor?: string;
  readonly organisation?: string;
  /** From this time on. */
  readonly from?: Date;
  /** Before this time. */
  readonly to?: Date;
}

/** What happened to one person. */
export interface AffectedPerson {
  /** Records that name the person. */
  accesses: number;
  /** Of these, those in which something was shown in full, and masked; what was shown of this very person is sealed. */
  full: number;
  masked: number;
  first: string;
  last: string;
}

export interface BlastRadius {
  /** Records that were read, and that are meant. */
  read: number;
  meant: number;
  /** By tag. */
  readonly persons: ReadonlyMap<string, AffectedPerson>;
  /** How many of the records that are meant read each coordinate: which kinds of data are concerned. */
  readonly fields: ReadonlyMap<string, number>;
}

/**
 * All persons whom certain looks touched, for the notice of PIPL art. 57. Records are let go as they come.
 *
 * @param entries Bodies of records in their order.
 * @throws Error where nothing says which looks are meant.
 */
export async function blastRadius(
  entries: AsyncIterable<readonly Buffer[]>,
  meant: LooksMeant,
): Promise<BlastRadius> {
  if (Object.values(meant).every((value) => value === undefined))
    throw new Error('say whose looks are meant, or of what time');
  const persons = new Map<string, AffectedPerson>();
  const fields = new Map<string, number>();
  const result = { read: 0, meant: 0, persons, fields };
  const isMeant = createFilter(meant);
  for await (const bodies of entries) {
    result.read += bodies.length;
    for (const body of bodies) {
      const record = isMeant(body);
      if (record === null) continue;
      result.meant += 1;
      for (const field of record.fields) fields.set(field, (fields.get(field) ?? 0) + 1);
      for (const tag of new Set(record.subjects)) count(persons, tag, record);
    }
  }
  return result;
}

function createFilter({ actor, organisation, from, to }: LooksMeant): (body: Buffer) => OutcomeRecord | null {
  // Bytes of RFC 8785, which puts the actor before all else: no text in a record can look like them, and most need not be parsed.
  const start = actor === undefined ? null : Buffer.from(`{"actor":{"id":${JSON.stringify(actor)},`);
  return (body) => {
    if (start !== null && !body.subarray(0, start.length).equals(start)) return null;
    const written = timeOf(body);
    if (written !== null && !isWithin(written, from, to)) return null;
    const record = JSON.parse(body.toString()) as OutcomeRecord;
    if (record.phase !== 'outcome') return null;
    if (organisation !== undefined && record.actor.organisation !== organisation) return null;
    if (!isWithin(record.time, from, to)) return null;
    return record;
  };
}

function isWithin(time: string, from: Date | undefined, to: Date | undefined): boolean {
  const at = Date.parse(time);
  return (from === undefined || at >= from.getTime()) && (to === undefined || at < to.getTime());
}

/** The time without parsing all: RFC 8785 puts it last but one. Null where it does not stand there. */
function timeOf(body: Buffer): string | null {
  return /^"time":"([^"]{24})","v":1\}$/.exec(body.toString('latin1', body.length - 40))?.[1] ?? null;
}

function count(persons: Map<string, AffectedPerson>, tag: string, { time, disclosure }: OutcomeRecord): void {
  const person = persons.get(tag) ?? { accesses: 0, full: 0, masked: 0, first: time, last: time };
  person.accesses += 1;
  if (disclosure === 'full') person.full += 1;
  if (disclosure === 'masked') person.masked += 1;
  if (time < person.first) person.first = time;
  if (time > person.last) person.last = time;
  persons.set(tag, person);
}
