import { createHash } from 'node:crypto';
import type { IntentRecord, OutcomeRecord } from '../../../gateway/src/audit/accessRecord.ts';
import type { Payload } from '../../../gateway/src/audit/payloads/payloadStore.ts';

const operation = createHash('sha256').update('an operation').digest('hex');
const fields = ['Case.number', 'Case.parties', 'Case.status', 'Person.credential', 'Person.name'];

/** That somebody is about to look, some 400 bytes; every one differs. */
export function benchIntent(number: number): IntentRecord {
  return {
    v: 1,
    phase: 'intent',
    time: new Date(1_772_413_323_000 + number).toISOString(),
    actor: {
      id: `actor-${number % 97}`,
      role: 'clerk',
      organisation: `organisation-${number % 13}`,
      service: null,
    },
    purpose: 'CASE_HANDLING',
    caseReference: `CASE-${number % 10_007}`,
    operation,
    requestId: `request-${number}`,
    fields,
  };
}

/** What an answer about two persons leaves, some 800 bytes. `digests`: of what was sealed about them, or null. */
export function benchOutcome(
  number: number,
  digests: readonly (string | null)[] = [null, null],
): OutcomeRecord {
  return {
    ...benchIntent(number),
    phase: 'outcome',
    decision: 'allowed',
    disclosure: 'masked',
    errors: [],
    subjects: subjectsOf(number),
    payloads: [...digests],
    counts: { subjects: 2, cases: 1, masked: 1, hidden: 0 },
    agencies: { asked: ['first', 'second'], failed: [] },
    part: { number: 1, of: 1 },
  };
}

/** What there is to seal about the two. */
export function benchPayloads(number: number): Payload[] {
  const cases = [{ id: `CASE-${number % 10_007}`, disclosure: 'MASKED', marks: [] }];
  const payload = Buffer.from(JSON.stringify({ cases }));
  return subjectsOf(number).map((subject) => ({ subject, payload }));
}

/** Accesses about the same two persons, one after the other, as somebody's visit makes them. */
const ACCESSES_OF_VISIT = 5;

/** Two of a million persons. */
function subjectsOf(number: number): string[] {
  const visit = Math.floor(number / ACCESSES_OF_VISIT);
  return [tag(visit % 1_000_003), tag((visit * 7 + 1) % 1_000_003)];
}

function tag(person: number): string {
  return `e1:${createHash('sha256').update(String(person)).digest('base64url')}`;
}
