import { describe, expect, it } from '@jest/globals';
import canonicalize from 'canonicalize';
import {
  decodeAccessRecord,
  encodeAccessRecord,
  MAX_RECORD_BYTES,
  partsOfOutcome,
  subjectsOfRecord,
} from './accessRecord.ts';
import { intentRecord, outcomeRecord } from './testing/records.ts';

const tag = (at: number) => `e1:${String(at).padStart(43, '0')}`;

describe('an access record', () => {
  it('is written in one way, whatever the order of its members', () => {
    const record = outcomeRecord({ subjects: [tag(1)] });
    const reversed = Object.fromEntries(Object.entries(record).reverse()) as typeof record;
    expect(encodeAccessRecord(reversed)).toEqual(encodeAccessRecord(record));
    expect(encodeAccessRecord(intentRecord()).toString()).toBe(
      '{"actor":{"id":"sub-7f3a","organisation":"org-1","role":"clerk","service":null},"caseReference":"LA-480101-2026-000001",' +
        '"fields":["Item.title","Person.name"],' +
        `"operation":"${'ab'.repeat(32)}","phase":"intent","purpose":"CASE_HANDLING","requestId":"request-1",` +
        '"time":"2026-03-02T01:02:03.004Z","v":1}',
    );
  });

  it('is written as a library for RFC 8785 writes it, whatever its words are', () => {
    const words = ['a"b', 'back\\slash', '</script>', '~', '{}', '\u007e'];
    for (const word of words) {
      const about = { purpose: word, requestId: word, caseReference: word, errors: [word, 'Z', 'A'] };
      const record = outcomeRecord({
        ...about,
        actor: { id: word, role: word, organisation: word, service: word },
      });
      expect(encodeAccessRecord(record).toString()).toBe(canonicalize(record));
      expect(decodeAccessRecord(encodeAccessRecord(record))).toEqual(record);
    }
  });

  it('is read as it was written, and not otherwise', () => {
    const bytes = encodeAccessRecord(outcomeRecord());
    expect(decodeAccessRecord(bytes)).toEqual(outcomeRecord());
    expect(() => decodeAccessRecord(Buffer.from(`${bytes} `))).toThrow('RFC 8785');
  });

  it.each([
    ['a subject in clear', { subjects: ['510101199001011234'] }, 'subjects.0'],
    [
      'a name as an actor',
      { actor: { id: '张三', role: 'clerk', organisation: null, service: null } },
      'actor.id',
    ],
    ['a value as a field', { fields: ['Person.name = Zhang'] }, 'fields.0'],
    ['a member that nobody knows', { name: 'Zhang San' }, '(the whole)'],
    ['a time without a zone', { time: '2026-03-02T01:02:03.004' }, 'time'],
  ])('is refused with %s, which is not repeated', (_, about, place) => {
    const record = outcomeRecord(about as never);
    let message = '';
    try {
      encodeAccessRecord(record);
    } catch (error) {
      message = (error as Error).message;
    }
    expect(message).toBe(`not an access record: ${place}`);
  });

  it('is refused over 65,535 bytes', () => {
    const subjects = Array.from({ length: 1_500 }, (_, at) => tag(at));
    expect(() => encodeAccessRecord(outcomeRecord({ subjects }))).toThrow(/has 7\d{4} bytes/);
  });

  it('is several where it names many persons, and each fits', () => {
    const subjects = Array.from({ length: 1_001 }, (_, at) => `${'e'.repeat(16)}:${tag(at).slice(3)}`);
    const payloads = Array.from({ length: 1_001 }, (_, at) => String(at).padStart(64, '0'));
    const { part: _, ...whole } = outcomeRecord({ subjects, payloads });
    const parts = partsOfOutcome(whole);
    expect(parts.map(({ part }) => part)).toEqual([
      { number: 1, of: 3 },
      { number: 2, of: 3 },
      { number: 3, of: 3 },
    ]);
    expect(parts.flatMap((part) => part.subjects)).toEqual(subjects);
    expect(parts.flatMap((part) => part.payloads)).toEqual(payloads);
    for (const part of parts) expect(encodeAccessRecord(part).length).toBeLessThan(MAX_RECORD_BYTES);
    expect(partsOfOutcome({ ...whole, subjects: [], payloads: [] })).toHaveLength(1);
  });

  it('is found by its subjects; an intent has none', () => {
    expect(subjectsOfRecord(encodeAccessRecord(outcomeRecord({ subjects: [tag(3)] })))).toEqual([tag(3)]);
    expect(subjectsOfRecord(encodeAccessRecord(intentRecord()))).toEqual([]);
  });
});
