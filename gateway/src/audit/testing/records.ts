import type { IntentRecord, OutcomeRecord } from '../accessRecord.ts';

const common = {
  v: 1 as const,
  time: '2026-03-02T01:02:03.004Z',
  actor: { id: 'sub-7f3a', role: 'clerk', organisation: 'org-1', service: null },
  purpose: 'CASE_HANDLING',
  caseReference: 'LA-480101-2026-000001',
  operation: 'ab'.repeat(32),
  requestId: 'request-1',
  fields: ['Item.title', 'Person.name'],
};

/** An intent, with what a test is about. */
export function intentRecord(about: Partial<IntentRecord> = {}): IntentRecord {
  return { phase: 'intent', ...common, ...about };
}

/** An outcome, with what a test is about. */
export function outcomeRecord(about: Partial<OutcomeRecord> = {}): OutcomeRecord {
  return {
    phase: 'outcome',
    ...common,
    decision: 'allowed',
    disclosure: 'masked',
    errors: [],
    subjects: [],
    payloads: [],
    counts: { subjects: 0, cases: 0, masked: 0, hidden: 0 },
    agencies: { asked: ['films'], failed: [] },
    part: { number: 1, of: 1 },
    ...about,
  };
}
