import { createSubjectTags } from '@tongban/kit';
import { testSubjectTagKeys } from '@tongban/kit/testing';
import type { SubjectPayload } from '../accesses/accessLogApi.ts';
import type { TestOutcome } from './startTestLog.ts';

export const ZHANG = 'RIC:480101198503121013';
export const tagsOf = createSubjectTags(testSubjectTagKeys).tagsOf;
export const zhangTags = tagsOf(ZHANG);

/** What is sealed about a person. */
export function about(changes: Partial<SubjectPayload> = {}): SubjectPayload {
  return { isSelf: false, register: null, cases: [], ...changes };
}

/** A case that was looked at. */
export function lookedAt(
  id: string,
  disclosure: 'FULL' | 'MASKED' | 'HIDDEN' = 'FULL',
  ...marks: string[]
): SubjectPayload['cases'][number] {
  return { id, disclosure, marks };
}

let request = 0;

/** A look of a legal aid officer at Zhang's case, unless told otherwise. */
export function outcome(
  record: Partial<TestOutcome['record']> = {},
  payload: SubjectPayload | null = about({ cases: [lookedAt('LA-480101-A1')] }),
): TestOutcome {
  request += 1;
  return {
    record: {
      time: '2026-11-20T02:00:00.000Z',
      actor: { id: 'officer:legal-aid', role: 'STAFF', organisation: '114801010000000001' },
      purpose: 'CASE_HANDLING',
      caseReference: 'LA-480101-A1',
      requestId: `r-${request}`,
      fields: ['LegalAidCase.status', 'Query.case'],
      decision: 'allowed',
      disclosure: 'full',
      counts: { subjects: 1 },
      part: { number: 1, of: 1 },
      subjects: [zhangTags[0] as string],
      ...record,
    },
    payloads: [payload],
  };
}
