import type { Caller } from './caller.ts';

/** An assignment over the provinces that tests make up, in force whenever the tests run. */
const EVERYTHING = {
  persons: [],
  cases: [],
  regions: ['48', '49'],
  from: '2026-01-01',
  until: '9999-12-31',
  approver: 'test',
};

/**
 * A caller for tests: a citizen without anything, unless told otherwise. An assignment covers all that tests make up, unless
 * its scope is told.
 */
export function testCaller(overrides: Partial<Caller> = {}): Caller {
  return {
    role: 'CITIZEN',
    subject: 'test',
    credential: null,
    practitionerNo: null,
    organization: null,
    service: null,
    regions: [],
    scopes: [],
    purpose: null,
    accessCase: null,
    assignment: null,
    assignmentScope: overrides.assignment ? EVERYTHING : null,
    requestId: 'test',
    ...overrides,
  };
}
