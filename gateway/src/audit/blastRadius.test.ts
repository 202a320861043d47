import { describe, expect, it } from '@jest/globals';
import { type AccessRecord, encodeAccessRecord } from './accessRecord.ts';
import { blastRadius, type LooksMeant } from './blastRadius.ts';
import { readAllEntries } from './readAllEntries.ts';
import { intentRecord, outcomeRecord } from './testing/records.ts';

const tag = (person: number) => `e1:${String(person).padStart(43, '0')}`;
const actor = (id: string, organisation = 'org-1') => ({ id, role: 'clerk', organisation, service: null });
const at = (time: string) => `2026-03-02T${time}.000Z`;

const records: AccessRecord[] = [
  outcomeRecord({
    actor: actor('a'),
    time: at('01:00:00'),
    subjects: [tag(1), tag(2), tag(1)],
    disclosure: 'full',
  }),
  outcomeRecord({ actor: actor('b'), time: at('02:00:00'), subjects: [tag(1), tag(3)] }),
  intentRecord({ actor: actor('a'), time: at('03:00:00') }),
  outcomeRecord({
    actor: actor('a', 'org-2'),
    time: at('04:00:00'),
    subjects: [tag(2)],
    fields: ['Item.title'],
  }),
  outcomeRecord({ actor: actor('a":1'), requestId: '{"actor":{"id":"a",', subjects: [tag(4)] }),
  { phase: 'index', v: 1, time: at('05:00:00'), size: 5, root: 'ab'.repeat(32), tags: 4 },
];

function log(copies = 1) {
  const bodies = Array.from({ length: copies }, () => records.map(encodeAccessRecord)).flat();
  const entries = async (start: number, end: number) => bodies.slice(start, end);
  return readAllEntries({ entries }, bodies.length);
}

const affected = async (meant: LooksMeant) => [...(await blastRadius(log(), meant)).persons.keys()].sort();

describe('the blast radius', () => {
  it('of somebody is every person whom any look of this actor touched, counted', async () => {
    const { read, meant, persons, fields } = await blastRadius(log(), { actor: 'a' });
    expect([read, meant]).toEqual([6, 2]);
    expect(Object.fromEntries(persons)).toEqual({
      [tag(1)]: { accesses: 1, full: 1, masked: 0, first: at('01:00:00'), last: at('01:00:00') },
      [tag(2)]: { accesses: 2, full: 1, masked: 1, first: at('01:00:00'), last: at('04:00:00') },
    });
    expect(Object.fromEntries(fields)).toEqual({ 'Item.title': 2, 'Person.name': 1 });
  });

  it('is bounded by the time, of which the end is not part', async () => {
    const from = new Date(at('02:00:00'));
    const to = new Date(at('04:00:00'));
    expect(await affected({ from, to })).toEqual([tag(1), tag(3)]);
    expect(await affected({ actor: 'a', from, to })).toEqual([]);
    expect(await affected({ actor: 'a', from })).toEqual([tag(2)]);
  });

  it('is bounded by the body', async () => {
    expect(await affected({ actor: 'a', organisation: 'org-2' })).toEqual([tag(2)]);
  });

  it('is of nobody who has another name', async () => {
    expect(await affected({ actor: 'a":1' })).toEqual([tag(4)]);
    expect(await affected({ actor: 'nobody' })).toEqual([]);
  });

  it('reads all of a long log', async () => {
    const { read, persons } = await blastRadius(log(1_000), { actor: 'b' });
    expect([read, persons.get(tag(3))?.accesses]).toEqual([6_000, 1_000]);
  });

  it('is not told where nobody and no time is named, or a part of the log cannot be read', async () => {
    await expect(blastRadius(log(), {})).rejects.toThrow('say whose looks');
    const entries = async (start: number) => {
      if (start > 0) throw new Error('gone');
      return Array.from({ length: 256 }, () => encodeAccessRecord(records[0] as AccessRecord));
    };
    await expect(blastRadius(readAllEntries({ entries }, 5_000), { actor: 'a' })).rejects.toThrow('gone');
  });
});
