import { createHash } from 'node:crypto';
import type { OutcomeRecord } from '../../../gateway/src/audit/accessRecord.ts';

const operation = createHash('sha256').update('an operation').digest('hex');

/** A record as an answer about two persons makes it, of some 700 bytes; every one differs. */
export function benchRecord(number: number): OutcomeRecord {
  return {
    v: 1,
    phase: 'outcome',
    time: new Date(1_772_413_323_000 + number).toISOString(),
    actor: { id: `actor-${number % 97}`, role: 'clerk', organisation: `organisation-${number % 13}` },
    purpose: 'CASE_HANDLING',
    caseReference: `CASE-${number % 10_007}`,
    operation,
    requestId: `request-${number}`,
    fields: ['Case.number', 'Case.parties', 'Case.status', 'Person.credential', 'Person.name'],
    decision: 'allowed',
    disclosure: 'masked',
    subjects: [tag(number % 100_003), tag((number * 7) % 100_003)],
    errors: [],
    counts: { subjects: 2, cases: 1, masked: 1, hidden: 0 },
    agencies: { asked: ['first', 'second'], failed: [] },
    payloads: [],
    part: { number: 1, of: 1 },
  };
}

function tag(person: number): string {
  return `e1:${createHash('sha256').update(String(person)).digest('base64url')}`;
}
